#ifndef GAINSAY_SERVICE_SERVER_CREDENTIALS_H_
#define GAINSAY_SERVICE_SERVER_CREDENTIALS_H_

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/rpc/caller.h"

namespace gainsay::server {

// Who may do what, as a file says; one JSON object a line:
//
//   {"name":"desk","token":{"id":"5f0c…","salt":"…","sha256":"…"},"roles":{"default":["writer"]},
//    "parties":["entities/x"],"expires":"2027-01-01T00:00:00Z"}
//   {"name":"pipeline","certificate":"pipeline.example.org","roles":{"*":["reader"]}}
//
// A token is "gainsay_" ID "_" SECRET; the file has the SHA-256 of the salt's bytes and the secret's
// characters, in hex. A certificate is known by its common name or one of its alternative names. Lines may
// share a name, so that a new token is known before the old one goes. Immutable.
class Credentials {
 public:
  // Reads the lines of a file. INVALID_ARGUMENT "line N: field: reason".
  static absl::StatusOr<Credentials> Parse(std::string_view lines);

  // Returns whose token it is. UNAUTHENTICATED: nobody's, or it has expired.
  absl::StatusOr<std::shared_ptr<const rpc::Caller>> WhoseToken(std::string_view token, absl::Time now) const;

  // The same for a name in a client's certificate, which has been verified; null if it is nobody's.
  std::shared_ptr<const rpc::Caller> WhoseCertificate(std::string_view name, absl::Time now) const;

 private:
  struct Entry {
    std::shared_ptr<const rpc::Caller> caller;
    absl::Time expires = absl::InfiniteFuture();
    std::string salt;
    std::string sha256;
  };

  absl::Status Add(std::string_view line);

  std::map<std::string, Entry, std::less<>> tokens_;  // by id
  std::map<std::string, Entry, std::less<>> certificates_;
};

// The credentials in a file, read again when that changes. A file that has become wrong, or unreadable,
// changes nothing: those read before go on being used, and what is wrong is logged. Thread-safe.
class CredentialsFile {
 public:
  // INVALID_ARGUMENT "--tokens: ...": it cannot be read, or is wrong.
  static absl::StatusOr<std::unique_ptr<CredentialsFile>> Open(const std::string& path);

  // Returns the credentials as the file has them, looking at it once a second at most.
  std::shared_ptr<const Credentials> Get(absl::Time now);

 private:
  // Tells one state of the file from another.
  struct Stamp {
    std::filesystem::file_time_type written;
    uintmax_t size = 0;
    uint64_t inode = 0;

    friend bool operator==(const Stamp&, const Stamp&) = default;
  };

  explicit CredentialsFile(std::string path) : path_(std::move(path)) {}

  std::optional<Stamp> StampNow() const;
  absl::Status Read() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::string path_;
  absl::Mutex mutex_;
  absl::Time looked_ ABSL_GUARDED_BY(mutex_) = absl::InfinitePast();
  std::optional<Stamp> stamp_ ABSL_GUARDED_BY(mutex_);
  std::shared_ptr<const Credentials> credentials_ ABSL_GUARDED_BY(mutex_);
};

// Tells who makes a call: the token in its "authorization" metadata, or else its client's certificate.
// UNAUTHENTICATED: neither is known.
rpc::Authenticate AuthenticateBy(std::shared_ptr<CredentialsFile> file, std::function<absl::Time()> now);

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_CREDENTIALS_H_
