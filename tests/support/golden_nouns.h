#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_NOUNS_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_NOUNS_H_

#include <string>

#include "absl/status/status.h"
#include "service/engine/case_file.h"

namespace gainsay::testing {

inline constexpr char kGoldenTopic[] = "topics/case";
inline constexpr char kGoldenQuestion[] = "topics/case/questions/question";

// Full names from the ids that golden cases use.
std::string EntityName(const std::string& id);
std::string SourceName(const std::string& id);

// Puts a bare entity of that id on file, unless it has one.
void MentionEntity(const std::string& id, engine::CaseFile* file);

// Reads "gknb: organisation, speaks for tajikistan during 1991/.., spoke for ussr, owned by x, kind of y".
absl::Status AddEntity(const std::string& line, engine::CaseFile* file);

// Reads "light-1: light, 2025-12-29, cites amu-1, quotes asiaplus-1, graded B"; "unknown" is no publisher.
absl::Status AddSource(const std::string& line, engine::CaseFile* file);

// Reads "quantity in persons, increasing, many answers, asked of x and y, tolerance 5 or 10%", in any
// number of lines. A line that ends in a question mark is the title.
absl::Status DescribeQuestion(const std::string& line, engine::CaseFile* file, model::Question* question);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_NOUNS_H_
