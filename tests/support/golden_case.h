#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_CASE_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_CASE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "tests/support/golden_text.h"

namespace gainsay::testing {

// How to read a case, and what the answer must then be.
struct GoldenReading {
  GoldenLine heading;
  engine::Policy policy;
  engine::ReadTimes times;
  std::vector<GoldenLine> expected;
};

// How what one party states must relate to what another does.
struct GoldenPair {
  int line = 0;
  std::string one;
  std::string other;
  std::string relation;
};

// A case that a journalist can read: who said what in which documents, and what the comparison must say.
// tests/golden/README.md describes the format.
struct GoldenCase {
  std::string title;
  engine::CaseFile file;
  std::vector<GoldenReading> readings;
  std::vector<GoldenPair> pairs;
};

// Returns the case that the file at `path` writes.
// INVALID_ARGUMENT: not a golden case; the message begins with the file's name and the line.
// NOT_FOUND: no such file.
absl::StatusOr<GoldenCase> ReadGoldenCase(const std::filesystem::path& path);

// Returns the files below `folder` that end in ".case", by name.
std::vector<std::filesystem::path> GoldenCasesIn(const std::filesystem::path& folder);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_CASE_H_
