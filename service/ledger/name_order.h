#ifndef GAINSAY_SERVICE_LEDGER_NAME_ORDER_H_
#define GAINSAY_SERVICE_LEDGER_NAME_ORDER_H_

#include <functional>
#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

// Names sort as strings: "topics/a-b/questions/x" before "topics/a/questions/x", since '-' and '.' come
// before '/'. Keys sort id by id: "a" before "a-b". These functions visit what lies in key order in name
// order, with a seek for each parent and no more memory than the parents that are one another's beginning.

// Returns the first id in byte order that is not before `from`; nothing if there is none.
using SeekId = absl::FunctionRef<absl::StatusOr<std::optional<std::string>>(const std::string& from)>;
using VisitName = absl::FunctionRef<absl::StatusOr<bool>(const std::string& name)>;

// Calls `visit` for ids in the order of id + "/", from `from` on, until it returns false or an error.
// Returns whether it never did.
absl::StatusOr<bool> VisitAsParents(const std::string& from, SeekId seek, VisitName visit);

// A range of keys that sort by topic id, question id and then whatever lies below the question.
struct QuestionKeys {
  std::function<std::string(const std::string& question)> first_key;  // of a question
  std::string end;
};

// Calls `visit` for the topics that have keys in the range, in the order of name + "/", from `from` (empty:
// the first) on. Returns whether no visit stopped it.
absl::StatusOr<bool> VisitTopics(const Reader& reader, const QuestionKeys& keys, const std::string& from,
                                 VisitName visit);

// Calls `visit` for the questions that have keys in the range, in the order of name + "/": those of `scope`
// (a topic, a question, or empty: of all topics), from `from` (a question, or empty) on. Returns whether no
// visit stopped it.
absl::StatusOr<bool> VisitQuestions(const Reader& reader, const QuestionKeys& keys, const std::string& scope,
                                    const std::string& from, VisitName visit);

// Returns the first question of `topic` in byte order of ids that is not before the id `from` and has
// keys in the range; nothing if there is none.
absl::StatusOr<std::optional<std::string>> SeekQuestionId(const Reader& reader, const QuestionKeys& keys,
                                                          const std::string& topic, const std::string& from);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_NAME_ORDER_H_
