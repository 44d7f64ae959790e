#ifndef GAINSAY_TESTS_PROPERTY_RANDOM_CASE_H_
#define GAINSAY_TESTS_PROPERTY_RANDOM_CASE_H_

#include <cstdint>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"

namespace gainsay::testing {

// A whole question as a ledger may hold it: parties on sides that change, documents that cite each other in
// chains and cycles, claims of every kind, silences, relations, withdrawals, parts.
struct RandomCase {
  engine::CaseFile file;
  engine::Policy policy;
  engine::ReadTimes times;
  bool models_judge = false;  // some relation is a model's
};

RandomCase MakeRandomCase(uint32_t seed);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_PROPERTY_RANDOM_CASE_H_
