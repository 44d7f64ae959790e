#include <cstdlib>

#include "service/ledger/comparing.h"
#include "tests/service/ledger/every_store.h"
#include "tests/service/ledger/random_history.h"
#include "tests/support/comparison_text.h"

namespace gainsay::ledger {
namespace {

using Records = std::vector<model::Record>;

// Ledgers on each store that are given the same records in different orders.
class WritingOrder : public ::testing::TestWithParam<StoreKind> {
 protected:
  // All that is on file in the end: one version of each noun, and what was said.
  static Records Everything(RandomHistory& made, int statements) {
    Records records;
    for (int i = 0; i < RandomHistory::kEntities; ++i) records.push_back(made.NewEntity(i));
    for (int i = 0; i < RandomHistory::kSources; ++i) records.push_back(made.NewSource(i));
    for (model::Record& record : made.Beginnings()) {
      const model::NameKind kind = KindOf(record);
      if (kind == model::NameKind::kTopic || kind == model::NameKind::kQuestion) records.push_back(record);
    }
    while (statements > 0) {
      model::Record record = made.Next();
      if (HasRevisions(KindOf(record))) continue;
      records.push_back(std::move(record));
      --statements;
    }
    return records;
  }

  // The same, so that each comes after all that it names; within a kind as it happens.
  static Records ReferencesFirst(Records records, RandomHistory& made) {
    made.Shuffle(records);
    std::stable_sort(records.begin(), records.end(),
                     [](const model::Record& a, const model::Record& b) { return Rank(a) < Rank(b); });
    Records bare;
    for (const model::Record& record : records) {
      if (KindOf(record) == model::NameKind::kEntity || KindOf(record) == model::NameKind::kSource) {
        bare.push_back(Bare(record));
      }
    }
    bare.insert(bare.end(), records.begin(), records.end());
    return bare;
  }

  // What a ledger answers, explained, once it was given the records so many at a time.
  std::string AnswerAfter(const Records& records, size_t at_a_time) {
    const testing::TempDirectory directory;
    const std::unique_ptr<store::Store> store = GetParam().open(directory.path());
    const Ledger ledger{*store, [] { return absl::FromUnixSeconds(1'767'225'600); }};
    for (size_t begin = 0; begin < records.size(); begin += at_a_time) {
      const auto first = records.begin() + static_cast<std::ptrdiff_t>(begin);
      const size_t count = std::min(at_a_time, records.size() - begin);
      const Imported imported = ImportAll(ledger, Records(first, first + static_cast<std::ptrdiff_t>(count)));
      EXPECT_THAT(imported.errors, ::testing::IsEmpty());
    }
    return AnswerOf(ledger, "topics/t") + AnswerOf(ledger, "topics/u");
  }

 private:
  static int Rank(const model::Record& record) {
    const auto* question = std::get_if<model::Question>(&record);
    const bool is_sum = question != nullptr && !question->parts.empty();
    return static_cast<int>(record.index()) * 2 + (is_sum ? 1 : 0);
  }

  static model::Record Bare(const model::Record& record) {
    if (const auto* entity = std::get_if<model::Entity>(&record)) return model::Entity{.name = entity->name};
    return model::Source{.name = NameOf(record)};
  }

  // Everything but when it was recorded.
  static std::string AnswerOf(const Ledger& ledger, const std::string& topic) {
    CompareOptions options;
    options.explain = true;
    absl::StatusOr<Compared> compared = CompareTopic(ledger, kWorkspace, topic, options);
    EXPECT_THAT(compared, IsOk());
    std::string text;
    for (engine::Comparison& comparison : compared->comparisons) {
      if (comparison.since) comparison.since->known_at.clear();
      text += testing::ComparisonText(comparison);
    }
    return text;
  }
};

// How many sets of records: GAINSAY_LONG=1 makes it many.
uint64_t Seeds() { return std::getenv("GAINSAY_LONG") == nullptr ? 5 : 400; }

TEST_P(WritingOrder, DoesNotShowInTheAnswer) {
  for (uint64_t seed = 1; seed <= Seeds(); ++seed) {
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    RandomHistory made(seed);
    Records records = Everything(made, 80);
    const std::string answer = AnswerAfter(records, records.size());

    for (int shuffle = 0; shuffle < 3; ++shuffle) {
      made.Shuffle(records);
      EXPECT_EQ(AnswerAfter(records, records.size()), answer) << "in one import, shuffle " << shuffle;
    }
    EXPECT_EQ(AnswerAfter(ReferencesFirst(records, made), 1), answer) << "one by one";
    EXPECT_EQ(AnswerAfter(ReferencesFirst(records, made), 7), answer) << "seven at a time";
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Stores, WritingOrder, ::testing::ValuesIn(EveryStore()), StoreName);

}  // namespace
}  // namespace gainsay::ledger
