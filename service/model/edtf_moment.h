#ifndef GAINSAY_SERVICE_MODEL_EDTF_MOMENT_H_
#define GAINSAY_SERVICE_MODEL_EDTF_MOMENT_H_

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/model/edtf.h"

namespace gainsay::model {

// The largest year that may be written, on either side of year 0: a round number whose seconds, a
// century's widening included, fit into 64 bits.
inline constexpr int64_t kMaxYear = 292'000'000'000;

// The farthest zones in use, in seconds east of UTC: where a day begins first, and where it ends last.
inline constexpr int64_t kEasternmostZone = 14 * 3600;
inline constexpr int64_t kWesternmostZone = -12 * 3600;

// One date, season or date and time, as it stands alone or at an end of an interval. Both ends of
// both spans are set.
struct Moment {
  TimeSpan stated;           // without its qualification
  TimeSpan span;             // widened by its qualification, if it has one
  bool unspecified = false;  // it has digits that are left open
};

// Returns the moment that `text` writes.
// INVALID_ARGUMENT: none of EDTF levels 0 and 1; the message is the reason alone.
absl::StatusOr<Moment> ParseMoment(std::string_view text);

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_EDTF_MOMENT_H_
