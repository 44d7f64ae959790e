#ifndef GAINSAY_SERVICE_ENGINE_CHANGES_H_
#define GAINSAY_SERVICE_ENGINE_CHANGES_H_

#include <optional>
#include <string>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/judging.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// Adds to each STATUS step of an explanation what would change that status, and to the explanation one such
// step of the question's own where it has no position. What is said is tried: the change is applied to the
// file and the question compared again. Left out where that would cost too much, or nothing simple would
// change the status.
void AddChanges(const Bench& bench, const std::vector<Judgement>& judgements, const Cut& cut, Status status,
                std::vector<Explanation>& explanation);

// Returns who could confirm a position that nobody contradicts, in words.
std::string WhatWouldConfirm(const Bench& bench, const Judgement& judgement);

// Returns `file` with `change` applied at `cut`: STATEMENT by its first party, or by as many strangers as it
// needs, each first-hand in a document of its own, of the value given; WITHDRAWAL by retracting the claims.
// Whoever replays an explanation does so with this.
CaseFile Changed(const CaseFile& file, const Change& change, const Cut& cut);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CHANGES_H_
