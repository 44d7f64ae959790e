#ifndef GAINSAY_SERVICE_LEDGER_COMPARING_H_
#define GAINSAY_SERVICE_LEDGER_COMPARING_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "service/ledger/ledger.h"
#include "service/ledger/standing_case.h"

namespace gainsay::ledger {

// What to read, and how to weigh it.
struct CompareOptions {
  // What the service knew: a revision, or the last one made by a time. Absent: the latest.
  std::optional<std::variant<store::Revision, absl::Time>> known_at;
  engine::ReadTimes times;
  engine::Policy policy;
  bool explain = false;
};

// The options as text, one for each way to compare; known_at apart, which decides what is compared.
std::string KeyOf(const CompareOptions& options);

struct Compared {
  std::vector<engine::Comparison> comparisons;
  store::Revision revision = 0;  // read at
};

// Returns the store as the service knew it at the moment asked for.
// OUT_OF_RANGE: the revision has not been made. DATA_LOSS: what is on file does not parse.
absl::StatusOr<std::unique_ptr<store::Snapshot>> SnapshotFor(const Ledger& ledger,
                                                             const CompareOptions& options);

// NOT_FOUND "field: ...": a record is not on file.
absl::Status CheckOnFile(const store::Snapshot& snapshot, std::string_view workspace, model::NameKind kind,
                         const std::string& name, const std::string& field);

// NOT_FOUND: one of a policy's parties is not on file, with its path.
absl::Status CheckParties(const store::Snapshot& snapshot, std::string_view workspace,
                          const std::vector<std::string>& parties);

// The comparison of one question.
struct ComparedQuestion {
  engine::Comparison comparison;
  std::shared_ptr<const StandingCase> standing;  // compared
  store::Revision revision = 0;                  // read at
};

// Compares the statements on one question.
// NOT_FOUND: the question, or a party of the policy, is not on file at that revision. OUT_OF_RANGE: the
// revision has not been made. DATA_LOSS: what is on file does not parse.
absl::StatusOr<ComparedQuestion> CompareQuestion(const Ledger& ledger, std::string_view workspace,
                                                 const std::string& question, const CompareOptions& options);

// Compares the statements on every question of a topic, in the order in which they are shown. Errors as
// CompareQuestion, of the topic.
absl::StatusOr<Compared> CompareTopic(const Ledger& ledger, std::string_view workspace,
                                      std::string_view topic, const CompareOptions& options);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_COMPARING_H_
