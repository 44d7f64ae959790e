#include "tests/benchmark/question_shapes.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace gainsay::benchmark {
namespace {

constexpr char kQuestion[] = "topics/t/questions/q";

model::Edtf At(int minutes) {
  const absl::Time time = absl::FromUnixSeconds(1'700'000'000) + absl::Minutes(minutes);
  return *model::Edtf::Parse(absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone()));
}

model::Value Amount(int amount, model::Bound bound = model::Bound::kExact) {
  const model::Decimal decimal = *model::Decimal::Parse(absl::StrCat(amount));
  return model::Quantity{decimal, decimal, bound, ""};
}

// A case in which every claim comes from a party of its own unless told otherwise, said a minute after the
// one before and seen in the party's own document.
class Builder {
 public:
  explicit Builder(model::ValueType type) {
    file_.question.question.name = kQuestion;
    file_.question.question.value_type = type;
  }

  model::Question& question() { return file_.question.question; }

  model::Entity& Entity(const std::string& id) {
    model::Entity& entity = file_.entities["entities/" + id];
    entity.name = "entities/" + id;
    return entity;
  }

  model::Source& Document(const std::string& id, const std::string& publisher) {
    model::Source& source = file_.sources["sources/" + id];
    source.name = "sources/" + id;
    source.publisher = "entities/" + publisher;
    return source;
  }

  model::Claim& Claim(int i, const std::string& party, model::Value value) {
    Entity(party);
    Document(absl::StrCat("d", i), party).publish_time = At(i);
    model::Claim claim{.name = absl::StrCat(kQuestion, "/claims/c", i),
                       .question = kQuestion,
                       .party = "entities/" + party,
                       .value = std::move(value),
                       .said_time = At(i)};
    claim.appearances.push_back({.source = absl::StrCat("sources/d", i)});
    file_.question.claims.push_back({std::move(claim), i + 1, absl::FromUnixSeconds(i)});
    return file_.question.claims.back().record;
  }

  engine::CaseFile Take() { return std::move(file_); }

 private:
  engine::CaseFile file_;
};

std::string Party(int i) { return absl::StrCat("p", i); }

engine::CaseFile OneAnswer(int n) {
  Builder builder(model::ValueType::kQuantity);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(5));
  return builder.Take();
}

engine::CaseFile TenAnswers(int n) {
  Builder builder(model::ValueType::kQuantity);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(i % 10));
  return builder.Take();
}

engine::CaseFile DifferentAmounts(int n) {
  Builder builder(model::ValueType::kQuantity);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(i));
  return builder.Take();
}

engine::CaseFile WithinRelativeTolerance(int n) {
  Builder builder(model::ValueType::kQuantity);
  builder.question().tolerance.relative = *model::Decimal::Parse("0.0001");
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(1'000 + i));
  return builder.Take();
}

engine::CaseFile RisingCount(int n) {
  Builder builder(model::ValueType::kQuantity);
  builder.question().evolution = model::Evolution::kIncreasing;
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(i));
  return builder.Take();
}

engine::CaseFile NestedBounds(int n) {
  Builder builder(model::ValueType::kQuantity);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), Amount(i, model::Bound::kAtLeast));
  return builder.Take();
}

engine::CaseFile DifferentEntities(int n) {
  Builder builder(model::ValueType::kEntity);
  for (int i = 0; i < n; ++i) {
    builder.Entity(absl::StrCat("v", i));
    builder.Claim(i, Party(i), model::EntityRef{absl::StrCat("entities/v", i)});
  }
  return builder.Take();
}

engine::CaseFile DifferentTimes(int n) {
  Builder builder(model::ValueType::kTime);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), At(i * 7 % n));
  return builder.Take();
}

engine::CaseFile DifferentTexts(int n) {
  Builder builder(model::ValueType::kText);
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i), model::Text{absl::StrCat("answer ", i)});
  return builder.Take();
}

engine::CaseFile DailyMeasurement(int n) {
  Builder builder(model::ValueType::kQuantity);
  builder.question().evolution = model::Evolution::kVolatile;
  for (int i = 0; i < n; ++i) builder.Claim(i, Party(i % 100), Amount(i % 40));
  return builder.Take();
}

engine::CaseFile OnePartyCounting(int n) {
  Builder builder(model::ValueType::kQuantity);
  builder.question().evolution = model::Evolution::kIncreasing;
  for (int i = 0; i < n; ++i) builder.Claim(i, "one", Amount(i));
  return builder.Take();
}

engine::CaseFile ManyAnswersOfOneParty(int n) {
  Builder builder(model::ValueType::kEntity);
  builder.question().cardinality = model::Cardinality::kMany;
  for (int i = 0; i < n; ++i) {
    builder.Entity(absl::StrCat("v", i));
    builder.Claim(i, "one", model::EntityRef{absl::StrCat("entities/v", i)});
  }
  return builder.Take();
}

// Every outlet says in its own voice what one agency reported.
engine::CaseFile OneAgency(int n) {
  Builder builder(model::ValueType::kBoolean);
  builder.Document("agency", "agency");
  for (int i = 0; i < n; ++i) {
    builder.Entity(Party(i)).kind = model::EntityKind::kOutlet;
    builder.Claim(i, Party(i), true);
    builder.Document(absl::StrCat("d", i), Party(i)).cites.push_back({"sources/agency"});
  }
  return builder.Take();
}

// One minister, seen in as many reprints, each of the one before.
engine::CaseFile ChainOfReprints(int n) {
  Builder builder(model::ValueType::kBoolean);
  for (int i = 0; i < n; ++i) {
    builder.Document(absl::StrCat("r", i), Party(i)).publish_time = At(i);
    if (i > 0) builder.Document(absl::StrCat("r", i), Party(i)).cites = {{absl::StrCat("sources/r", i - 1)}};
  }
  model::Claim& claim = builder.Claim(0, "minister", true);
  claim.appearances.clear();
  for (int i = 0; i < n; ++i) claim.appearances.push_back({.source = absl::StrCat("sources/r", i)});
  return builder.Take();
}

// As many papers, each citing the one before and the first the last.
engine::CaseFile CircleOfPapers(int n) {
  Builder builder(model::ValueType::kBoolean);
  for (int i = 0; i < n; ++i) {
    builder.Claim(i, Party(i), true);
    builder.Document(absl::StrCat("d", i), Party(i)).cites = {{absl::StrCat("sources/d", (i + n - 1) % n)}};
  }
  return builder.Take();
}

}  // namespace

const std::vector<QuestionShape>& QuestionShapes() {
  static const std::vector<QuestionShape> shapes = {
      {"one answer", OneAnswer},
      {"ten answers", TenAnswers},
      {"different amounts", DifferentAmounts},
      {"relative tolerance", WithinRelativeTolerance},
      {"rising count", RisingCount},
      {"nested bounds", NestedBounds},
      {"different entities", DifferentEntities},
      {"different times", DifferentTimes},
      {"different texts", DifferentTexts},
      {"daily measurement", DailyMeasurement},
      {"one party counting", OnePartyCounting},
      {"one party, many answers", ManyAnswersOfOneParty},
      {"outlets citing an agency", OneAgency},
      {"chain of reprints", ChainOfReprints},
      {"circle of papers", CircleOfPapers},
  };
  return shapes;
}

}  // namespace gainsay::benchmark
