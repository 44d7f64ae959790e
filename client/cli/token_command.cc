#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/cli/commands.h"
#include "client/cli/resource_names.h"

namespace gainsay::cli {
namespace {

constexpr int kIdBytes = 8;
constexpr int kSaltBytes = 16;
constexpr int kSecretBytes = 32;

struct TokenArguments {
  std::string name;
  std::string file;
  std::vector<std::string> roles;
  std::vector<std::string> parties;
  std::string expires;
};

absl::StatusOr<std::string> RandomBytes(int size) {
  std::string bytes(static_cast<size_t>(size), '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) != 1) {
    return absl::InternalError("the system gives no random bytes");
  }
  return bytes;
}

std::string Sha256(const std::string& bytes) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(),
             nullptr);
  digest.resize(size);
  return digest;
}

// The roles by workspace: "writer" is in the default one, "reader@desk" in desk, "reader@*" in all.
nlohmann::json RolesOf(const std::vector<std::string>& roles) {
  nlohmann::json by_workspace = nlohmann::json::object();
  for (const std::string& role : roles) {
    const size_t at = role.find('@');
    by_workspace[at == std::string::npos ? "default" : role.substr(at + 1)].push_back(role.substr(0, at));
  }
  return by_workspace;
}

absl::Status Failed(const std::string& path) {
  return absl::FailedPreconditionError(absl::StrCat("--tokens: ", path, ": ", std::strerror(errno)));
}

// Adds a line to a file that its owner alone may read, in one write: the server may be reading it.
absl::Status AppendLine(const std::string& path, const std::string& line) {
  const int file = open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return Failed(path);
  // A last line that was left open by hand is ended first.
  char last = '\n';
  const off_t size = lseek(file, 0, SEEK_END);
  if (size > 0 && pread(file, &last, 1, size - 1) != 1) last = '\n';
  const std::string whole = absl::StrCat(last == '\n' ? "" : "\n", line, "\n");
  errno = ENOSPC;  // of a write in part, which sets none
  const bool written = write(file, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size());
  const absl::Status status = written && fsync(file) == 0 ? absl::OkStatus() : Failed(path);
  close(file);
  return status;
}

absl::StatusOr<ExitCode> NewToken(const Session& session, const TokenArguments& arguments) {
  const absl::StatusOr<std::string> id = RandomBytes(kIdBytes);
  const absl::StatusOr<std::string> salt = RandomBytes(kSaltBytes);
  const absl::StatusOr<std::string> random = RandomBytes(kSecretBytes);
  for (const auto* bytes : {&id, &salt, &random}) {
    if (!bytes->ok()) return bytes->status();
  }
  const std::string secret = absl::BytesToHexString(*random);
  nlohmann::ordered_json line = {{"name", arguments.name},
                                 {"token",
                                  {{"id", absl::BytesToHexString(*id)},
                                   {"salt", absl::BytesToHexString(*salt)},
                                   {"sha256", absl::BytesToHexString(Sha256(*salt + secret))}}},
                                 {"roles", RolesOf(arguments.roles)}};
  for (const std::string& party : arguments.parties) line["parties"].push_back(EntityName(party));
  if (!arguments.expires.empty()) line["expires"] = arguments.expires;
  const absl::Status appended = AppendLine(arguments.file, line.dump());
  if (!appended.ok()) return appended;
  session.console().out << "gainsay_" << absl::BytesToHexString(*id) << "_" << secret << "\n";
  session.console().err << "this is the only time that the token is shown; " << arguments.file
                        << " has what it is known by\n";
  return ExitCode::kDone;
}

// Whether a text is an id, as the server asks of them.
bool IsId(const std::string& text) {
  static constexpr char kAllowed[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
  return !text.empty() && text.size() <= 127 && text.find_first_not_of(kAllowed) == std::string::npos &&
         absl::ascii_isalnum(static_cast<unsigned char>(text.front()));
}

std::string CheckName(const std::string& name) {
  return IsId(name) ? "" : absl::StrCat("\"", name, "\" is not of small letters, digits, '.', '_' and '-'");
}

std::string CheckParty(const std::string& party) {
  const std::string id = party.substr(party.rfind('/') + 1);
  return IsId(id) && EntityName(party) == "entities/" + id
             ? ""
             : absl::StrCat("\"", party, "\" is no entity's name");
}

std::string CheckRole(const std::string& role) {
  const size_t at = role.find('@');
  const std::string name = role.substr(0, at);
  const std::string workspace = at == std::string::npos ? "default" : role.substr(at + 1);
  for (const char* known : {"reader", "writer", "admin", "sources"}) {
    if (name == known && (workspace == "*" || IsId(workspace))) return "";
  }
  return absl::StrCat("\"", role, "\" is not ROLE or ROLE@WORKSPACE with reader, writer, admin or sources");
}

std::string CheckTime(const std::string& text) {
  absl::Time time;
  std::string error;
  return absl::ParseTime(absl::RFC3339_full, text, &time, &error) ? ""
                                                                  : absl::StrCat("\"", text, "\": ", error);
}

}  // namespace

void AddTokenCommand(Program& program) {
  const auto arguments = std::make_shared<TokenArguments>();
  CLI::App& token = program.AddGroup("token", "Make a token for who is to call the server", "");
  CLI::App& command = program.AddCommandTo(
      token, "new", "Make a token, and let the server know it",
      "\nAdds a line to the file that gainsayd was given as --tokens, and prints the token; the file has a "
      "salted\n"
      "hash of it alone. The server reads the file again when it changes. To replace a token, make another "
      "of the\n"
      "same name, and delete the old one's line once nobody uses it any more.\n\n"
      "  gainsay token new desk --tokens tokens.jsonl --role writer > desk.token\n"
      "  gainsay token new ministry --tokens tokens.jsonl --role writer@desk --party entities/ministry\n"
      "  gainsay --token-file desk.token status",
      [arguments](const Session& session) { return NewToken(session, *arguments); });
  command.add_option("NAME", arguments->name, "who it is for; refusals name them")
      ->required()
      ->type_name("")
      ->check(CheckName);
  command
      .add_option("--tokens", arguments->file, "the file of those that are known; made if it is not there")
      ->required()
      ->type_name("FILE");
  command
      .add_option(
          "--role", arguments->roles,
          "reader, writer, admin or sources (sees confidential sources), in the workspace \"default\" or "
          "ROLE@WORKSPACE, ROLE@* for all; may be repeated")
      ->required()
      ->type_name("ROLE")
      ->check(CheckRole);
  command.add_option("--party", arguments->parties, "may write for this entity alone; may be repeated")
      ->type_name("ENTITY")
      ->check(CheckParty);
  command.add_option("--expires", arguments->expires, "until when it is good, as 2027-01-01T00:00:00Z")
      ->type_name("TIME")
      ->check(CheckTime);
}

}  // namespace gainsay::cli
