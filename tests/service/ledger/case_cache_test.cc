#include "service/ledger/case_cache.h"

#include <atomic>
#include <cstdlib>
#include <thread>

#include "service/ledger/comparing.h"
#include "tests/service/ledger/every_store.h"
#include "tests/service/ledger/random_history.h"
#include "tests/support/comparison_text.h"

namespace gainsay::ledger {
namespace {

constexpr size_t kAmple = size_t{64} << 20;
constexpr char kQuestion[] = "topics/t/questions/q";
constexpr char kOther[] = "topics/t/questions/other";
const std::vector<std::string> kNobody;

// A ledger whose cases are kept.
class CaseCacheTest : public ::testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override {
    store_ = GetParam().open(directory_.path());
    cases_ = std::make_unique<CaseCache>(*store_, CaseCache::Limits{.most_bytes = kAmple});
  }

  Ledger Fresh() {
    return {*store_, [this] { return now_; }};
  }
  Ledger Keeping() {
    return {*store_, [this] { return now_; }, cases_.get()};
  }

  void Write(const model::Record& record) {
    EXPECT_THAT(ImportAll(Fresh(), {record}).errors, ::testing::IsEmpty());
  }

  // A question with one claim, of a party seen in a document that cites another, which cites a third.
  void WriteChain() {
    for (const char* entity : {"e", "principal", "stranger"}) Write(EntityNamed(entity));
    Write(SourceNamed("third"));
    Write(SourceNamed("second", {"third"}));
    Write(SourceNamed("first", {"second"}));
    Write(TopicNamed("t"));
    Write(QuestionNamed("t", "q"));
    Write(QuestionNamed("t", "other"));
    Write(Seen("e", "first"));
  }

  model::Claim Seen(const std::string& party, const std::string& source) {
    model::Claim claim = ClaimOn(kQuestion, party, true, "by-" + party);
    claim.appearances.push_back({.source = "sources/" + source});
    return claim;
  }

  std::shared_ptr<const StandingCase> Held(const std::string& question = kQuestion,
                                           std::optional<store::Revision> revision = std::nullopt) {
    const auto found = cases_->Find({kWorkspace, question, kNobody, ""}, revision);
    EXPECT_THAT(found, IsOk());
    return found.ok() && *found ? (*found)->standing : nullptr;
  }

  void Read(const std::string& question = kQuestion) {
    EXPECT_THAT(CompareQuestion(Keeping(), kWorkspace, question, {}), IsOk());
  }

  testing::TempDirectory directory_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<CaseCache> cases_;
  absl::Time now_ = absl::FromUnixSeconds(1'767'225'600);
};

std::string Ask(const Ledger& ledger, const std::string& question, const CompareOptions& options) {
  const auto compared = CompareQuestion(ledger, kWorkspace, question, options);
  if (!compared.ok()) return compared.status().ToString();
  return testing::ComparisonText(compared->comparison) + " " + std::to_string(compared->revision);
}

std::string AskTopic(const Ledger& ledger, const CompareOptions& options) {
  const auto compared = CompareTopic(ledger, kWorkspace, "topics/t", options);
  if (!compared.ok()) return compared.status().ToString();
  std::string text;
  for (const auto& comparison : compared->comparisons) text += testing::ComparisonText(comparison);
  return text;
}

TEST_P(CaseCacheTest, WhatIsKeptAnswersAsWhatIsReadAfterAnyWrite) {
  const int seeds = std::getenv("GAINSAY_LONG") == nullptr ? 3 : 100;
  for (int seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    const testing::TempDirectory directory;
    cases_ = nullptr;
    store_ = nullptr;
    store_ = GetParam().open(directory.path());
    // Of both sizes: one that drops cases for want of room, one that does not.
    const size_t most = seed % 2 == 0 ? 40'000 : kAmple;
    cases_ = std::make_unique<CaseCache>(*store_, CaseCache::Limits{.most_bytes = most});
    RandomHistory history(static_cast<uint64_t>(seed));
    for (const model::Record& record : history.Beginnings()) Write(record);
    for (int i = 0; i < 100; ++i) {
      Write(history.Next());
      for (int asked = 0; asked < 3; ++asked) {
        CompareOptions options = history.Reading();
        const std::string question = history.Question();
        if (history.Chance(20)) options.known_at = store_->GetLatestRevision() - history.Below(5);
        ASSERT_EQ(Ask(Keeping(), question, options), Ask(Fresh(), question, options)) << question;
        if (!history.Chance(10)) continue;
        ASSERT_EQ(AskTopic(Keeping(), options), AskTopic(Fresh(), options));
      }
    }
    cases_ = nullptr;
    store_ = nullptr;
  }
}

TEST_P(CaseCacheTest, ACaseIsKeptThroughWritesThatItDoesNotRead) {
  WriteChain();
  Read();
  const auto held = Held();
  ASSERT_NE(held, nullptr);
  model::Entity stranger = EntityNamed("stranger");
  stranger.display_name = "somebody else";
  Write(stranger);
  Write(ClaimOn(kOther, "e", true));
  EXPECT_EQ(Held(), held);
}

TEST_P(CaseCacheTest, AWriteToWhatACaseReadsDropsIt) {
  WriteChain();
  model::Entity turncoat = EntityNamed("e");
  turncoat.speaks_for = model::SpeaksFor{"entities/principal", std::nullopt};
  const model::Record writes[] = {
      Seen("stranger", "second"),
      turncoat,
      Withdrawn("sources/third", model::WithdrawalKind::kSourcePulled, "", "2026-01-01"),
      Withdrawn(std::string(kQuestion) + "/claims/by-e", model::WithdrawalKind::kRetracted, "", "2026-01-01"),
  };
  for (const model::Record& write : writes) {
    Read();
    ASSERT_NE(Held(), nullptr);
    Write(write);
    EXPECT_EQ(Held(), nullptr) << NameOf(write);
  }
}

TEST_P(CaseCacheTest, ACaseStandsAtEveryRevisionSinceItsLastChange) {
  WriteChain();
  Read();
  const auto held = Held();
  ASSERT_NE(held, nullptr);
  const store::Revision changed = held->last_change().revision;
  Write(ClaimOn(kOther, "e", true));
  EXPECT_EQ(Held(kQuestion, changed), held);
  EXPECT_EQ(Held(kQuestion, changed - 1), nullptr);
}

TEST_P(CaseCacheTest, WhenRoomRunsOutTheCasesUsedLastStay) {
  WriteChain();
  Read();
  Read(kOther);
  const size_t room = Held()->bytes() + 2 * Held(kOther)->bytes();
  cases_ = std::make_unique<CaseCache>(*store_, CaseCache::Limits{.most_bytes = room});
  for (const char* id : {"q1", "q2", "q3"}) Write(QuestionNamed("t", id));
  Read();
  Read(kOther);
  for (int i = 0; i < 20; ++i) {
    Read("topics/t/questions/q" + std::to_string(1 + i % 3));
    Read();
  }
  EXPECT_NE(Held(), nullptr);
  EXPECT_EQ(Held(kOther), nullptr);
}

TEST_P(CaseCacheTest, AnswersTakeRoomAlsoWhereNobodyAsksForThemAgain) {
  WriteChain();
  Read();
  Read(kOther);
  const size_t room = Held()->bytes() + Held(kOther)->bytes() + 1'000;
  cases_ = std::make_unique<CaseCache>(*store_, CaseCache::Limits{.most_bytes = room});
  Read();
  Read(kOther);
  auto case_of = Held();
  case_of->answers().Keep("asked", std::string("answer"), 600);
  case_of->answers().Keep("asked", std::string("answer"), 600);  // counts once
  case_of = nullptr;
  ASSERT_NE(Held(kOther), nullptr);
  ASSERT_NE(Held(), nullptr);
  Held(kOther)->answers().Keep("asked", std::string("answer"), 600);

  EXPECT_NE(Held(kOther), nullptr);
  EXPECT_EQ(Held(), nullptr);
}

TEST_P(CaseCacheTest, AnswersAreKeptAsLongAsTheirCase) {
  WriteChain();
  Read();
  Held()->answers().Keep("asked", std::string("answer"), 6);
  EXPECT_EQ(Held()->answers().Find<std::string>("asked"), "answer");
  EXPECT_EQ(Held()->answers().Find<int>("asked"), std::nullopt);
  EXPECT_EQ(Held()->answers().Find<std::string>("else"), std::nullopt);
  Write(Seen("stranger", "second"));
  Read();
  EXPECT_EQ(Held()->answers().Find<std::string>("asked"), std::nullopt);
}

TEST_P(CaseCacheTest, WhoeverWritesSeesItInTheNextAnswerWhileOthersWriteAndRead) {
  WriteChain();
  constexpr int kWriters = 3;
  constexpr int kWrites = 60;
  std::atomic<int> missed = 0;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < kWrites; ++i) {
        const std::string id = "w" + std::to_string(writer) + "-" + std::to_string(i);
        const model::Claim claim = ClaimOn(kQuestion, "e", true, id);
        if (!RecordAll<model::Claim>(Keeping(), kWorkspace, {claim}, "claims").ok()) ++missed;
        const auto compared = CompareQuestion(Keeping(), kWorkspace, kQuestion, {});
        if (!compared.ok()) {
          ++missed;
          continue;
        }
        const auto& claims = compared->standing->file().question.claims;
        const bool seen = std::any_of(claims.begin(), claims.end(),
                                      [&](const auto& on_file) { return on_file.record.name == claim.name; });
        if (!seen) ++missed;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(missed, 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, CaseCacheTest, ::testing::ValuesIn(EveryStore()), StoreName);

}  // namespace
}  // namespace gainsay::ledger
