#include "service/engine/history.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "service/engine/compare.h"
#include "service/engine/sides.h"
#include "tests/property/random_comparisons.h"

namespace gainsay::testing {
namespace {

using engine::Status;
using engine::Turn;

using HistoryTest = RandomComparisons;

std::vector<Turn> HistoryOf(const RandomCase& made) {
  return *engine::SaidHistory(made.file, made.policy, made.times, [] { return true; });
}

engine::Moment MomentOf(const Turn& turn) {
  if (turn.said_time.empty()) return engine::kUndatedMoment;
  return engine::LastMomentOf(*model::Edtf::Parse(turn.said_time));
}

Status StatusBy(const std::vector<Turn>& history, engine::Moment moment) {
  Status status = Status::kNoStatements;
  for (const Turn& turn : history) {
    if (MomentOf(turn) <= moment) status = turn.verdict.status;
  }
  return status;
}

TEST_F(HistoryTest, HasTheStatusThatReadingUntilEachMomentGives) {
  ForAllCases([](const RandomCase& made, const engine::Comparison&) {
    const std::vector<Turn> history = HistoryOf(made);
    const engine::Moment end =
        made.times.said_until ? engine::LastMomentOf(made.times.said_until) : engine::kOpenEnd;
    for (const auto& claim : made.file.question.claims) {
      if (!claim.record.said_time || engine::LastMomentOf(claim.record.said_time) > end) continue;
      engine::ReadTimes times = made.times;
      times.said_until = claim.record.said_time;
      EXPECT_EQ(StatusBy(history, engine::LastMomentOf(claim.record.said_time)),
                engine::VerdictOf(made.file, made.policy, times).status)
          << "until " << claim.record.said_time->text();
    }
  });
}

TEST_F(HistoryTest, ChangesAtEveryTurnAndEndsInTheStatusOfTheComparison) {
  ForAllCases([](const RandomCase& made, const engine::Comparison& comparison) {
    const std::vector<Turn> history = HistoryOf(made);
    Status before = Status::kNoStatements;
    for (const Turn& turn : history) {
      EXPECT_NE(turn.verdict.status, before);
      EXPECT_FALSE(turn.causes.empty());
      before = turn.verdict.status;
    }
    EXPECT_EQ(before, comparison.status);
    ASSERT_EQ(comparison.since.has_value(), !history.empty());
    if (!history.empty()) {
      EXPECT_EQ(comparison.since->said_time, history.back().said_time);
    }
  });
}

TEST_F(HistoryTest, IsGivenUpWhenItIsNoLongerWanted) {
  const RandomCase made = MakeRandomCase(1);
  EXPECT_FALSE(engine::SaidHistory(made.file, made.policy, made.times, [] { return false; }).has_value());
}

}  // namespace
}  // namespace gainsay::testing
