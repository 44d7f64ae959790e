#ifndef GAINSAY_SERVICE_ENGINE_CONSENSUS_H_
#define GAINSAY_SERVICE_ENGINE_CONSENSUS_H_

#include <optional>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// The value and polarity by which a position is shown: its first claim's, an affirmed one before a denied.
Stated ShownValue(const Stance& stance);

// Returns what is confirmed: the confirmed positions that no other entails, and what they leave open
// together where one value can say it and all are affirmed. Nothing if no position is confirmed.
std::optional<Consensus> ConsensusOf(const std::vector<Judgement>& judgements, const Answers& answers);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CONSENSUS_H_
