#ifndef GAINSAY_SERVICE_ENGINE_SIDES_H_
#define GAINSAY_SERVICE_ENGINE_SIDES_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "service/model/records.h"

namespace gainsay::engine {

// A moment as statements are ordered by it: the end (excluded), in UTC seconds, of the period in which
// something was said; zoneless times count as UTC.
using Moment = int64_t;
inline constexpr Moment kUndatedMoment = std::numeric_limits<Moment>::min();  // precedes all
inline constexpr Moment kOpenEnd = std::numeric_limits<Moment>::max();

// The last possible moment of `time`; kUndatedMoment without one.
Moment LastMomentOf(const model::Edtf* time);
inline Moment LastMomentOf(const std::optional<model::Edtf>& time) {
  return LastMomentOf(time ? &*time : nullptr);
}

// Which of an entity's links its word counts by at a moment: 0 for `speaks_for`, i + 1 for the i-th of
// `spoke_for`; nothing if it counts as its own.
std::optional<size_t> SpeaksForLinkAt(const model::Entity& entity, Moment moment);

// Whose voice a party's is. Does not own the entities, which must outlive it. Thread-safe.
class Sides {
 public:
  explicit Sides(const std::unordered_map<std::string, model::Entity>& entities) : entities_(entities) {}

  // Returns the root of `party` at a moment: `speaks_for` (or an earlier one, in `spoke_for`) while its
  // interval holds, else `owned_by`, again and again. Of an undated statement any interval holds, so that
  // no independence is invented. Who is not on file is its own root.
  std::string RootAt(const std::string& party, Moment moment) const;

  // The links that RootAt follows, each as "entities/gknb speaks_for entities/tajikistan".
  std::vector<std::string> EdgesAt(const std::string& party, Moment moment) const;

 private:
  std::string Walk(const std::string& party, Moment moment, std::vector<std::string>* edges) const;

  const std::unordered_map<std::string, model::Entity>& entities_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SIDES_H_
