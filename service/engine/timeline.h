#ifndef GAINSAY_SERVICE_ENGINE_TIMELINE_H_
#define GAINSAY_SERVICE_ENGINE_TIMELINE_H_

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/engine/case_file.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// A moment at which something was said or withdrawn, and the record that says so.
struct Event {
  Moment moment = kUndatedMoment;
  std::string text;  // EDTF; empty: undated
  absl::Time known;  // when the record was made
  int64_t revision = 0;
  std::string record;  // its name
};

// Returns what may have changed a question's status by `cut`, latest moment first; of one moment, the last
// recorded first. What voids a record counts at every moment, so it is none of these.
std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TIMELINE_H_
