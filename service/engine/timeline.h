#ifndef GAINSAY_SERVICE_ENGINE_TIMELINE_H_
#define GAINSAY_SERVICE_ENGINE_TIMELINE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "service/engine/case_file.h"
#include "service/engine/comparer.h"

namespace gainsay::engine {

// A moment at which something was said or withdrawn.
struct Occasion {
  Moment moment = kUndatedMoment;
  // Of the last recorded of its records:
  std::string text;  // EDTF; empty: undated
  absl::Time known;  // when it was made
  int64_t revision = 0;
  std::vector<std::string> records;  // by name
};

// The moments at which a question's status may have changed. What voids a record counts at every moment, so
// it is none of them.
class Timeline {
 public:
  Timeline(const CaseFile& file, const Cut& cut);

  // Latest first.
  const std::vector<Occasion>& occasions() const { return occasions_; }

  // Walks back from the cut and calls `visit` with each occasion that changed the status, and what that
  // became. Ends where `visit` returns false, or where `go_on`, asked before each reading, does; returns
  // whether it did not end there.
  bool WalkBack(Comparer& comparer, absl::FunctionRef<bool()> go_on,
                absl::FunctionRef<bool(const Occasion& occasion, Status status)> visit) const;

 private:
  const Cut& cut_;
  std::vector<Occasion> occasions_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TIMELINE_H_
