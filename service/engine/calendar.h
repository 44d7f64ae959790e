#ifndef GAINSAY_SERVICE_ENGINE_CALENDAR_H_
#define GAINSAY_SERVICE_ENGINE_CALENDAR_H_

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "service/engine/statement.h"

namespace gainsay::engine {

// Which stretches of time, all of one kind of zone, meet a given one: by their begins, and the latest end of
// those up to each.
class Calendar {
 public:
  explicit Calendar(const std::vector<const Statement*>& statements) {
    for (const Statement* statement : statements) {
      const auto& valid = statement->valid();
      if (!valid || (zoned_ && *zoned_ != valid->zoned)) {
        usable_ = false;
        return;
      }
      zoned_ = valid->zoned;
      stretches_.emplace_back(valid->begin.value_or(kUndatedMoment), valid->end.value_or(kOpenEnd));
    }
    std::sort(stretches_.begin(), stretches_.end());
    for (size_t i = 1; i < stretches_.size(); ++i) {
      stretches_[i].second = std::max(stretches_[i].second, stretches_[i - 1].second);
    }
  }

  // Whether some stretch meets `time`; nothing if that is to be found out one by one.
  std::optional<bool> Meets(const std::optional<model::TimeSpan>& time) const {
    if (!usable_ || !time || time->zoned != *zoned_) return std::nullopt;
    const auto after = std::partition_point(stretches_.begin(), stretches_.end(), [&](const auto& stretch) {
      return stretch.first < time->end.value_or(kOpenEnd);
    });
    return after != stretches_.begin() && std::prev(after)->second > time->begin.value_or(kUndatedMoment);
  }

 private:
  bool usable_ = true;
  std::optional<bool> zoned_;
  std::vector<std::pair<int64_t, int64_t>> stretches_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CALENDAR_H_
