#ifndef GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_
#define GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_

#include "absl/status/status.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"
#include "service/rpc/message_stream.h"

namespace gainsay::rpc {

using ImportStream = MessageStream<v1::ImportRequest, v1::ImportResponse>;

// Serves Import. Reads the next record only when the one before is dealt with, which holds a fast client
// back; what has come in is made durable, and answered, when the client pauses.
// INVALID_ARGUMENT: the options are wrong, or lines do not increase. CANCELLED: the stream broke off;
// what was answered stays.
absl::Status ServeImport(const ledger::Ledger& ledger, Call& call, ImportStream& stream);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_
