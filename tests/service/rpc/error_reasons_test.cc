#include "service/rpc/error_reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace gainsay::rpc {
namespace {

// The rows of the table of reasons in docs/errors.md, as "CODE REASON retry".
std::vector<std::string> PublishedRows() {
  std::ifstream file(GAINSAY_SOURCE_DIR "/docs/errors.md");
  std::vector<std::string> rows;
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> cells = absl::StrSplit(line, " | ");
    if (cells.size() != 5 || !absl::StartsWith(cells[0], "| `")) continue;
    const std::string row = absl::StrCat(cells[0].substr(2), " ", cells[1], " ", cells[4]);
    rows.push_back(absl::StrReplaceAll(row, {{"`", ""}, {" |", ""}}));
  }
  return rows;
}

std::vector<std::string> RowsOfTheCode() {
  std::vector<std::string> rows;
  for (const ErrorReason& reason : kErrorReasons) {
    rows.push_back(absl::StrCat(absl::StatusCodeToString(reason.code), " ", reason.reason, " ",
                                reason.retry ? "yes" : "no"));
  }
  return rows;
}

TEST(ErrorReasonsTest, ThePublishedTableHasJustTheReasonsThatAreSent) {
  EXPECT_THAT(PublishedRows(), ::testing::UnorderedElementsAreArray(RowsOfTheCode()));
}

}  // namespace
}  // namespace gainsay::rpc
