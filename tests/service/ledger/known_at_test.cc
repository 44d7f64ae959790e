#include <cstdlib>

#include "service/ledger/comparing.h"
#include "tests/service/ledger/every_store.h"
#include "tests/service/ledger/random_history.h"
#include "tests/support/comparison_text.h"

namespace gainsay::ledger {
namespace {

constexpr char kTopic[] = "topics/t";

// An answer, and what was asked; without a question, the whole topic.
struct Remembered {
  std::string question;
  CompareOptions options;
  store::Revision revision = 0;
  std::string answer;
};

// A ledger with a history, on each store, that remembers what it answered on the way.
class KnownAt : public ::testing::TestWithParam<StoreKind> {
 protected:
  void Open() {
    store_ = nullptr;  // a directory has one owner at a time
    store_ = GetParam().open(directory_->path());
  }
  Ledger ledger() {
    return {*store_, [this] { return now_; }};
  }

  void Begin(uint64_t seed) {
    directory_ = std::make_unique<testing::TempDirectory>();
    Open();
    now_ = absl::FromUnixSeconds(1'767'225'600);
    remembered_.clear();
    made_ = std::make_unique<RandomHistory>(seed);
    for (const model::Record& record : made_->Beginnings()) Write(record);
  }

  // Writes a record, or the next version of one, at a time that may be that of the write before.
  void Write(const model::Record& record) {
    now_ += absl::Milliseconds(made_->Below(3));
    EXPECT_THAT(ImportAll(ledger(), {record}).errors, ::testing::IsEmpty());
  }

  void GoOn(int writes) {
    for (int i = 0; i < writes; ++i) {
      Write(made_->Next());
      Remember("", made_->Reading());
      Remember(made_->Question(), made_->Reading());
    }
  }

  std::string Ask(const std::string& question, const CompareOptions& options, store::Revision* revision) {
    if (!question.empty()) {
      const auto compared = CompareQuestion(ledger(), kWorkspace, question, options);
      if (!compared.ok()) return compared.status().ToString();
      *revision = compared->revision;
      return testing::ComparisonText(compared->comparison);
    }
    const absl::StatusOr<Compared> compared = CompareTopic(ledger(), kWorkspace, kTopic, options);
    if (!compared.ok()) return compared.status().ToString();
    *revision = compared->revision;
    std::string text;
    for (const engine::Comparison& comparison : compared->comparisons) {
      text += testing::ComparisonText(comparison);
    }
    return text;
  }

  void Remember(const std::string& question, const CompareOptions& options) {
    Remembered asked{question, options};
    asked.answer = Ask(question, options, &asked.revision);
    ASSERT_GT(asked.revision, 0) << asked.answer;
    remembered_.push_back(std::move(asked));
  }

  // Asks everything again, as of the moments at which it was asked.
  void ExpectTheAnswersGivenThen() {
    for (const Remembered& asked : remembered_) {
      ExpectAnswer(asked, asked.revision);
      ExpectAnswer(asked, TimeOf(asked.revision));
      if (asked.revision < Latest()) {
        ExpectAnswer(asked, TimeOf(asked.revision + 1) - absl::Nanoseconds(1));
      }
      if (HasFailure()) return;
    }
  }

  std::vector<Remembered> remembered_;

 private:
  void ExpectAnswer(const Remembered& asked, std::variant<store::Revision, absl::Time> known_at) {
    CompareOptions options = asked.options;
    options.known_at = known_at;
    store::Revision revision = 0;
    EXPECT_EQ(Ask(asked.question, options, &revision), asked.answer) << "revision " << asked.revision;
    EXPECT_EQ(revision, asked.revision);
  }

  store::Revision Latest() { return (*store_->GetSnapshot())->revision(); }
  absl::Time TimeOf(store::Revision revision) {
    const auto entries = store_->ReadLog(revision - 1, 1);
    EXPECT_THAT(entries, IsOk());
    return entries->front().time;
  }

  std::unique_ptr<testing::TempDirectory> directory_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<RandomHistory> made_;
  absl::Time now_;
};

// How many histories: GAINSAY_LONG=1 makes it many.
uint64_t Seeds() { return std::getenv("GAINSAY_LONG") == nullptr ? 3 : 300; }

TEST_P(KnownAt, AnEarlierMomentGivesExactlyTheAnswerGivenThen) {
  for (uint64_t seed = 1; seed <= Seeds(); ++seed) {
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    Begin(seed);
    GoOn(60);

    ExpectTheAnswersGivenThen();
    GoOn(30);
    ExpectTheAnswersGivenThen();
    if (GetParam().durable) {
      Open();
      ExpectTheAnswersGivenThen();
    }
    if (HasFailure()) return;
  }
}

TEST_P(KnownAt, AHistoryIsOneOfManyDifferentAnswers) {
  Begin(1);
  GoOn(60);
  std::set<std::string> answers;
  for (const Remembered& asked : remembered_) answers.insert(asked.answer);
  EXPECT_GT(answers.size(), remembered_.size() / 2);
}

TEST_P(KnownAt, BeforeTheFirstWriteNothingIsOnFile) {
  Begin(1);
  CompareOptions options;
  options.known_at = store::Revision{0};
  EXPECT_THAT(CompareTopic(ledger(), kWorkspace, kTopic, options), HasCode(absl::StatusCode::kNotFound));
}

TEST_P(KnownAt, AMomentThatHasNotComeIsRefusedByRevisionAndReadAsNowByTime) {
  Begin(1);
  GoOn(10);
  CompareOptions options;
  options.known_at = store::Revision{1'000'000};
  EXPECT_THAT(CompareTopic(ledger(), kWorkspace, kTopic, options), HasCode(absl::StatusCode::kOutOfRange));
  store::Revision revision = 0;
  const std::string now = Ask("", {}, &revision);
  options.known_at = absl::InfiniteFuture();
  EXPECT_EQ(Ask("", options, &revision), now);
}

INSTANTIATE_TEST_SUITE_P(Stores, KnownAt, ::testing::ValuesIn(EveryStore()), StoreName);

}  // namespace
}  // namespace gainsay::ledger
