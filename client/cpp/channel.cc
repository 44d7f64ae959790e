#include "client/cpp/channel.h"

#include <fstream>
#include <sstream>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace gainsay::client {
namespace {

// A page of comparisons with their explanations outgrows gRPC's 4 MiB.
constexpr int kMaxAnswerBytes = 256 * 1024 * 1024;

constexpr std::string_view kTls = "https://";

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  if (path.empty()) return std::string();
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) return absl::InvalidArgumentError(absl::StrCat(path, " cannot be read"));
  return text.str();
}

// Whether a target is this machine, by its name.
bool IsHere(std::string_view target) {
  for (const std::string_view here : {"127.", "localhost:", "[::1]:", "unix:"}) {
    if (target.starts_with(here)) return true;
  }
  return false;
}

absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> TlsFor(const ConnectionOptions& options) {
  grpc::SslCredentialsOptions tls;
  const std::pair<std::string*, const std::string*> files[] = {{&tls.pem_root_certs, &options.ca_file},
                                                               {&tls.pem_cert_chain, &options.cert_file},
                                                               {&tls.pem_private_key, &options.key_file}};
  for (const auto& [text, path] : files) {
    absl::StatusOr<std::string> read = ReadFile(*path);
    if (!read.ok()) return read.status();
    *text = *std::move(read);
  }
  return grpc::SslCredentials(tls);
}

}  // namespace

absl::StatusOr<OpenChannel> MakeChannel(const ConnectionOptions& options, const std::string& service_config) {
  const bool named = options.server.starts_with(kTls);
  const std::string target = named ? options.server.substr(kTls.size()) : options.server;
  const bool tls =
      named || !options.ca_file.empty() || !options.cert_file.empty() || !options.key_file.empty();
  absl::StatusOr<std::string> token = ReadFile(options.token_file);
  if (!token.ok()) return token.status();
  absl::StripAsciiWhitespace(&*token);
  if (!token->empty() && !tls && !IsHere(target)) {
    return absl::InvalidArgumentError(absl::StrCat("the token would travel to ", target,
                                                   " in plain text; https:// before it asks for TLS"));
  }
  std::shared_ptr<grpc::ChannelCredentials> credentials = grpc::InsecureChannelCredentials();
  if (tls) {
    const auto secured = TlsFor(options);
    if (!secured.ok()) return secured.status();
    credentials = *secured;
  }
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kMaxAnswerBytes);
  // The server is named; a web proxy in the environment is not meant for it.
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetServiceConfigJSON(service_config);
  return OpenChannel{grpc::CreateCustomChannel(target, credentials, arguments), *std::move(token)};
}

}  // namespace gainsay::client
