#ifndef GAINSAY_SERVICE_ENGINE_TIMELINE_H_
#define GAINSAY_SERVICE_ENGINE_TIMELINE_H_

#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
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
// it is none of them. Refers to the case and the cut.
class Timeline {
 public:
  Timeline(const CaseIndex& index, const Cut& cut);

  bool empty() const { return events_.empty(); }

  // Walks back from the cut, at which the status is `reached`, and calls `visit` with each occasion that
  // changed the status, and what that became. Ends where `visit` returns false, or where `go_on`, asked
  // before each reading, does; returns whether it did not end there.
  bool WalkBack(const Comparer& comparer, Reached reached, absl::FunctionRef<bool()> go_on,
                absl::FunctionRef<bool(const Occasion& occasion, Status status)> visit) const;

 private:
  // What one record makes of its moment.
  struct Event {
    Moment moment = kUndatedMoment;
    absl::Time known;
    std::string_view text;
    const std::string* record = nullptr;
    int64_t revision = 0;
  };

  void AddWithdrawal(const OnFile<model::Withdrawal>& withdrawal, const CaseFile& file);
  // The occasion of events[begin] to events[end - 1].
  Occasion OccasionOf(size_t begin, size_t end) const;

  const Cut& cut_;
  std::vector<Event> events_;           // latest first
  std::forward_list<std::string> own_;  // texts of events that are dated by their recording
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TIMELINE_H_
