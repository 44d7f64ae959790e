#ifndef GAINSAY_SERVICE_ENGINE_COMPARE_H_
#define GAINSAY_SERVICE_ENGINE_COMPARE_H_

#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/prepared_case.h"

namespace gainsay::engine {

// Compares what is said on the file's question. Pure: the same file, policy and times give the same
// answer, whatever order the file's records are in. The explanation is left out unless asked for. The rules
// are in docs/comparison.md. Of a file that is asked about again and again, prepare it once.
Comparison Compare(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times, bool explain);
Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain);

// Returns only what Compare comes to, for less.
Verdict VerdictOf(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times);
Verdict VerdictOf(const CaseFile& file, const Policy& policy, const ReadTimes& times);

// Returns how every claim that is read has fared (docs/comparison.md, "Party record"), by said time, then
// name: not those that had not been said, were entered in error, or are of a party that is not compared.
std::vector<ClaimOutcome> OutcomesOf(const PreparedCase& prepared, const Policy& policy,
                                     const ReadTimes& times);
std::vector<ClaimOutcome> OutcomesOf(const CaseFile& file, const Policy& policy, const ReadTimes& times);

// Whether `a` is shown before `b` in a topic's comparison: status, then more sides, then name.
bool ShownBefore(const Comparison& a, const Comparison& b);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_COMPARE_H_
