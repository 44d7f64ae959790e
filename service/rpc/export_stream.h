#ifndef GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_
#define GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_

#include "absl/status/status.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"
#include "service/rpc/message_stream.h"

namespace gainsay::rpc {

using ExportStream = MessageStream<v1::ExportRequest, v1::ExportResponse>;

// Serves Export: writes answers until all is sent, or the client is gone. At least one, which names the
// revision. CANCELLED: the client is gone.
absl::Status ServeExport(const ledger::Ledger& ledger, ExportStream& stream);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_
