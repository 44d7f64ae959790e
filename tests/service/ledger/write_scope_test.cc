#include "service/ledger/write_scope.h"

#include <atomic>
#include <thread>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

class Requests : public LedgerTest {
 protected:
  void SetUp() override {
    ledger_.now = [this] { return now_; };
    Has(EntityNamed("a"));
    Has(TopicNamed("t"));
    Has(QuestionNamed("t", "q"));
  }

  absl::StatusOr<RecordedBatch> Say(bool value, const std::string& id = "r",
                                    const std::string& digest = "d") {
    return RecordAll<model::Claim>(ledger_, WriteScope(kWorkspace, id, digest),
                                   {ClaimOn("topics/t/questions/q", "a", value)}, "claims");
  }

  absl::Time now_ = absl::FromUnixSeconds(1'767'225'600);
};

TEST_F(Requests, AreKnownByTheirIdForADay) {
  const auto first = Say(true);
  ASSERT_THAT(first, IsOk());

  now_ += kRequestLifetime - absl::Seconds(1);
  const auto again = Say(true);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->outcomes, first->outcomes);
  EXPECT_EQ(again->revision, first->revision);
  EXPECT_EQ(Latest(), first->revision);

  now_ += absl::Seconds(2);
  const auto later = Say(true);
  ASSERT_THAT(later, IsOk());
  EXPECT_TRUE(later->outcomes[0].existed);
  EXPECT_EQ(Say(true)->revision, later->revision);
}

TEST_F(Requests, AnIdGivenToAnotherRequestIsRefusedUntilThen) {
  ASSERT_THAT(Say(true), IsOk());
  EXPECT_THAT(Say(false, "r", "another"),
              StatusIs(absl::StatusCode::kInvalidArgument, "requestId: r was given to another request"));
  EXPECT_THAT(Say(false, "s", "another"), IsOk());

  now_ += kRequestLifetime + absl::Seconds(1);
  EXPECT_THAT(Say(false, "r", "another"), IsOk());
}

TEST_F(Requests, OfManyAtOnceWithOneIdOneIsDone) {
  const store::Revision before = Latest();
  constexpr int kThreads = 8;
  std::vector<absl::StatusOr<RecordedBatch>> answers(kThreads, absl::UnknownError("not asked"));
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] { answers[static_cast<size_t>(i)] = Say(true); });
  }
  for (std::thread& thread : threads) thread.join();

  for (const auto& answer : answers) {
    ASSERT_THAT(answer, IsOk());
    EXPECT_FALSE(answer->outcomes[0].existed);
    EXPECT_EQ(answer->revision, before + 1);
  }
}

TEST_F(Requests, ACreatedNounIsAnsweredAsItWasThen) {
  const WriteScope scope(kWorkspace, "r", "d");
  const auto created = Create(ledger_, scope, EntityNamed("b"));
  ASSERT_THAT(created, IsOk());
  model::Entity renamed = EntityNamed("b");
  renamed.display_name = "Another";
  ASSERT_THAT(Replace(renamed), IsOk());

  const auto again = Create(ledger_, scope, EntityNamed("b"));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->record, created->record);
  EXPECT_EQ(again->revision, created->revision);
  EXPECT_EQ(again->record_time, created->record_time);
}

TEST_F(Requests, AreNoRecords) {
  ASSERT_THAT(Say(true), IsOk());
  EXPECT_EQ(ExportedRecords(ledger_).size(), 4U);
}

}  // namespace
}  // namespace gainsay::ledger
