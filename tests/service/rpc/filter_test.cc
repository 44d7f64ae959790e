#include "service/rpc/filter.h"

#include <optional>
#include <string>
#include <vector>

#include "gainsay/v1/claim.pb.h"
#include "gainsay/v1/comparison.pb.h"
#include "gainsay/v1/entity.pb.h"
#include "gainsay/v1/question.pb.h"
#include "gainsay/v1/source.pb.h"
#include "gainsay/v1/topic.pb.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using testing::StatusIs;

template <class Record>
bool Selects(const std::string& text, const Record& record) {
  const auto filter = FilterFromText(text, *Record::descriptor());
  EXPECT_THAT(filter, IsOk()) << text;
  if (!filter.ok()) return false;
  const auto selected = filter->holds(record);
  EXPECT_THAT(selected, IsOk()) << text;
  return selected.ok() && *selected;
}

template <class Record>
void ExpectSelected(const Record& record, const std::vector<std::string>& filters) {
  for (const std::string& text : filters) EXPECT_TRUE(Selects(text, record)) << text;
}

template <class Record>
void ExpectLeftOut(const Record& record, const std::vector<std::string>& filters) {
  for (const std::string& text : filters) EXPECT_FALSE(Selects(text, record)) << text;
}

template <class Record>
void ExpectRefused(const std::string& text, const std::string& message) {
  EXPECT_THAT(
      FilterFromText(text, *Record::descriptor()),
      StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith("filter: at character " + message)))
      << text;
}

const v1::Entity kEntity = FromJson<v1::Entity>(R"({
  "name": "entities/gknb", "displayName": "State Committee for National Security",
  "names": {"tg": "КДАМ", "zh-Hant": "x"}, "aliases": ["GKNB", "SCNS"], "kind": "ENTITY_KIND_ORGANISATION",
  "speaksFor": {"entity": "entities/tajikistan", "validTime": "1991/.."},
  "externalIds": {"wikidata": "Q1"}, "revision": "7"})");

const v1::Source kSource = FromJson<v1::Source>(R"({
  "name": "sources/s", "publishTime": "2025-12-27", "reliability": "RELIABILITY_B", "confidential": true,
  "cites": [{"source": "sources/a", "kind": "CITATION_KIND_QUOTES"},
            {"source": "sources/b", "kind": "CITATION_KIND_CITES"}]})");

const v1::Claim kClaim = FromJson<v1::Claim>(R"({
  "name": "topics/t/questions/q/claims/c", "party": "entities/gknb", "polarity": "POLARITY_AFFIRMS",
  "value": {"quantity": {"amount": "5.0", "bound": "BOUND_EXACT"}}, "saidTime": "2025-12-24",
  "appearances": [{"source": "sources/s", "quote": "five \"or so\""}], "recordTime": "2026-01-02T03:04:05.6Z"})");

TEST(FilterTest, ABlankFilterSelectsEverything) { ExpectSelected(kEntity, {"", "  "}); }

TEST(FilterTest, FieldsAreNamedAsInJsonOrInTheProto) {
  ExpectSelected(kEntity,
                 {R"(displayName = "State Committee for National Security")", "display_name = State*"});
}

TEST(FilterTest, TextIsComparedLetterByLetterAndInByteOrder) {
  ExpectSelected(kEntity, {"name = entities/gknb", "name != entities/GKNB", "name > entities/a",
                           "name >= entities/gknb", "name < entities/h", "ownedBy = \"\""});
  ExpectLeftOut(kEntity, {"name = entities/GKNB", "name < entities/gknb", "ownedBy != \"\""});
}

TEST(FilterTest, AnAsteriskStandsForAnyCharacters) {
  ExpectSelected(kEntity, {"displayName = *Committee*Sec*", "displayName = *", "name = entities/*",
                           "name = entities/gk*knb OR name = entities/gk*b"});
  ExpectLeftOut(kEntity, {"displayName = Committee*", "name = entities/gknb*b", R"(displayName = "\*")",
                          "name != entities/*"});
}

TEST(FilterTest, RestrictionsAreJoinedAndTurnedRound) {
  ExpectSelected(kEntity, {"kind = OUTLET OR kind = ORGANISATION AND -name = x", "NOT (kind = OUTLET)",
                           "kind = ORGANISATION aliases:GKNB"});
  ExpectLeftOut(kEntity,
                {"kind = ORGANISATION AND aliases:x", "-kind = ORGANISATION", "kind = OUTLET OR name = x"});
}

TEST(FilterTest, EnumsAreNamedShortOrInFull) {
  ExpectSelected(kEntity,
                 {"kind = ORGANISATION", "kind = ENTITY_KIND_ORGANISATION", "kind != OUTLET", "kind:*"});
  ExpectSelected(v1::Entity(), {"kind = UNSPECIFIED", "-kind:*"});
}

TEST(FilterTest, BooleansAreTrueOrFalse) {
  ExpectSelected(kSource, {"confidential = true", "confidential != false"});
  ExpectLeftOut(kSource, {"confidential = false"});
}

TEST(FilterTest, WholeNumbersCompareAsNumbers) {
  ExpectSelected(kEntity, {"revision = 7.0", "revision < 10", "revision >= -7", "revision != 7.5"});
  ExpectLeftOut(kEntity, {"revision > 7"});
}

TEST(FilterTest, AmountsInTextCompareAsExactDecimals) {
  ExpectSelected(kClaim, {"value.quantity.amount = 5", "value.quantity.amount < 10",
                          "value.quantity.amount > 4.99999999999999999999"});
  ExpectLeftOut(kClaim, {"value.quantity.amount != 5", "value.quantity.lower != 5"});
}

TEST(FilterTest, DegreesCompareAsTheyAreWritten) {
  const auto claim = FromJson<v1::Claim>(R"({"value": {"point": {"latitude": 37.2, "longitude": -70.1}}})");
  ExpectSelected(claim, {"value.point.latitude = 37.2", "value.point.longitude < -70"});
}

TEST(FilterTest, ATimeEqualsThePeriodThatItLiesIn) {
  ExpectSelected(kClaim,
                 {"saidTime = 2025-12-24", "saidTime = 2025-12", "saidTime:2025", "saidTime != 2026"});
  ExpectLeftOut(kClaim, {"saidTime = 2025-12-25", "saidTime = \"2025-12-24T10:00:00Z\"", "saidTime != 2025"});
}

TEST(FilterTest, APeriodIsComparedAsAWhole) {
  ExpectSelected(kClaim, {"saidTime >= 2025-12", "saidTime <= 2025-12", "saidTime < 2026",
                          "saidTime > 2025-11", "saidTime > 2025-12-23", "saidTime >= 2025-12-24"});
  ExpectLeftOut(kClaim, {"saidTime > 2025-12", "saidTime < 2025-12", "saidTime >= 2025-12-25",
                         "saidTime < 2025-12-24"});

  const auto month = FromJson<v1::Claim>(R"({"saidTime": "2025-12"})");
  ExpectLeftOut(month, {"saidTime <= 2025-12-24", "saidTime > 2025-12-23", "saidTime = 2025-12-24"});
}

TEST(FilterTest, ATimeOfRecordingIsATimeLikeOthers) {
  ExpectSelected(kClaim,
                 {"recordTime = 2026-01-02", "recordTime >= \"2026-01-02T03:04:05Z\"", "record_time:*"});
  ExpectLeftOut(kClaim, {"recordTime > \"2026-01-02T03:04:05Z\"", "recordTime < 2026"});
}

TEST(FilterTest, ARepeatedFieldIsAskedWhatItHolds) {
  ExpectSelected(kEntity, {"aliases:GKNB", "aliases:SC*", "aliases:*", "-broader:*", "-aliases:KGB"});
  ExpectSelected(kSource, {"cites.source:sources/b", "cites.kind:QUOTES", "cites:*"});
  ExpectSelected(kClaim, {"appearances.source:sources/s", R"(appearances.quote:"*\"or so\"")"});
  ExpectLeftOut(kSource, {"cites.kind:TRANSLATES"});
}

TEST(FilterTest, AMapIsAskedForItsKeysAndByThem) {
  ExpectSelected(kEntity, {"names:tg", "names:zh-*", "names:*", "names.tg = КДАМ", "names.tg:*",
                           "names.\"zh-Hant\" = x", "externalIds.wikidata:Q1", "external_ids:wikidata"});
  ExpectLeftOut(kEntity, {"names:ru", "names.ru:*", "names.tg = x"});
}

TEST(FilterTest, NoComparatorHoldsOfWhatIsNotGiven) {
  const v1::Entity bare = FromJson<v1::Entity>(R"({"name": "entities/a"})");
  ExpectLeftOut(bare, {"speaksFor.entity != entities/x", "speaksFor.validTime != 2025", "names.tg != x",
                       "speaksFor:*"});
  ExpectSelected(bare, {"NOT speaksFor.entity = entities/x", "-speaksFor:*"});
  ExpectLeftOut(kClaim, {"validTime != 2025", "value.boolean = false", "value.boolean != true"});
  ExpectSelected(kClaim, {"value.quantity:*", "-value.boolean:*", "-validTime:*"});
}

TEST(FilterTest, AnUnknownFieldIsRefusedWithThoseThatThereAre) {
  ExpectRefused<v1::Topic>("titel = x",
                           "1: expected a field of Topic: name, title, time, place, participants");
  ExpectRefused<v1::Entity>("a:1", "1: expected a field of Entity");
  ExpectRefused<v1::Entity>("speaksFor.party = x", "11: expected a field of SpeaksFor: entity, validTime");
  ExpectRefused<v1::Claim>("value.none.x = 1", "12: expected a field of None, which has none");
}

TEST(FilterTest, AValueOfAnotherTypeIsRefused) {
  ExpectRefused<v1::Entity>("kind = NEWSPAPER", "8: expected one of UNSPECIFIED, PERSON, ORGANISATION");
  ExpectRefused<v1::Entity>("kind = out*", "8: expected one of");
  ExpectRefused<v1::Source>("confidential = yes", "16: expected true or false");
  ExpectRefused<v1::Claim>("saidTime = yesterday", "12: expected an EDTF time");
  ExpectRefused<v1::Claim>("value.quantity.amount > five", "25: expected a decimal number");
  ExpectRefused<v1::Entity>("revision = *", "12: expected a decimal number");
  ExpectRefused<v1::Entity>("name < a*", "8: expected text without *");
}

TEST(FilterTest, AComparatorThatAFieldDoesNotKnowIsRefused) {
  ExpectRefused<v1::Source>("reliability >= B", "1: expected = or !=, as an enum has no order");
  ExpectRefused<v1::Source>("confidential > false", "1: expected = or !=, as a boolean has no order");
  ExpectRefused<v1::Entity>("aliases = GKNB", "1: expected a colon to ask what is in \"aliases\"");
  ExpectRefused<v1::Source>("cites.kind = QUOTES", "1: expected a colon to ask what is in \"cites\"");
  ExpectRefused<v1::Source>("cites:x", "1: expected * after the colon, or a field of \"cites\"");
  ExpectRefused<v1::Entity>("names = x", "1: expected a colon, or a dot and a key, after the map \"names\"");
  ExpectRefused<v1::Entity>("speaksFor = x", "1: expected :* or a field after the message \"speaksFor\"");
  ExpectRefused<v1::Entity>("name.x = y", "6: expected a comparator, as there is no field \"x\"");
  ExpectRefused<v1::Entity>("names.tg.x = y", "10: expected");
  ExpectRefused<v1::Entity>("aliases.x:y", "9: expected");
}

TEST(FilterTest, AComputedFieldIsAskedForLikeAnEnumOfTheRecords) {
  using Number = absl::StatusOr<std::optional<int>>;
  const auto* const type = v1::Status_descriptor();
  const std::vector<ComputedField> computed = {
      {"status", type, [](const auto&) { return Number(v1::STATUS_CONFIRMED); }},
      {"absent", type, [](const auto&) { return Number(std::nullopt); }},
      {"broken", type, [](const auto&) { return Number(absl::DataLossError("x")); }}};
  const auto holds = [&](const std::string& text) {
    return FilterFromText(text, *v1::Claim::descriptor(), computed)->holds(kClaim);
  };

  EXPECT_TRUE(*holds("status = CONFIRMED AND party:*"));
  EXPECT_FALSE(*holds("status != STATUS_CONFIRMED"));
  EXPECT_FALSE(*holds("absent != CONFIRMED"));
  EXPECT_FALSE(*holds("status = CONFLICTING AND broken = CONFIRMED"));
  EXPECT_THAT(holds("NOT broken = CONFIRMED"), testing::HasCode(absl::StatusCode::kDataLoss));
  EXPECT_TRUE(FilterFromText("-(party:* status = CONFIRMED)", *v1::Claim::descriptor(), computed)->computes);
  EXPECT_FALSE(FilterFromText("party:*", *v1::Claim::descriptor(), computed)->computes);
}

}  // namespace
}  // namespace gainsay::rpc
