#ifndef GAINSAY_SERVICE_LEDGER_CASE_READER_H_
#define GAINSAY_SERVICE_LEDGER_CASE_READER_H_

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/engine/case_file.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// The last change to what a reading read, and the records that it wrote.
struct LastChange {
  store::Revision revision = 0;
  absl::Time time;
  std::set<std::string> records;

  // Takes in a record that was read.
  void Note(const std::string& name, store::Revision of, absl::Time at);
};

// Reads what the comparison of a question needs from one snapshot: the question's records in one ordered
// scan, then what they link to. Keeps the entities and sources it has read, for the next question of the
// same topic. Does not own the snapshot, which must outlive it. Not thread-safe.
class CaseReader {
 public:
  CaseReader(const store::Snapshot& snapshot, std::string_view workspace)
      : snapshot_(snapshot), workspace_(workspace) {}

  // Returns the file of a question. `parties` are read too, with all they speak for; so are `answers`,
  // entities, as if claims gave them. NOT_FOUND: the question is not on file. DATA_LOSS: stored bytes do not
  // parse.
  absl::StatusOr<engine::CaseFile> Read(const std::string& question, const std::vector<std::string>& parties,
                                        const std::vector<std::string>& answers = {});

  // Returns the last change to anything that the latest Read read: from its revision on, the file is the
  // same. (An index entry is written with the record it leads to, which is read too.)
  const LastChange& last_change() const { return last_change_; }

  // Returns where the latest Read looked, as scopes (store::ScopeOf): while nothing is written in any of
  // them, the file stays the same.
  const std::vector<std::string>& scopes() const { return scopes_; }

  // How many entities and sources are kept for the next question; forgets them.
  size_t kept() const { return entities_.size() + sources_.size(); }
  void Forget() {
    entities_.clear();
    sources_.clear();
  }

 private:
  struct SourceOnFile {
    engine::OnFile<model::Source> source;
    std::vector<engine::OnFile<model::Withdrawal>> withdrawals;
  };

  absl::StatusOr<engine::QuestionFile> ReadQuestion(const std::string& question);
  absl::Status ReadSources(engine::CaseFile& file);
  absl::Status ReadEntities(engine::CaseFile& file, const std::vector<std::string>& wanted);
  absl::StatusOr<std::vector<std::string>> WithNarrower(std::vector<std::string> entities);
  // Read what is not held yet of these names.
  absl::Status LoadSources(std::vector<std::string> names);
  absl::Status LoadEntities(std::vector<std::string> names);

  const store::Snapshot& snapshot_;
  const std::string workspace_;
  std::unordered_map<std::string, std::optional<engine::OnFile<model::Entity>>> entities_;
  std::unordered_map<std::string, SourceOnFile> sources_;
  LastChange last_change_;
  std::vector<std::string> scopes_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CASE_READER_H_
