#ifndef GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_CASE_H_
#define GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_CASE_H_

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "service/ledger/content_id.h"
#include "service/ledger/record_name.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {

// Makes sets of records that refer to one another in every allowed way and can all be on file together.
class RandomCase {
 public:
  explicit RandomCase(uint64_t seed) : random_(seed) {}

  std::vector<model::Record> Make() {
    records_.clear();
    entities_.clear();
    sources_.clear();
    questions_.clear();
    for (int i = 0; i < 12; ++i) MakeEntity();
    for (int i = 0; i < 10; ++i) sources_.push_back("sources/" + Id(i));
    for (size_t i = 0; i < sources_.size(); ++i) MakeSource(sources_[i]);
    for (const char* id : {"a", "a-b", "a.c", "a0", "b"}) MakeTopic(id);
    for (int i = 0; i < 60; ++i) MakeClaim();
    for (int i = 0; i < 10; ++i) MakeSilence();
    return records_;
  }

  void Shuffle(std::vector<model::Record>& records) { std::shuffle(records.begin(), records.end(), random_); }

 private:
  size_t Number(size_t below) { return random_() % below; }
  bool Coin() { return Number(2) == 0; }
  const std::string& Any(const std::vector<std::string>& names) { return names[Number(names.size())]; }
  // Ids of which some are the beginning of others.
  std::string Id(int i) {
    static constexpr const char* kStems[] = {"x", "x-", "x.", "x0", "x--"};
    return std::string(kStems[Number(5)]) + std::to_string(i);
  }

  void MakeEntity() {
    model::Entity entity = EntityNamed(Id(static_cast<int>(entities_.size())));
    if (!entities_.empty()) {
      if (Coin()) entity.speaks_for = model::SpeaksFor{Any(entities_), Time("2000/2020")};
      if (Coin()) entity.spoke_for = {{Any(entities_), Time("1990/1999")}};
      if (Coin()) entity.owned_by = Any(entities_);
      if (Coin()) entity.broader = {Any(entities_)};
    }
    entities_.push_back(entity.name);
    records_.push_back(entity);
  }

  void MakeSource(const std::string& name) {
    model::Source source;
    source.name = name;
    if (Coin()) source.publisher = Any(entities_);
    if (Coin()) source.publish_time = Time("2025-12-2" + std::to_string(Number(9)));
    while (Coin()) source.cites.push_back({Any(sources_)});
    records_.push_back(source);
    if (Number(4) == 0) Keep(Withdrawn(name, model::WithdrawalKind::kSourcePulled));
  }

  void MakeTopic(const std::string& id) {
    model::Topic topic = TopicNamed(id);
    if (Coin()) topic.place = Any(entities_);
    if (Coin()) topic.participants = {Any(entities_), Any(entities_)};
    records_.push_back(topic);
    std::vector<std::string> sums;
    for (const char* question : {"q", "q-1", "q.2", "q0"}) {
      const auto type = model::ValueType{1 + static_cast<int>(Number(6))};
      model::Question made = QuestionNamed(id, question, type);
      if (Coin()) made.respondents = {Any(entities_)};
      if (type == model::ValueType::kQuantity) {
        if (!sums.empty()) made.parts = {Any(sums)};
        sums.push_back(made.name);
      }
      questions_.push_back(made);
      records_.push_back(made);
    }
  }

  model::Value Value(model::ValueType type) {
    switch (type) {
      case model::ValueType::kBoolean:
        return Coin();
      case model::ValueType::kQuantity:
        return Amount(std::to_string(Number(9)));
      case model::ValueType::kTime:
        return Time("2025-12-2" + std::to_string(Number(9)));
      case model::ValueType::kEntity:
        return model::EntityRef{Any(entities_)};
      case model::ValueType::kPlace:
        return model::Point{37.2, 70.1, 1000.0 * static_cast<double>(Number(9))};
      case model::ValueType::kText:
        return model::Text{"text " + std::to_string(Number(9))};
    }
    return model::Unknown{};
  }

  std::vector<model::Appearance> Appearances() {
    std::vector<model::Appearance> appearances;
    while (Coin()) {
      appearances.push_back({Any(sources_)});
      appearances.back().quote = "quote " + std::to_string(Number(9));
    }
    return appearances;
  }

  void MakeClaim() {
    const model::Question& question = questions_[Number(questions_.size())];
    model::Claim claim;
    claim.question = question.name;
    claim.party = Any(entities_);
    claim.value = Value(question.value_type);
    if (Coin()) claim.said_time = Time("2025-12-" + std::to_string(10 + Number(9)));
    claim.appearances = Appearances();
    if (Coin()) claim.name = question.name + "/claims/" + Id(static_cast<int>(records_.size()));
    const std::string name = Keep(claim);
    if (Number(4) == 0) Keep(Withdrawn(name, model::WithdrawalKind::kVoided));
    if (Number(4) == 0) Keep(Withdrawn(name, model::WithdrawalKind::kDisowned));
    if (question.value_type != model::ValueType::kText || Coin()) return;
    model::Relation relation;
    relation.from = name;
    claim.name.clear();
    claim.value = model::Text{"text"};
    relation.to = Keep(claim);
    relation.author = Any(entities_);
    Keep(relation);
  }

  void MakeSilence() {
    model::Silence silence;
    silence.question = questions_[Number(questions_.size())].name;
    silence.party = Any(entities_);
    silence.appearances = Appearances();
    const std::string name = Keep(silence);
    if (Coin()) Keep(Withdrawn(name, model::WithdrawalKind::kRetracted));
  }

  // Adds a record and returns the name it will have.
  std::string Keep(model::Record record) {
    records_.push_back(record);
    NameByContent(record);
    return NameOf(record);
  }

  std::mt19937_64 random_;
  std::vector<model::Record> records_;
  std::vector<std::string> entities_;
  std::vector<std::string> sources_;
  std::vector<model::Question> questions_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_TESTS_SERVICE_LEDGER_RANDOM_CASE_H_
