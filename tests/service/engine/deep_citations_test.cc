#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"

namespace gainsay::engine {
namespace {

constexpr char kQuestion[] = "topics/t/questions/q";
constexpr int kCycle = 10'000;
constexpr int kChain = 100'000;

std::string SourceName(int number) { return absl::StrCat("sources/s", number); }
std::string PublisherName(int number) { return absl::StrCat("entities/p", number); }

// Documents of a publisher each, of which each cites the next and, in a cycle, the last the first.
CaseFile Row(int length, bool cycle) {
  CaseFile file;
  file.question.question = {.name = kQuestion, .value_type = model::ValueType::kBoolean};
  for (int i = 0; i < length; ++i) {
    model::Source source{.name = SourceName(i), .publisher = PublisherName(i)};
    if (i + 1 < length || cycle) source.cites.push_back({SourceName((i + 1) % length)});
    file.sources[source.name] = std::move(source);
    file.entities[PublisherName(i)] = {.name = PublisherName(i), .kind = model::EntityKind::kOutlet};
  }
  return file;
}

model::Claim& AddClaim(CaseFile& file, const std::string& party) {
  const std::string id = absl::StrCat("c", file.question.claims.size());
  model::Claim claim{.name = absl::StrCat(kQuestion, "/claims/", id), .question = kQuestion, .party = party};
  claim.value = true;
  file.question.claims.push_back({std::move(claim)});
  return file.question.claims.back().record;
}

// What the publisher of a document says in it.
void SayIn(CaseFile& file, int document) {
  AddClaim(file, PublisherName(document)).appearances = {{.source = SourceName(document)}};
}

// What a minister says, seen in a document.
void QuoteIn(CaseFile& file, int document) {
  AddClaim(file, "entities/minister").appearances.push_back({.source = SourceName(document)});
}

void ExpectOneVoice(const Comparison& comparison, int documents) {
  EXPECT_EQ(comparison.status, Status::kUnconfirmed);
  EXPECT_EQ(comparison.counts.sides, 1);
  EXPECT_EQ(comparison.counts.origins_min, 1);
  EXPECT_EQ(comparison.counts.origins_max, 1);
  EXPECT_EQ(comparison.counts.documents, documents);
  EXPECT_TRUE(comparison.flags.contains(Flag::kSingleOrigin));
}

TEST(DeepCitationsTest, ACycleWhoseOppositeDocumentsSaySoIsOneOrigin) {
  CaseFile file = Row(kCycle, true);
  SayIn(file, 0);
  SayIn(file, kCycle / 2);

  const Comparison comparison = Compare(file, {}, {}, true);

  ExpectOneVoice(comparison, 2);
  EXPECT_TRUE(comparison.flags.contains(Flag::kCircularSourcing));
}

TEST(DeepCitationsTest, ACycleWhoseEveryTenthDocumentSaysSoIsOneOrigin) {
  CaseFile file = Row(kCycle, true);
  for (int i = 0; i < kCycle; i += 10) SayIn(file, i);

  const Comparison comparison = Compare(file, {}, {}, false);

  ExpectOneVoice(comparison, kCycle / 10);
  EXPECT_TRUE(comparison.flags.contains(Flag::kCircularSourcing));
}

TEST(DeepCitationsTest, ACycleInWhichEveryDocumentQuotesOneMinisterIsOneOrigin) {
  CaseFile file = Row(kCycle, true);
  for (int i = 0; i < kCycle; ++i) QuoteIn(file, i);

  const Comparison comparison = Compare(file, {}, {}, false);

  ExpectOneVoice(comparison, kCycle);
}

TEST(DeepCitationsTest, TheFirstOfAChainHasItFromTheLast) {
  CaseFile file = Row(kChain, false);
  SayIn(file, 0);
  SayIn(file, kChain - 1);

  const Comparison comparison = Compare(file, {}, {}, true);

  ExpectOneVoice(comparison, 2);
  ASSERT_EQ(comparison.positions.size(), 1U);
  EXPECT_EQ(comparison.positions[0].sides, std::vector<std::string_view>{PublisherName(kChain - 1)});
  EXPECT_TRUE(comparison.flags.contains(Flag::kDerivedSupport));
}

TEST(DeepCitationsTest, AThousandPapersAlongAChainHaveItFromTheLast) {
  CaseFile file = Row(kChain, false);
  for (int i = 0; i < kChain - 1; i += kChain / 1'000) SayIn(file, i);
  SayIn(file, kChain - 1);

  const Comparison comparison = Compare(file, {}, {}, false);

  ExpectOneVoice(comparison, 1'001);
  ASSERT_EQ(comparison.positions.size(), 1U);
  EXPECT_EQ(comparison.positions[0].sides, std::vector<std::string_view>{PublisherName(kChain - 1)});
  EXPECT_TRUE(comparison.flags.contains(Flag::kDerivedSupport));
}

TEST(DeepCitationsTest, AMinisterQuotedAllAlongAChainIsKnownFromItsLastDocument) {
  CaseFile file = Row(kChain, false);
  for (int i = 0; i < kChain; i += kChain / 10'000) QuoteIn(file, i);

  const Comparison comparison = Compare(file, {}, {}, false);

  ExpectOneVoice(comparison, 10'000);
  EXPECT_EQ(comparison.positions[0].sides, std::vector<std::string_view>{"entities/minister"});
}

TEST(DeepCitationsTest, AChainOfReprintsFallsWithTheDocumentAtItsEnd) {
  CaseFile file = Row(kChain, false);
  model::Claim& claim = AddClaim(file, "entities/minister");
  for (int i = 0; i < kChain; ++i) claim.appearances.push_back({.source = SourceName(i)});
  model::Withdrawal pulled{.name = "withdrawals/w",
                           .target = SourceName(kChain - 1),
                           .kind = model::WithdrawalKind::kSourcePulled};
  pulled.time = *model::Edtf::Parse("2025-12-28");
  file.source_withdrawals.push_back({pulled});

  const Comparison comparison = Compare(file, {}, {}, false);

  EXPECT_EQ(comparison.status, Status::kWithdrawn);
}

}  // namespace
}  // namespace gainsay::engine
