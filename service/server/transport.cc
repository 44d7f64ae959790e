#include "service/server/transport.h"

#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <openssl/ssl.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace gainsay::server {
namespace {

// gRPC looks at the files so often, and no more often.
constexpr unsigned int kRefreshSeconds = 1;
constexpr char kName[] = "gainsayd";

// Whether the files are what gRPC would take: it says so in its log alone.
absl::Status CheckFiles(const Options& options) {
  const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()),
                                                                  &SSL_CTX_free);
  const auto wrong = [](const std::string& flag, const std::string& path, const char* what) {
    return absl::InvalidArgumentError(absl::StrCat(flag, ": ", path, " ", what));
  };
  if (SSL_CTX_use_certificate_chain_file(context.get(), options.tls_cert.c_str()) != 1) {
    return wrong("--tls-cert", options.tls_cert, "has no certificate in PEM");
  }
  if (SSL_CTX_use_PrivateKey_file(context.get(), options.tls_key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context.get()) != 1) {
    return wrong("--tls-key", options.tls_key, "is not the certificate's key in PEM");
  }
  if (!options.client_ca.empty() && SSL_CTX_load_verify_file(context.get(), options.client_ca.c_str()) != 1) {
    return wrong("--client-ca", options.client_ca, "has no certificates in PEM");
  }
  return absl::OkStatus();
}

grpc_ssl_client_certificate_request_type RequestFor(const Options& options) {
  if (options.client_ca.empty()) return GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE;
  return options.tokens.empty() ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
                                : GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY;
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> SecuredBy(const Options& options) {
  if (options.tls_cert.empty()) return grpc::InsecureServerCredentials();
  const absl::Status files = CheckFiles(options);
  if (!files.ok()) return files;
  using Files = grpc::experimental::FileWatcherCertificateProvider;
  const bool asks = !options.client_ca.empty();
  auto watched =
      asks ? std::make_shared<Files>(options.tls_key, options.tls_cert, options.client_ca, kRefreshSeconds)
           : std::make_shared<Files>(options.tls_key, options.tls_cert, kRefreshSeconds);
  grpc::experimental::TlsServerCredentialsOptions tls(watched);
  tls.watch_identity_key_cert_pairs();
  tls.set_identity_cert_name(kName);
  if (asks) {
    tls.watch_root_certs();
    tls.set_root_cert_name(kName);
  }
  tls.set_cert_request_type(RequestFor(options));
  return grpc::experimental::TlsServerCredentials(tls);
}

}  // namespace gainsay::server
