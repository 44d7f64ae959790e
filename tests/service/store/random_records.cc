#include "tests/service/store/random_records.h"

namespace gainsay::store {

using model::Record;

Record RandomRecords::Next() {
  switch (Number(8)) {
    case 0:
      return Entity();
    case 1:
      return Source();
    case 2:
      return Topic();
    case 3:
      return Question();
    case 4:
      return Silence();
    case 5:
      return Relation();
    case 6:
      return Withdrawal();
    default:
      return Claim();
  }
}

std::string RandomRecords::Id() { return "id-" + std::to_string(Number(1000)); }

std::string RandomRecords::Text() {
  static const std::vector<std::string> kTexts = {"",       "five dead",   "панҷ кас",
                                                  "شش نفر", "a\nb\t\"c\"", "\x01"};
  return kTexts[Number(kTexts.size())];
}

model::Decimal RandomRecords::Amount() {
  static const std::vector<std::string> kAmounts = {
      "0", "5", "5.0", "-1.5", "1e3", "0.000001", "12345678901234567890"};
  return *model::Decimal::Parse(kAmounts[Number(kAmounts.size())]);
}

model::Edtf RandomRecords::Time() {
  static const std::vector<std::string> kTimes = {
      "2025",    "2025-12",  "2025-12-23", "201X",         "2025-12-23T10:00:00Z",
      "1991/..", "2025-12~", "2025-21",    "../2025-12-23"};
  return *model::Edtf::Parse(kTimes[Number(kTimes.size())]);
}

std::vector<std::string> RandomRecords::Names(const std::string& collection) {
  std::vector<std::string> names;
  for (uint64_t i = Number(4); i > 0; --i) names.push_back(collection + "/" + Id());
  return names;
}

std::map<std::string, std::string> RandomRecords::Map() {
  std::map<std::string, std::string> map;
  for (uint64_t i = Number(4); i > 0; --i) map[Id()] = Text();
  return map;
}

std::vector<model::Appearance> RandomRecords::Appearances() {
  std::vector<model::Appearance> appearances;
  for (uint64_t i = Number(3); i > 0; --i) {
    appearances.push_back({"sources/" + Id(), Text(), Coin() ? "tg" : "", Text(),
                           Any(model::Access::kFirstHand, model::Access::kUnknown), Coin()});
  }
  return appearances;
}

model::Value RandomRecords::Value() {
  const model::Decimal amount = Amount();
  switch (Number(9)) {
    case 0:
      return Coin();
    case 1:
      return model::Quantity{amount, amount, Any(model::Bound::kExact, model::Bound::kAbout), Text()};
    case 2:
      return model::Quantity{amount, Amount(), model::Bound::kRange, Text()};
    case 3:
      return Time();
    case 4:
      return model::EntityRef{"entities/" + Id()};
    case 5:
      return model::Point{37.25 - static_cast<double>(Number(80)), -0.0, static_cast<double>(Number(3)) / 3};
    case 6:
      return model::Text{Text()};
    case 7:
      return model::Unknown{};
    default:
      return model::None{};
  }
}

model::Entity RandomRecords::Entity() {
  model::Entity entity;
  entity.name = "entities/" + Id();
  entity.display_name = Text();
  entity.names = Map();
  entity.aliases = {Text(), Text()};
  entity.kind = Any(model::EntityKind::kUnspecified, model::EntityKind::kAnonymous);
  if (Coin()) entity.speaks_for = model::SpeaksFor{"entities/" + Id(), Maybe(Time())};
  if (Coin()) entity.spoke_for = {{"entities/" + Id(), Maybe(Time())}, {"entities/" + Id(), Maybe(Time())}};
  entity.owned_by = MaybeName("entities");
  entity.broader = Names("entities");
  entity.external_ids = Map();
  return entity;
}

model::Source RandomRecords::Source() {
  model::Source source;
  source.name = "sources/" + Id();
  source.uri = Text();
  source.title = Text();
  source.publisher = MaybeName("entities");
  source.publish_time = Maybe(Time());
  source.language = Coin() ? "en" : "";
  for (const std::string& cited : Names("sources")) {
    source.cites.push_back({cited, Any(model::CitationKind::kQuotes, model::CitationKind::kCites)});
  }
  source.archive_uri = Text();
  source.content_sha256 = Coin() ? std::string(64, 'a') : "";
  source.reliability = Any(model::Reliability::kA, model::Reliability::kF);
  source.confidential = Coin();
  return source;
}

model::Topic RandomRecords::Topic() {
  return {"topics/" + Id(), Text(), Maybe(Time()), MaybeName("entities"), Names("entities")};
}

model::Question RandomRecords::Question() {
  model::Question question;
  question.name = "topics/" + Id() + "/questions/" + Id();
  question.title = Text();
  question.value_type = Any(model::ValueType::kBoolean, model::ValueType::kText);
  question.unit = Text();
  question.cardinality = Any(model::Cardinality::kOne, model::Cardinality::kMany);
  question.evolution = Any(model::Evolution::kStatic, model::Evolution::kVolatile);
  question.tolerance = {Maybe(Amount()), Maybe(Amount())};
  question.respondents = Names("entities");
  question.parts = Names("topics/t/questions");
  return question;
}

model::Claim RandomRecords::Claim() {
  model::Claim claim;
  claim.question = "topics/" + Id() + "/questions/" + Id();
  claim.name = claim.question + "/claims/" + Id();
  claim.party = "entities/" + Id();
  claim.polarity = Any(model::Polarity::kAffirms, model::Polarity::kDenies);
  if (Number(4) != 0) claim.value = Value();
  claim.certainty = Any(model::Certainty::kCertain, model::Certainty::kUncommitted);
  claim.speech_act = Any(model::SpeechAct::kAssertion, model::SpeechAct::kOpinion);
  claim.said_time = Maybe(Time());
  claim.valid_time = Maybe(Time());
  claim.text = Text();
  claim.appearances = Appearances();
  return claim;
}

model::Silence RandomRecords::Silence() {
  model::Silence silence;
  silence.question = "topics/" + Id() + "/questions/" + Id();
  silence.name = silence.question + "/silences/" + Id();
  silence.party = "entities/" + Id();
  silence.kind = Any(model::SilenceKind::kNoOfficialAnnouncement, model::SilenceKind::kNoneFound);
  silence.as_of_time = Maybe(Time());
  silence.appearances = Appearances();
  return silence;
}

model::Relation RandomRecords::Relation() {
  const std::string question = "topics/" + Id() + "/questions/" + Id();
  return {question + "/relations/" + Id(),
          question + "/claims/" + Id(),
          question + "/claims/" + Id(),
          Any(model::RelationKind::kEntails, model::RelationKind::kNeutral),
          MaybeName("entities"),
          Any(model::RelationMethod::kHuman, model::RelationMethod::kModel),
          Text(),
          Text()};
}

model::Withdrawal RandomRecords::Withdrawal() {
  return {"withdrawals/" + Id(),
          "sources/" + Id(),
          Any(model::WithdrawalKind::kRetracted, model::WithdrawalKind::kVoided),
          Coin() ? "topics/t/questions/q/claims/" + Id() : "",
          Maybe(Time()),
          MaybeName("entities"),
          Appearances()};
}

}  // namespace gainsay::store
