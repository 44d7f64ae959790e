#ifndef GAINSAY_SERVICE_ENGINE_EXPLANATION_H_
#define GAINSAY_SERVICE_ENGINE_EXPLANATION_H_

#include <string>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Returns the steps by which each position came to its status, and what would change it. The rules' names are
// listed in docs/comparison.md, "Explanation".
std::vector<Explanation> Explain(const Bench& bench, const std::vector<Judgement>& judgements,
                                 const Domain& domain);

// Returns who could confirm a position that is not, in words.
std::string WhatWouldConfirm(const Bench& bench, const Judgement& judgement);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_EXPLANATION_H_
