#ifndef GAINSAY_SERVICE_SERVER_TRANSPORT_H_
#define GAINSAY_SERVICE_SERVER_TRANSPORT_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "absl/status/statusor.h"
#include "service/server/options.h"

namespace gainsay::server {

// Returns what connections are secured with: TLS 1.2 or 1.3 as the options say, or nothing. Certificates are
// read again within a second of their change. With a `client_ca`, a client's certificate is verified by it;
// one must be shown unless tokens may stand in its place. INVALID_ARGUMENT: a file cannot be read, or the key
// is not the certificate's.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> SecuredBy(const Options& options);

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_TRANSPORT_H_
