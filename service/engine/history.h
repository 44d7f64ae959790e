#ifndef GAINSAY_SERVICE_ENGINE_HISTORY_H_
#define GAINSAY_SERVICE_ENGINE_HISTORY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "service/engine/case_file.h"
#include "service/engine/comparison.h"

namespace gainsay::engine {

// A status that a question has had, from the moment at which something was said or withdrawn.
struct Turn {
  Verdict verdict;
  std::string said_time;            // EDTF of that moment; empty: undated
  absl::Time known;                 // when the last of the causes was recorded
  int64_t revision = 0;             // that recorded it
  std::vector<std::string> causes;  // the records of that moment, by name
};

// Returns every status that the file's question has had by `times`, oldest first, what is on file replayed in
// the order in which it was said: each differs from the one before, the first from NO_STATEMENTS. Reads the
// question at each moment at which something was said, where what is said since does not tell already; asks
// `go_on` before each, and returns nothing once that is false. Pure, as Compare is.
std::optional<std::vector<Turn>> SaidHistory(const CaseFile& file, const Policy& policy,
                                             const ReadTimes& times, absl::FunctionRef<bool()> go_on);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_HISTORY_H_
