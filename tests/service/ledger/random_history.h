#ifndef GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_HISTORY_H_
#define GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_HISTORY_H_

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "service/ledger/comparing.h"
#include "service/ledger/content_id.h"
#include "service/ledger/record_name.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {

// Makes records of two topics that have much to do with one another: parties that change sides, documents
// that cite each other, questions whose answers often meet. Any record may be followed by any other, and
// nouns by new versions of themselves; what a ledger then refuses (a circle of spokesmen) is its affair.
class RandomHistory {
 public:
  explicit RandomHistory(uint64_t seed) : random_(seed) {}

  // What everything else refers to, each record after those that it names.
  std::vector<model::Record> Beginnings() {
    std::vector<model::Record> records;
    for (int i = 0; i < kEntities; ++i) records.push_back(EntityNamed("e" + std::to_string(i)));
    for (int i = 0; i < kSources; ++i) records.push_back(SourceNamed("s" + std::to_string(i)));
    for (const char* topic : {"t", "u"}) {
      records.push_back(TopicNamed(topic));
      for (const char* id : {"killed-part", "killed", "who", "when", "whether", "what"}) {
        const std::string name = model::Question(QuestionNamed(topic, id)).name;
        questions_.push_back(NewQuestion(name, TypeOf(id)));
        records.push_back(questions_.back());
      }
    }
    return records;
  }

  // Another record, or another version of one.
  model::Record Next() {
    switch (Below(10)) {
      case 0:
        return NewEntity(Below(kEntities));
      case 1:
        return NewSource(Below(kSources));
      case 2: {
        model::Question& question = questions_[Below(static_cast<int>(questions_.size()))];
        return question = NewQuestion(question.name, question.value_type);
      }
      case 3:
        return NewSilence();
      case 4:
        return claims_.empty() ? NewClaim() : NewWithdrawal();
      case 5:
        return texts_.size() < 2 ? NewClaim() : NewRelation();
      default:
        return NewClaim();
    }
  }

  // Speaks only for those before it, so that in no order a circle closes.
  model::Record NewEntity(int number) {
    model::Entity entity = EntityNamed("e" + std::to_string(number));
    entity.kind = static_cast<model::EntityKind>(1 + Below(8));
    if (number == 0) return entity;
    if (Chance(40)) entity.speaks_for = Principal(number);
    if (Chance(25)) entity.spoke_for = {Principal(number)};
    if (Chance(25)) entity.owned_by = Entity(Below(number));
    if (Chance(40)) entity.broader = {Entity(Below(number))};
    return entity;
  }

  model::Record NewSource(int number) {
    model::Source source = SourceNamed("s" + std::to_string(number));
    if (Chance(90)) source.publisher = Entity(Below(kEntities));
    if (Chance(90)) source.publish_time = Day();
    source.reliability = static_cast<model::Reliability>(1 + Below(6));
    for (int i = Below(3); i > 0; --i) source.cites.push_back({Source()});
    return source;
  }

  model::Record NewClaim() {
    const model::Question& question = OneOf(questions_);
    model::Claim claim = ClaimOn(question.name, "", Value(question.value_type));
    claim.party = Entity(Below(kEntities));
    if (Chance(20)) claim.polarity = model::Polarity::kDenies;
    if (Chance(15)) claim.certainty = static_cast<model::Certainty>(1 + Below(4));
    if (Chance(10)) claim.speech_act = static_cast<model::SpeechAct>(1 + Below(6));
    if (Chance(90)) claim.said_time = Day();
    if (Chance(15)) claim.valid_time = Time("202" + std::to_string(4 + Below(2)));
    claim.appearances = Appearances();
    if (Chance(50)) claim.name = question.name + "/claims/c" + std::to_string(++named_);
    const std::string name = Named(claim);
    claims_.push_back(name);
    if (question.value_type == model::ValueType::kText) texts_.push_back(name);
    return claim;
  }

  model::Record NewSilence() {
    model::Silence silence;
    silence.question = OneOf(questions_).name;
    silence.party = Entity(Below(kEntities));
    silence.kind = static_cast<model::SilenceKind>(1 + Below(6));
    silence.as_of_time = Day();
    silence.appearances = Appearances();
    silences_.push_back(Named(silence));
    return silence;
  }

  model::Record NewRelation() {
    model::Relation relation;
    relation.from = OneOf(texts_);
    do {
      relation.to = OneOf(texts_);
    } while (model::ParentOf(relation.to) != model::ParentOf(relation.from));
    relation.kind = static_cast<model::RelationKind>(1 + Below(3));
    relation.author = Entity(0);
    if (Chance(30)) {
      relation.method = model::RelationMethod::kModel;
      relation.model = "nli";
      relation.model_version = "1";
    }
    return relation;
  }

  // Always by the party itself, always with a time.
  model::Record NewWithdrawal() {
    using model::WithdrawalKind;
    const std::string time = "2026-01-0" + std::to_string(1 + Below(9));
    const bool voided = Chance(30);
    if (Chance(25))
      return Withdrawn(Source(), voided ? WithdrawalKind::kVoided : WithdrawalKind::kSourcePulled, "", time);
    if (!silences_.empty() && Chance(25))
      return Withdrawn(OneOf(silences_), voided ? WithdrawalKind::kVoided : WithdrawalKind::kRetracted, "",
                       time);
    const WithdrawalKind ended = Chance(50) ? WithdrawalKind::kRetracted : WithdrawalKind::kDisowned;
    return Withdrawn(OneOf(claims_), voided ? WithdrawalKind::kVoided : ended, "", time);
  }

  // A way to read, the explanation included.
  CompareOptions Reading() {
    CompareOptions options;
    options.explain = true;
    options.policy.min_sides = 1 + Below(3);
    options.policy.count_anonymous = Chance(30);
    options.policy.count_uncertain = Chance(30);
    if (Chance(20)) options.policy.min_reliability = static_cast<model::Reliability>(1 + Below(5));
    if (Chance(15)) options.policy.parties = {Entity(Below(kEntities))};
    if (Chance(25)) options.times.said_until = Day();
    if (Chance(15)) options.times.valid_at = Time("2025");
    return options;
  }

  const std::string& Question() { return OneOf(questions_).name; }
  int Below(int count) { return static_cast<int>(random_() % static_cast<uint64_t>(count)); }
  bool Chance(int percent) { return Below(100) < percent; }
  template <class T>
  void Shuffle(std::vector<T>& items) {
    std::shuffle(items.begin(), items.end(), random_);
  }

  static constexpr int kEntities = 9;
  static constexpr int kSources = 8;

 private:
  template <class T>
  const T& OneOf(const std::vector<T>& items) {
    return items[Below(static_cast<int>(items.size()))];
  }
  static std::string Entity(int number) { return "entities/e" + std::to_string(number); }
  std::string Source() { return "sources/s" + std::to_string(Below(kSources)); }
  model::Edtf Day() { return Time("2025-12-2" + std::to_string(Below(10))); }
  static std::string Named(model::Record record) {
    NameByContent(record);
    return NameOf(record);
  }

  static model::ValueType TypeOf(const std::string& id) {
    if (id == "who") return model::ValueType::kEntity;
    if (id == "when") return model::ValueType::kTime;
    if (id == "whether") return model::ValueType::kBoolean;
    if (id == "what") return model::ValueType::kText;
    return model::ValueType::kQuantity;
  }

  model::SpeaksFor Principal(int number) {
    model::SpeaksFor principal{Entity(Below(number)), std::nullopt};
    if (Chance(50)) principal.valid_time = Time(Chance(50) ? "../2025-12-24" : "2025-12-25/..");
    return principal;
  }

  model::Question NewQuestion(const std::string& name, model::ValueType type) {
    model::Question question;
    question.name = name;
    question.title = "Title " + std::to_string(Below(100));
    question.value_type = type;
    question.evolution = static_cast<model::Evolution>(1 + Below(4));
    if (Chance(25)) question.cardinality = model::Cardinality::kMany;
    for (int i = 0; i < kEntities; ++i) {
      if (Chance(20)) question.respondents.push_back(Entity(i));
    }
    if (type != model::ValueType::kQuantity) return question;
    question.unit = "persons";
    if (Chance(30)) question.tolerance.absolute = model::Decimal::Parse("1").value();
    if (Chance(20)) question.tolerance.relative = model::Decimal::Parse("0.2").value();
    if (name.ends_with("/killed") && Chance(60)) question.parts = {name + "-part"};
    return question;
  }

  model::Value Value(model::ValueType type) {
    switch (type) {
      case model::ValueType::kBoolean:
        return Chance(50);
      case model::ValueType::kQuantity: {
        const model::Decimal number = *model::Decimal::Parse(std::to_string(3 + Below(3)));
        return model::Quantity{number, number, static_cast<model::Bound>(1 + Below(6)), "persons"};
      }
      case model::ValueType::kTime:
        return Time(Chance(20) ? "2025-12" : "2025-12-2" + std::to_string(Below(3)));
      case model::ValueType::kText:
        return model::Text{"text " + std::to_string(Below(4))};
      case model::ValueType::kEntity:
      case model::ValueType::kPlace:
        break;
    }
    return model::EntityRef{Entity(Below(kEntities))};
  }

  std::vector<model::Appearance> Appearances() {
    std::vector<model::Appearance> appearances;
    for (int i = Below(3); i > 0; --i) {
      model::Appearance appearance{Source()};
      appearance.access = static_cast<model::Access>(1 + Below(3));
      appearance.interpreted = Chance(10);
      appearances.push_back(std::move(appearance));
    }
    return appearances;
  }

  std::mt19937_64 random_;
  std::vector<model::Question> questions_;
  std::vector<std::string> claims_;
  std::vector<std::string> texts_;  // of these, those of TEXT questions
  std::vector<std::string> silences_;
  int named_ = 0;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_HISTORY_H_
