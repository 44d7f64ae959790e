#ifndef GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_
#define GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/sync_stream.h>

#include "absl/status/status.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/ledger.h"

namespace gainsay::rpc {

using ImportReaderWriter = grpc::ServerReaderWriterInterface<v1::ImportResponse, v1::ImportRequest>;

// Serves Import. Reads the next record only when the one before is dealt with, which holds a fast client
// back; what has come in is made durable, and answered, when the client pauses.
// INVALID_ARGUMENT: the options are wrong, or lines do not increase. CANCELLED: the stream broke off;
// what was answered stays.
absl::Status ServeImport(const ledger::Ledger& ledger, grpc::ServerContext& context,
                         ImportReaderWriter& stream);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_IMPORT_STREAM_H_
