#include "service/server/credentials.h"

#include <grpc/support/log.h>
#include <grpcpp/security/auth_context.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "service/model/names.h"

namespace gainsay::server {
namespace {

using Json = nlohmann::json;

constexpr absl::Duration kLookAgain = absl::Seconds(1);
constexpr size_t kDigestBytes = 32;
constexpr std::string_view kTokenPrefix = "gainsay_";
constexpr std::string_view kScheme = "Bearer ";

absl::Status Wrong(std::string_view field, std::string_view reason) {
  return absl::InvalidArgumentError(absl::StrCat(std::string(field), ": ", std::string(reason)));
}

std::string DigestOf(std::string_view salt, std::string_view secret) {
  const std::string salted = absl::StrCat(std::string(salt), std::string(secret));
  std::string digest(kDigestBytes, '\0');
  unsigned int size = 0;
  EVP_Digest(salted.data(), salted.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
             EVP_sha256(), nullptr);
  return digest;
}

absl::StatusOr<std::string> TextOf(const Json& object, const char* field) {
  const auto found = object.find(field);
  if (found == object.end() || !found->is_string() || found->get_ref<const std::string&>().empty()) {
    return Wrong(field, "is not a text");
  }
  return found->get<std::string>();
}

absl::StatusOr<std::string> BytesOf(const Json& object, const char* field) {
  absl::StatusOr<std::string> hex = TextOf(object, field);
  if (!hex.ok()) return hex;
  for (const char c : *hex) {
    if (!absl::ascii_isxdigit(static_cast<unsigned char>(c))) return Wrong(field, "is not in hex");
  }
  if (hex->size() % 2 != 0) return Wrong(field, "is not in hex");
  return absl::HexStringToBytes(*hex);
}

absl::StatusOr<rpc::Role> RoleOf(const Json& name) {
  constexpr std::pair<const char*, rpc::Role> kRoles[] = {{"reader", rpc::Role::kReader},
                                                          {"writer", rpc::Role::kWriter},
                                                          {"admin", rpc::Role::kAdmin},
                                                          {"sources", rpc::Role::kSources}};
  for (const auto& [text, role] : kRoles) {
    if (name == text) return role;
  }
  return Wrong("roles", "are reader, writer, admin and sources");
}

absl::Status ReadRoles(const Json& object, rpc::Caller& caller) {
  const auto roles = object.find("roles");
  if (roles == object.end() || !roles->is_object() || roles->empty()) {
    return Wrong("roles", R"(is not of the form {"WORKSPACE":["ROLE"]})");
  }
  for (const auto& [workspace, names] : roles->items()) {
    if (workspace != rpc::kEveryWorkspace && !model::IsId(workspace)) {
      return Wrong("roles", absl::StrCat("\"", workspace, "\" is neither a workspace nor *"));
    }
    if (!names.is_array()) return Wrong("roles", "has roles that are not in a list");
    for (const Json& name : names) {
      const absl::StatusOr<rpc::Role> role = RoleOf(name);
      if (!role.ok()) return role.status();
      caller.roles[workspace] = caller.roles[workspace].With(*role);
    }
  }
  return absl::OkStatus();
}

absl::Status ReadParties(const Json& object, rpc::Caller& caller) {
  const auto parties = object.find("parties");
  if (parties == object.end()) return absl::OkStatus();
  if (!parties->is_array()) return Wrong("parties", "is not a list");
  caller.parties.emplace();
  for (const Json& party : *parties) {
    if (!party.is_string()) return Wrong("parties", "has what is no name");
    const absl::Status name = model::CheckName(model::NameKind::kEntity, party.get<std::string>());
    if (!name.ok()) return Wrong("parties", std::string(name.message()));
    caller.parties->insert(party.get<std::string>());
  }
  return absl::OkStatus();
}

absl::StatusOr<absl::Time> ExpiryOf(const Json& object) {
  if (!object.contains("expires")) return absl::InfiniteFuture();
  const absl::StatusOr<std::string> text = TextOf(object, "expires");
  if (!text.ok()) return text.status();
  absl::Time time;
  std::string error;
  if (!absl::ParseTime(absl::RFC3339_full, *text, &time, &error)) return Wrong("expires", error);
  return time;
}

absl::Status CheckFields(const Json& object) {
  for (const auto& [field, value] : object.items()) {
    if (field != "name" && field != "token" && field != "certificate" && field != "roles" &&
        field != "parties" && field != "expires") {
      return Wrong(field, "is no field");
    }
  }
  if (object.contains("token") == object.contains("certificate")) {
    return Wrong("token", "is required, or certificate in its place");
  }
  return absl::OkStatus();
}

std::string_view ViewOf(const grpc::string_ref& text) { return {text.data(), text.size()}; }

// The token that a call is made with; nothing if it does not say so, and what is none if it says so wrongly.
std::optional<std::string_view> TokenOf(const grpc::ServerContext& context) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find("authorization");
  if (found == metadata.end()) return std::nullopt;
  const std::string_view value = ViewOf(found->second);
  return value.starts_with(kScheme) ? value.substr(kScheme.size()) : "";
}

}  // namespace

absl::StatusOr<Credentials> Credentials::Parse(std::string_view lines) {
  Credentials credentials;
  std::istringstream input{std::string(lines)};
  std::string line;
  for (int number = 1; std::getline(input, line); ++number) {
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    const absl::Status added = credentials.Add(line);
    if (!added.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("line ", number, ": ", std::string(added.message())));
    }
  }
  return credentials;
}

absl::Status Credentials::Add(std::string_view line) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return absl::InvalidArgumentError("is no JSON object");
  absl::Status status = CheckFields(object);
  if (!status.ok()) return status;
  auto caller = std::make_shared<rpc::Caller>();
  absl::StatusOr<std::string> name = TextOf(object, "name");
  if (!name.ok()) return name.status();
  caller->name = *std::move(name);
  status = ReadRoles(object, *caller);
  if (status.ok()) status = ReadParties(object, *caller);
  if (!status.ok()) return status;
  const absl::StatusOr<absl::Time> expires = ExpiryOf(object);
  if (!expires.ok()) return expires.status();
  Entry entry{std::move(caller), *expires, "", ""};
  if (object.contains("certificate")) {
    const absl::StatusOr<std::string> certificate = TextOf(object, "certificate");
    if (!certificate.ok()) return certificate.status();
    if (!certificates_.emplace(*certificate, std::move(entry)).second)
      return Wrong("certificate", "occurs before");
    return absl::OkStatus();
  }
  const Json& token = object["token"];
  const absl::StatusOr<std::string> id = TextOf(token, "id");
  if (!id.ok()) return id.status();
  absl::StatusOr<std::string> salt = BytesOf(token, "salt");
  if (!salt.ok()) return salt.status();
  absl::StatusOr<std::string> sha256 = BytesOf(token, "sha256");
  if (!sha256.ok()) return sha256.status();
  if (sha256->size() != kDigestBytes) return Wrong("sha256", "is not 64 digits long");
  entry.salt = *std::move(salt);
  entry.sha256 = *std::move(sha256);
  if (!tokens_.emplace(*id, std::move(entry)).second) return Wrong("token", "has an id that occurs before");
  return absl::OkStatus();
}

absl::StatusOr<std::shared_ptr<const rpc::Caller>> Credentials::WhoseToken(std::string_view token,
                                                                           absl::Time now) const {
  const absl::Status unknown = absl::UnauthenticatedError("the token is not known, or has expired");
  if (!token.starts_with(kTokenPrefix)) return unknown;
  token.remove_prefix(kTokenPrefix.size());
  const size_t end = token.find('_');
  if (end == std::string_view::npos) return unknown;
  const auto found = tokens_.find(token.substr(0, end));
  if (found == tokens_.end()) return unknown;
  const Entry& entry = found->second;
  const std::string digest = DigestOf(entry.salt, token.substr(end + 1));
  // In a time that does not tell how much of it is right.
  const bool same = CRYPTO_memcmp(digest.data(), entry.sha256.data(), kDigestBytes) == 0;
  if (!same || now >= entry.expires) return unknown;
  return entry.caller;
}

std::shared_ptr<const rpc::Caller> Credentials::WhoseCertificate(std::string_view name,
                                                                 absl::Time now) const {
  const auto found = certificates_.find(name);
  if (found == certificates_.end() || now >= found->second.expires) return nullptr;
  return found->second.caller;
}

absl::StatusOr<std::unique_ptr<CredentialsFile>> CredentialsFile::Open(const std::string& path) {
  std::unique_ptr<CredentialsFile> file(new CredentialsFile(path));
  const absl::MutexLock lock(&file->mutex_);
  const absl::Status read = file->Read();
  if (!read.ok()) return absl::InvalidArgumentError(absl::StrCat("--tokens: ", std::string(read.message())));
  return file;
}

std::optional<CredentialsFile::Stamp> CredentialsFile::StampNow() const {
  struct stat status = {};
  std::error_code error;
  const auto written = std::filesystem::last_write_time(path_, error);
  if (error || stat(path_.c_str(), &status) != 0) return std::nullopt;
  return Stamp{written, static_cast<uintmax_t>(status.st_size), static_cast<uint64_t>(status.st_ino)};
}

absl::Status CredentialsFile::Read() {
  const std::optional<Stamp> stamp = StampNow();
  std::ifstream input(path_, std::ios::binary);
  std::stringstream lines;
  lines << input.rdbuf();
  if (!input || !stamp) return absl::InvalidArgumentError(absl::StrCat(path_, " cannot be read"));
  stamp_ = stamp;
  absl::StatusOr<Credentials> credentials = Credentials::Parse(lines.str());
  if (!credentials.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(path_, " ", std::string(credentials.status().message())));
  }
  credentials_ = std::make_shared<const Credentials>(*std::move(credentials));
  return absl::OkStatus();
}

std::shared_ptr<const Credentials> CredentialsFile::Get(absl::Time now) {
  const absl::MutexLock lock(&mutex_);
  if (looked_ <= now && now - looked_ < kLookAgain) return credentials_;
  looked_ = now;
  const std::optional<Stamp> stamp = StampNow();
  if (stamp && stamp != stamp_) {
    const absl::Status read = Read();
    if (read.ok()) {
      gpr_log(GPR_INFO, "credentials: read again");
    } else {
      gpr_log(GPR_ERROR, "credentials: %s", std::string(read.message()).c_str());
    }
  }
  return credentials_;
}

rpc::Authenticate AuthenticateBy(std::shared_ptr<CredentialsFile> file, std::function<absl::Time()> now) {
  return [file = std::move(file), now = std::move(now)](
             const grpc::ServerContext& context) -> absl::StatusOr<std::shared_ptr<const rpc::Caller>> {
    const absl::Time moment = now();
    const std::shared_ptr<const Credentials> credentials = file->Get(moment);
    if (const auto token = TokenOf(context)) return credentials->WhoseToken(*token, moment);
    const std::shared_ptr<const grpc::AuthContext> peer = context.auth_context();
    if (peer != nullptr && peer->IsPeerAuthenticated()) {
      for (const char* property : {"x509_subject_alternative_name", "x509_common_name"}) {
        for (const grpc::string_ref& name : peer->FindPropertyValues(property)) {
          if (auto caller = credentials->WhoseCertificate(ViewOf(name), moment)) return caller;
        }
      }
    }
    return absl::UnauthenticatedError("the call has no token, and no certificate that is known");
  };
}

}  // namespace gainsay::server
