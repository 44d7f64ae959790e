#include "service/ledger/watching.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "service/ledger/comparing.h"
#include "tests/service/ledger/every_store.h"
#include "tests/service/ledger/random_history.h"

namespace gainsay::ledger {
namespace {

using engine::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kQuestion[] = "topics/t/questions/q";

// Changes as words: "topics/t/questions/q 5>2 because entities/e".
std::string Words(const StatusChange& change) {
  std::string words = change.question + " " + std::to_string(static_cast<int>(change.before)) + ">" +
                      std::to_string(static_cast<int>(change.after.status));
  for (const std::string& cause : change.causes) words += " " + cause;
  return words;
}

std::string Turn(const std::string& question, Status from, Status to, const std::string& cause) {
  StatusChange change{question, from, {}, {cause}};
  change.after.status = to;
  return Words(change);
}

// The name that a record has once it is on file.
std::string Named(model::Record record) {
  NameByContent(record);
  return NameOf(record);
}

class WatchingTest : public ::testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override {
    store_ = GetParam().open(directory_.path());
    for (const char* entity : {"a", "b", "principal"}) Write(EntityNamed(entity));
    Write(TopicNamed("t"));
    Write(QuestionNamed("t", "q"));
  }

  Ledger ledger() {
    return {*store_, [] { return absl::FromUnixSeconds(1'767'225'600); }};
  }

  void Write(const model::Record& record) { EXPECT_THAT(ImportAll(ledger(), {record}).errors, IsEmpty()); }

  void Say(const std::string& party, const std::string& source = "") {
    model::Claim claim = ClaimOn(kQuestion, party, true, "by-" + party);
    if (!source.empty()) claim.appearances.push_back({.source = "sources/" + source});
    Write(claim);
  }

  // What the latest commit changed.
  std::vector<std::string> Latest(WatchOptions options = {}, const std::string& after = "") {
    options.workspace = kWorkspace;
    std::vector<std::string> changes;
    const store::Revision latest = store_->GetLatestRevision();
    const auto commits = store_->ReadLog(latest - 1, 1);
    EXPECT_THAT(commits, IsOk());
    const auto told = StatusWatch(ledger(), options)
                          .Changes(
                              commits->front(), after,
                              [&](const std::string&, const std::optional<StatusChange>& change) {
                                if (change) changes.push_back(Words(*change));
                                return absl::OkStatus();
                              },
                              [] { return absl::OkStatus(); });
    EXPECT_THAT(told, IsOk());
    return changes;
  }

  testing::TempDirectory directory_;
  std::unique_ptr<store::Store> store_;
};

TEST_P(WatchingTest, AClaimThatIsTheFirstOrTheSecondOrChangesNothing) {
  Say("a");
  EXPECT_THAT(Latest(), ElementsAre(Turn(kQuestion, Status::kNoStatements, Status::kUnconfirmed,
                                         std::string(kQuestion) + "/claims/by-a")));
  Say("b");
  EXPECT_THAT(Latest(), ElementsAre(Turn(kQuestion, Status::kUnconfirmed, Status::kConfirmed,
                                         std::string(kQuestion) + "/claims/by-b")));
  Say("principal");
  EXPECT_THAT(Latest(), IsEmpty());
}

TEST_P(WatchingTest, QuestionsThatStayAsTheyWereAreVisitedToo) {
  Say("a");
  Say("principal");
  Write(ClaimOn(kQuestion, "b", true, "third"));
  const store::Revision latest = store_->GetLatestRevision();
  const auto commits = store_->ReadLog(latest - 1, 1);
  ASSERT_THAT(commits, IsOk());
  std::vector<std::string> visited;
  const WatchOptions options{.workspace = kWorkspace};
  const absl::Status told = StatusWatch(ledger(), options)
                                .Changes(
                                    commits->front(), "",
                                    [&](const std::string& question, const auto& change) {
                                      visited.push_back(question);
                                      EXPECT_FALSE(change.has_value());
                                      return absl::OkStatus();
                                    },
                                    [] { return absl::OkStatus(); });
  EXPECT_THAT(told, IsOk());
  EXPECT_THAT(visited, ElementsAre(kQuestion));
}

TEST_P(WatchingTest, AWithdrawal) {
  Say("a");
  model::Withdrawal withdrawal = Withdrawn(std::string(kQuestion) + "/claims/by-a",
                                           model::WithdrawalKind::kRetracted, "a", "2026-01-02");
  withdrawal.name = "withdrawals/w";
  Write(withdrawal);

  EXPECT_THAT(Latest(),
              ElementsAre(Turn(kQuestion, Status::kUnconfirmed, Status::kWithdrawn, "withdrawals/w")));
}

TEST_P(WatchingTest, ASourceThatIsPulledThreeCitationsAway) {
  Write(SourceNamed("third"));
  Write(SourceNamed("second", {"third"}));
  Write(SourceNamed("first", {"second"}));
  model::Claim claim = ClaimOn(kQuestion, "a", true, "c");
  for (const char* source : {"first", "second", "third"}) {
    claim.appearances.push_back({.source = std::string("sources/") + source});
  }
  Write(claim);
  model::Withdrawal pulled =
      Withdrawn("sources/third", model::WithdrawalKind::kSourcePulled, "", "2026-01-02");
  pulled.name = "withdrawals/w";
  Write(pulled);

  EXPECT_THAT(Latest(),
              ElementsAre(Turn(kQuestion, Status::kUnconfirmed, Status::kWithdrawn, "withdrawals/w")));
}

TEST_P(WatchingTest, AnEntityThatChangesSides) {
  Say("a");
  Say("b");
  Write(SpeakerFor("a", "principal"));
  EXPECT_THAT(Latest(), IsEmpty());
  Write(SpeakerFor("b", "principal"));

  EXPECT_THAT(Latest(), ElementsAre(Turn(kQuestion, Status::kConfirmed, Status::kUnconfirmed, "entities/b")));
}

TEST_P(WatchingTest, AnEntityThatOnlyChangesItsNameIsNotLookedInto) {
  Say("a");
  model::Entity renamed = EntityNamed("a");
  renamed.display_name = "Another";
  Write(renamed);

  EXPECT_THAT(Latest(), IsEmpty());
}

TEST_P(WatchingTest, OnlyWhatIsAskedForIsTold) {
  Write(TopicNamed("other"));
  Write(QuestionNamed("t", "q2"));
  ImportAll(ledger(), {ClaimOn(kQuestion, "a", true, "c"), ClaimOn("topics/t/questions/q2", "b", true, "c")});

  EXPECT_EQ(Latest().size(), 2U);
  EXPECT_EQ(Latest({.scope = "topics/t"}).size(), 2U);
  EXPECT_THAT(Latest({.scope = "topics/other"}), IsEmpty());
  EXPECT_EQ(Latest({.scope = kQuestion}).size(), 1U);
  EXPECT_EQ(Latest({.party = "entities/b"}).size(), 1U);
  EXPECT_EQ(Latest({.statuses = {Status::kUnconfirmed}}).size(), 2U);
  EXPECT_THAT(Latest({.statuses = {Status::kConflicting}}), IsEmpty());
  EXPECT_EQ(Latest({}, kQuestion).size(), 1U);
}

TEST_P(WatchingTest, WhoeverChangesSidesIsFoundByTheSideThatIsWatched) {
  Say("a");
  Write(SpeakerFor("a", "principal"));
  Say("b");

  EXPECT_EQ(Latest({.party = "entities/principal"}).size(), 1U);
}

TEST_P(WatchingTest, APartyThatAloneIsComparedAndComesToASide) {
  Say("a");
  Write(SpeakerFor("b", "a"));

  WatchOptions options;
  options.policy.parties = {"entities/b"};
  EXPECT_THAT(Latest(options),
              ElementsAre(Turn(kQuestion, Status::kNoStatements, Status::kUnconfirmed, "entities/b")));
}

TEST_P(WatchingTest, WhoeverLeavesTheSideThatIsWatchedIsStillTold) {
  Write(SpeakerFor("a", "principal"));
  Write(SpeakerFor("b", "principal"));
  Say("a");
  Say("b");
  Write(EntityNamed("a"));

  EXPECT_THAT(Latest({.party = "entities/principal"}),
              ElementsAre(Turn(kQuestion, Status::kUnconfirmed, Status::kConfirmed, "entities/a")));
}

// Against comparing every question before and after every commit.
TEST_P(WatchingTest, NothingThatChangesIsMissed) {
  const char* asked = std::getenv("GAINSAY_LONG");
  const int histories = asked != nullptr ? 200 : 12;
  int changed = 0;
  for (int seed = 1; seed <= histories && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    testing::TempDirectory directory;
    store_ = GetParam().open(directory.path());
    RandomHistory history(static_cast<uint64_t>(seed));
    std::vector<std::string> questions;
    for (const model::Record& record : history.Beginnings()) {
      if (const auto* question = std::get_if<model::Question>(&record)) questions.push_back(question->name);
      ImportAll(ledger(), {record});
    }
    // Every third history compares but some parties, who may come to a side, or leave it.
    WatchOptions options;
    if (seed % 3 == 0)
      options.policy.parties = {"entities/e" + std::to_string(seed % RandomHistory::kEntities)};
    const auto statuses = [&] {
      std::map<std::string, Status> found;
      for (const std::string& question : questions) {
        const auto compared = CompareQuestion(ledger(), kWorkspace, question, {.policy = options.policy});
        EXPECT_THAT(compared, IsOk());
        found[question] = compared->comparison.status;
      }
      return found;
    };
    std::map<std::string, Status> before = statuses();
    for (int step = 0; step < 150 && !HasFailure(); ++step) {
      const store::Revision revision = store_->GetLatestRevision();
      const model::Record record = history.Next();
      ImportAll(ledger(), {record});
      if (store_->GetLatestRevision() == revision) continue;
      const std::map<std::string, Status> after = statuses();
      std::vector<std::string> expected;
      for (const auto& [question, status] : after) {
        if (before[question] == status) continue;
        expected.push_back(Turn(question, before[question], status, Named(record)));
      }
      EXPECT_EQ(Latest(options), expected);
      changed += static_cast<int>(expected.size());
      before = after;
    }
  }
  EXPECT_GT(changed, 8 * histories);
}

INSTANTIATE_TEST_SUITE_P(Stores, WatchingTest, ::testing::ValuesIn(EveryStore()), StoreName);

}  // namespace
}  // namespace gainsay::ledger
