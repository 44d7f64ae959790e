#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_ANSWER_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_ANSWER_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "tests/support/golden_text.h"

namespace gainsay::testing {

// A comparison's question, one of its positions, a respondent or a claim that forms no position, as golden
// cases write them: a heading ("position: at least 10", "other: c3 SPEECH_ACT"; empty for the question) and
// what is said of it, by name.
struct AnswerBlock {
  std::string heading;
  std::vector<std::pair<std::string, std::string>> lines;
};

// An answer, the question first.
using Answer = std::vector<AnswerBlock>;

// Returns what golden cases may expect of `comparison`, in its order; ComparisonText gives every field.
Answer AnswerOf(const engine::Comparison& comparison);

// Returns the answer that a golden case's lines expect.
// INVALID_ARGUMENT: a line is not "name: what is said".
absl::StatusOr<Answer> ParseAnswer(const std::vector<GoldenLine>& lines);

// Returns how `actual` falls short of `expected`, one line each; nothing if it does not. Headings must be
// the same, in the same order. Every line expected must be there; "flags: among others A, B" and "counts:
// 2 sides" also admit more. A status, kind, grade, consensus or opposer that is not expected must not be.
std::vector<std::string> Shortfalls(const Answer& expected, const Answer& actual);

// Returns `answer` as a golden case writes it.
std::string AnswerText(const Answer& answer);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_ANSWER_H_
