#ifndef GAINSAY_SERVICE_ENGINE_STANDING_H_
#define GAINSAY_SERVICE_ENGINE_STANDING_H_

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// The moment of something of which only the time of recording is known: the end of that second.
Moment RecordedMoment(absl::Time recorded);

// From when a withdrawal counts: its time, else the earliest publication among its appearances, else its
// record time.
Moment CountsFrom(const OnFile<model::Withdrawal>& withdrawal,
                  const std::unordered_map<std::string, model::Source>& sources);

// How something ended by a moment: the withdrawal of the most reach (VOIDED before the others).
using Endings = std::unordered_map<std::string, model::WithdrawalKind>;

// Returns what `withdrawals` had ended by `said_until`, by the name of what they end. One that voids counts
// at every moment.
Endings EndingsBy(Moment said_until, const std::vector<OnFile<model::Withdrawal>>& withdrawals,
                  const std::unordered_map<std::string, model::Source>& sources);

// When the first of these documents was published: by the last possible moment, then by text; null if none
// is dated. Points into the sources.
const model::Edtf* FirstPublication(const std::vector<model::Appearance>& appearances,
                                    const std::unordered_map<std::string, model::Source>& sources);

// Returns the sources of `appearances`, all of one statement, that stand: not pulled, and either first-hand,
// or citing none that carries the statement, or at least one that does and stands.
std::unordered_set<std::string> StandingSources(
    const std::vector<const model::Appearance*>& appearances, const Endings& pulled,
    const std::unordered_map<std::string, model::Source>& sources);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_STANDING_H_
