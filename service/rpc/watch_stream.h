#ifndef GAINSAY_SERVICE_RPC_WATCH_STREAM_H_
#define GAINSAY_SERVICE_RPC_WATCH_STREAM_H_

#include "absl/status/status.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"
#include "service/rpc/message_stream.h"

namespace gainsay::rpc {

using WatchStream = MessageStream<v1::WatchRequest, v1::WatchResponse>;

// Serves Watch, until the call ends: reads the log, and tells what each commit changed. Holds no more than an
// answer for a client that reads slowly.
// INVALID_ARGUMENT: a field is wrong. NOT_FOUND: what is to be watched is not on file. OUT_OF_RANGE: the
// revision to begin after has not been made. CANCELLED: the client is gone. UNAVAILABLE: the server is
// draining.
absl::Status ServeWatch(const ledger::Ledger& ledger, const Call& call, WatchStream& stream);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_WATCH_STREAM_H_
