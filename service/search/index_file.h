#ifndef GAINSAY_SERVICE_SEARCH_INDEX_FILE_H_
#define GAINSAY_SERVICE_SEARCH_INDEX_FILE_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "service/ledger/go_on.h"
#include "service/search/database.h"
#include "service/search/document.h"
#include "service/store/store.h"

namespace gainsay::search {

// How far an index has followed the store's log: the last commit that it holds.
struct Position {
  store::Revision revision = 0;
  absl::Time time = absl::UnixEpoch();

  friend bool operator==(const Position&, const Position&) = default;
};

// What a search may find, beside its words.
struct Scope {
  std::vector<model::NameKind> kinds;
  std::string topic;                             // topics/{id}, or empty: any
  std::optional<std::set<std::string>> parties;  // of claims; nothing: anyone's, and what is no claim
};

// A match, as the index has it.
struct Match {
  std::string name;
  model::NameKind kind = model::NameKind::kClaim;
  double score = 0;
};

// The file: a full-text table for each workspace, so that not even how rare a word is can be told from one in
// another. A connection to it, used by one thread at a time; one connection writes, others read what it has
// committed. Errors as in database.h.
class IndexFile {
 public:
  // Opens a file to write; one that is not there, or has another schema, is made anew, at position 0.
  static absl::StatusOr<IndexFile> OpenToWrite(const std::string& path);
  static absl::StatusOr<IndexFile> OpenToRead(const std::string& path);

  // All that is read or written between Begin and End is of one moment, and is written then.
  absl::Status Begin();
  absl::Status End();
  // Drops what was written since Begin.
  void Abandon();

  absl::StatusOr<Position> GetPosition();
  absl::Status SetPosition(const Position& position);

  absl::StatusOr<bool> Holds(const std::string& workspace, const std::string& name);
  // Puts a record's document in the place of the one before.
  absl::Status Put(const std::string& workspace, const std::string& name, const Document& document);

  // Whether most of what it holds leads nowhere, for records were written anew: a new file is smaller.
  absl::StatusOr<bool> IsWornOut();

  // Calls `visit` with what matches an FTS5 expression, best first, of those alike by name, until it returns
  // false or an error. Asks `go_on` now and then.
  using Visit = absl::FunctionRef<absl::StatusOr<bool>(const Match& match)>;
  absl::Status Find(const std::string& workspace, const std::string& expression, const Scope& scope,
                    ledger::GoOn go_on, Visit visit);

 private:
  explicit IndexFile(Database database) : database_(std::move(database)) {}

  absl::StatusOr<std::optional<int64_t>> NumberOf(const std::string& workspace);
  absl::StatusOr<int64_t> MakeWorkspace(const std::string& workspace);
  absl::Status Drop(int64_t workspace, const std::string& name);

  Database database_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_INDEX_FILE_H_
