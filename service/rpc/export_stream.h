#ifndef GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_
#define GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_

#include <grpcpp/support/sync_stream.h>

#include "absl/status/status.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/ledger.h"

namespace gainsay::rpc {

// Serves Export: writes answers until all is sent, or the client is gone. At least one, which names the
// revision. CANCELLED: the client is gone.
absl::Status ServeExport(const ledger::Ledger& ledger, const v1::ExportRequest& request,
                         grpc::ServerWriterInterface<v1::ExportResponse>& writer);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_EXPORT_STREAM_H_
