#include "tests/property/random_case.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/property/random_values.h"

namespace gainsay::testing {
namespace {

using model::EntityKind;
using model::ValueType;

constexpr int kParties = 9;
constexpr int kSources = 10;
constexpr char kQuestion[] = "topics/t/questions/q";

std::string Party(int number) { return absl::StrCat("entities/p", number); }
std::string SourceOf(int number) { return absl::StrCat("sources/s", number); }

class CaseMaker {
 public:
  explicit CaseMaker(uint32_t seed) : random_(seed) {}

  RandomCase Make() {
    AddEntities();
    AddSources();
    made_.file.question.question = MakeQuestion();
    Fill(&made_.file.question, random_.Below(13));
    if (made_.file.question.question.value_type == ValueType::kQuantity && random_.Chance(30)) AddParts();
    SetReading();
    return std::move(made_);
  }

 private:
  template <class T>
  engine::OnFile<T> Filed(T record) {
    ++revision_;
    return {std::move(record), revision_, absl::FromUnixSeconds(1'780'000'000 + revision_)};
  }

  // Whoever a party speaks for or is owned by has a lower number: no cycles, as when written.
  model::SpeaksFor SpeaksFor(int number) {
    model::SpeaksFor speaks_for{Party(random_.Below(number)), std::nullopt};
    if (random_.Chance(40)) speaks_for.valid_time = random_.ZonelessTime();
    return speaks_for;
  }

  void AddEntities() {
    static const std::vector<EntityKind> kinds = {EntityKind::kPerson,       EntityKind::kGovernment,
                                                  EntityKind::kOutlet,       EntityKind::kOutlet,
                                                  EntityKind::kOrganisation, EntityKind::kAnonymous};
    for (int i = 0; i < kParties; ++i) {
      model::Entity entity{
          .name = Party(i), .display_name = absl::StrCat("p", i), .kind = random_.OneOf(kinds)};
      if (i > 0 && random_.Chance(25)) entity.speaks_for = SpeaksFor(i);
      if (i > 0 && random_.Chance(10)) entity.spoke_for.push_back(SpeaksFor(i));
      if (i > 0 && random_.Chance(15)) entity.owned_by = Party(random_.Below(i));
      made_.file.entities[entity.name] = std::move(entity);
    }
    for (model::Entity& entity : random_.Hierarchy()) made_.file.entities[entity.name] = std::move(entity);
  }

  void AddSources() {
    for (int i = 0; i < kSources; ++i) {
      model::Source source{.name = SourceOf(i)};
      if (random_.Chance(85)) source.publisher = Party(random_.Below(kParties));
      if (random_.Chance(85)) source.publish_time = random_.Day();
      source.reliability = static_cast<model::Reliability>(1 + random_.Below(6));
      for (int cited = 0; cited < kSources; ++cited) {
        if (random_.Chance(12)) source.cites.push_back({SourceOf(cited), model::CitationKind::kCites});
      }
      made_.file.sources[source.name] = std::move(source);
    }
    for (int i = 0; i < kSources; ++i) {
      if (!random_.Chance(8)) continue;
      made_.file.source_withdrawals.push_back(Filed(MakeWithdrawal(SourceOf(i), SourceEnding())));
    }
  }

  model::Question MakeQuestion() {
    static const std::vector<ValueType> types = {
        ValueType::kBoolean, ValueType::kQuantity, ValueType::kQuantity, ValueType::kTime,
        ValueType::kEntity,  ValueType::kPlace,    ValueType::kText};
    model::Question question{.name = kQuestion, .title = "What?", .value_type = random_.OneOf(types)};
    if (question.value_type == ValueType::kQuantity) question.unit = "km";
    if (random_.Chance(25)) question.cardinality = model::Cardinality::kMany;
    if (random_.Chance(50)) question.evolution = static_cast<model::Evolution>(1 + random_.Below(4));
    if (random_.Chance(25)) question.tolerance.absolute = model::Decimal::Parse("1").value();
    if (random_.Chance(15)) question.tolerance.relative = model::Decimal::Parse("0.2").value();
    for (int i = 0; i < kParties; ++i) {
      if (random_.Chance(20)) question.respondents.push_back(Party(i));
    }
    return question;
  }

  model::WithdrawalKind SourceEnding() {
    return random_.Chance(70) ? model::WithdrawalKind::kSourcePulled : model::WithdrawalKind::kVoided;
  }

  model::Withdrawal MakeWithdrawal(const std::string& target, model::WithdrawalKind kind) {
    model::Withdrawal withdrawal{
        .name = absl::StrCat("withdrawals/w", revision_), .target = target, .kind = kind};
    if (random_.Chance(70)) withdrawal.time = random_.Day();
    return withdrawal;
  }

  std::vector<model::Appearance> MakeAppearances() {
    std::vector<model::Appearance> appearances;
    for (int i = random_.Below(4); i > 0; --i) {
      model::Appearance appearance{.source = SourceOf(random_.Below(kSources))};
      appearance.access = static_cast<model::Access>(1 + random_.Below(3));
      appearance.interpreted = random_.Chance(10);
      appearances.push_back(std::move(appearance));
    }
    return appearances;
  }

  model::Claim MakeClaim(const model::Question& question, int number) {
    model::Claim claim{.name = absl::StrCat(question.name, "/claims/c", number),
                       .question = question.name,
                       .party = Party(random_.Below(kParties))};
    const engine::Stated stated = random_.Statement(question.value_type);
    claim.value = stated.value;
    claim.polarity = stated.polarity;
    if (random_.Chance(5)) {
      claim.value = model::Unknown{};
      claim.polarity = model::Polarity::kAffirms;
    }
    if (random_.Chance(20)) claim.certainty = static_cast<model::Certainty>(1 + random_.Below(4));
    if (random_.Chance(12)) claim.speech_act = static_cast<model::SpeechAct>(1 + random_.Below(6));
    if (random_.Chance(85)) claim.said_time = random_.Chance(90) ? random_.Day() : random_.ZonelessTime();
    if (random_.Chance(15))
      claim.valid_time = random_.Chance(80) ? random_.ZonelessTime() : random_.ZonedTime();
    claim.appearances = MakeAppearances();
    return claim;
  }

  void Fill(engine::QuestionFile* file, int claims) {
    for (int i = 0; i < claims; ++i) file->claims.push_back(Filed(MakeClaim(file->question, i)));
    for (int i = random_.Below(4); i > 0; --i) {
      model::Silence silence{.name = absl::StrCat(file->question.name, "/silences/s", i),
                             .question = file->question.name,
                             .party = Party(random_.Below(kParties)),
                             .kind = static_cast<model::SilenceKind>(1 + random_.Below(6))};
      if (random_.Chance(80)) silence.as_of_time = random_.Day();
      silence.appearances = MakeAppearances();
      file->silences.push_back(Filed(std::move(silence)));
    }
    for (int i = 0; i < claims; ++i) {
      if (!random_.Chance(8)) continue;
      static const std::vector<model::WithdrawalKind> kinds = {
          model::WithdrawalKind::kRetracted, model::WithdrawalKind::kSuperseded,
          model::WithdrawalKind::kDisowned, model::WithdrawalKind::kVoided};
      file->withdrawals.push_back(Filed(MakeWithdrawal(file->claims[i].record.name, random_.OneOf(kinds))));
    }
    if (file->question.value_type == ValueType::kText && claims > 1) AddRelations(file, claims);
  }

  void AddRelations(engine::QuestionFile* file, int claims) {
    for (int i = random_.Below(4); i > 0; --i) {
      model::Relation relation{.name = absl::StrCat(file->question.name, "/relations/r", i),
                               .from = file->claims[random_.Below(claims)].record.name,
                               .to = file->claims[random_.Below(claims)].record.name,
                               .kind = static_cast<model::RelationKind>(1 + random_.Below(3)),
                               .author = Party(0)};
      if (random_.Chance(30)) {
        relation.method = model::RelationMethod::kModel;
        made_.models_judge = true;
      }
      file->relations.push_back(Filed(std::move(relation)));
    }
  }

  void AddParts() {
    for (int i = 0; i < 2; ++i) {
      engine::QuestionFile part;
      part.question = {.name = absl::StrCat(kQuestion, i), .value_type = ValueType::kQuantity, .unit = "m"};
      made_.file.question.question.parts.push_back(part.question.name);
      Fill(&part, random_.Below(8));
      made_.file.parts.push_back(std::move(part));
    }
  }

  void SetReading() {
    engine::Policy& policy = made_.policy;
    policy.min_sides = random_.OneOf<int>({1, 2, 2, 2, 3});
    policy.count_anonymous = random_.Chance(30);
    policy.count_uncertain = random_.Chance(30);
    if (random_.Chance(20)) policy.min_reliability = static_cast<model::Reliability>(1 + random_.Below(5));
    if (random_.Chance(10)) policy.parties = {Party(random_.Below(kParties)), Party(random_.Below(kParties))};
    if (random_.Chance(30)) made_.times.said_until = random_.Day();
    if (random_.Chance(15)) made_.times.valid_at = random_.ZonelessTime();
  }

  RandomValues random_;
  RandomCase made_;
  int64_t revision_ = 0;
};

}  // namespace

RandomCase MakeRandomCase(uint32_t seed) { return CaseMaker(seed).Make(); }

}  // namespace gainsay::testing
