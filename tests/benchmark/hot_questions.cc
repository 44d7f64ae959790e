#include "tests/benchmark/hot_questions.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "tests/benchmark/draws.h"

namespace gainsay::benchmark {

absl::StatusOr<std::vector<int64_t>> HotQuestions(const Dataset& dataset, const LoadOptions& options) {
  std::vector<int64_t> fit;
  if (options.question_claims > 0) {
    fit = dataset.QuestionsOf(options.question_claims);
  } else {
    fit.resize(dataset.questions());
    std::iota(fit.begin(), fit.end(), 0);
  }
  if (fit.empty()) {
    return absl::FailedPreconditionError(
        absl::StrCat("no question has just ", options.question_claims, " claims"));
  }
  const auto all = static_cast<int64_t>(fit.size());
  const int64_t wanted = std::min(all, options.questions);
  std::vector<int64_t> hot;
  for (int64_t i = 0; i < wanted; ++i) hot.push_back(fit[i * all / wanted]);
  return hot;
}

int64_t Pick(uint64_t seed, int64_t number, int64_t count) {
  return static_cast<int64_t>(Draws(seed, Subject::kLoad, number).Next() % static_cast<uint64_t>(count));
}

}  // namespace gainsay::benchmark
