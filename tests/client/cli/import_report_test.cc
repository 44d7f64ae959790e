#include "client/cli/import_report.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace gainsay::cli {
namespace {

class ImportReportTest : public ::testing::Test {
 protected:
  static v1::ImportResponse Answer(int64_t last_line, int64_t refused_line = 0) {
    v1::ImportResponse answer;
    answer.set_last_line(last_line);
    if (refused_line == 0) return answer;
    answer.set_refused(1);
    auto& error = *answer.add_errors();
    error.set_line(refused_line);
    error.set_field("claim.party");
    error.set_reason("entities/x is not on file");
    return answer;
  }

  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
  Console console_{.in = in_, .out = out_, .err = err_};
};

TEST_F(ImportReportTest, LinesRefusedHereAndByTheServerAreToldInOrder) {
  ImportReport report(console_, 0);
  report.RefuseLocally(4, "claim.polarity: no");
  report.RefuseLocally(9, "not JSON");
  report.Take(Answer(6, 5));
  EXPECT_EQ(err_.str(), "line 4: claim.polarity: no\nline 5: claim.party: entities/x is not on file\n");
  report.Take(Answer(10));
  EXPECT_EQ(err_.str().substr(err_.str().find("line 9")), "line 9: not JSON\n");
}

TEST_F(ImportReportTest, WhileARecordWaitsForAnotherErrorsAreHeldBackBehindIt) {
  ImportReport report(console_, 0);
  v1::ImportResponse waiting = Answer(6, 5);
  waiting.set_waiting(1);
  report.Take(waiting);
  EXPECT_EQ(err_.str(), "");
  report.Take(Answer(6, 3));
  EXPECT_TRUE(err_.str().starts_with("line 3: ")) << err_.str();
  EXPECT_NE(err_.str().find("\nline 5: "), std::string::npos) << err_.str();
}

TEST_F(ImportReportTest, WhatTheServerNeverReachedIsToldAtTheEnd) {
  ImportReport report(console_, 0);
  report.RefuseLocally(2, "not JSON");
  report.Take(Answer(1));
  EXPECT_EQ(report.Finish().refused(), 1);
  EXPECT_EQ(err_.str(), "line 2: not JSON\n");
}

TEST_F(ImportReportTest, TheRefusedHereAndThereAreAddedUp) {
  ImportReport report(console_, 0);
  report.RefuseLocally(2, "not JSON");
  report.Take(Answer(3, 3));
  EXPECT_EQ(report.Finish().refused(), 2);
}

TEST_F(ImportReportTest, ProgressIsForTerminalsOnly) {
  ImportReport silent(console_, 200);
  silent.Reading(10, 100);
  EXPECT_EQ(err_.str(), "");
  console_.err_is_terminal = true;
  ImportReport report(console_, 200);
  report.Reading(1'000, 100);
  EXPECT_NE(err_.str().find("1,000 records"), std::string::npos) << err_.str();
  EXPECT_NE(err_.str().find("50 %"), std::string::npos) << err_.str();
  report.Finish();
  EXPECT_TRUE(err_.str().ends_with("\r\033[K")) << err_.str();
}

}  // namespace
}  // namespace gainsay::cli
