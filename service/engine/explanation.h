#ifndef GAINSAY_SERVICE_ENGINE_EXPLANATION_H_
#define GAINSAY_SERVICE_ENGINE_EXPLANATION_H_

#include <string>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Returns the steps by which each position came to its status, without what would change it. Each position's
// steps end with one of rule STATUS. The rules' names, and how a status follows from the steps, are in
// docs/comparison.md, "Explanation".
std::vector<Explanation> Explain(const Bench& bench, const std::vector<Judgement>& judgements);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_EXPLANATION_H_
