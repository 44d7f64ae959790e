#include "tests/benchmark/desk.h"

#include "absl/strings/str_cat.h"
#include "tests/benchmark/draws.h"
#include "tests/benchmark/wording.h"

namespace gainsay::benchmark {
namespace {

using model::EntityKind;

constexpr int kGovernments = 10;
constexpr int kBodiesEnd = 60;
constexpr int kArmedGroupsEnd = 80;
constexpr int kNobodiesEnd = 90;
// An answer of the first of every five is broader than the other four.
constexpr int kAnswersPerKind = 5;
// Streams of draws about an entity, by what it is.
constexpr uint64_t kOutletDraws = 1'000;

EntityKind KindOf(int party) {
  if (party < kGovernments) return EntityKind::kGovernment;
  if (party < kBodiesEnd) return EntityKind::kOrganisation;
  if (party < kArmedGroupsEnd) return EntityKind::kArmedGroup;
  if (party < kNobodiesEnd) return EntityKind::kAnonymous;
  return EntityKind::kPerson;
}

}  // namespace

std::string Desk::PartyName(int n) const { return absl::StrCat("entities/d", number_, "-party-", n); }
std::string Desk::OutletName(int n) const { return absl::StrCat("entities/d", number_, "-outlet-", n); }
std::string Desk::AnswerName(int n) const { return absl::StrCat("entities/d", number_, "-answer-", n); }
std::string Desk::AgencyName(int n) { return absl::StrCat("entities/agency-", n); }

int Desk::Speaker(int party) const {
  Draws draws(seed_, Subject::kEntity, number_, party);
  switch (KindOf(party)) {
    case EntityKind::kOrganisation:
      return draws.Chance(70) ? draws.Below(kGovernments) : -1;
    case EntityKind::kPerson:
      return draws.Chance(60) ? draws.Below(kArmedGroupsEnd) : -1;
    case EntityKind::kUnspecified:
    case EntityKind::kGovernment:
    case EntityKind::kArmedGroup:
    case EntityKind::kOutlet:
    case EntityKind::kPlace:
    case EntityKind::kConcept:
    case EntityKind::kAnonymous:
      break;
  }
  return -1;
}

int Desk::Owner(int outlet) const {
  Draws draws(seed_, Subject::kEntity, number_, kOutletDraws + outlet);
  return draws.Chance(20) ? draws.Below(kBodiesEnd) : -1;
}

model::Entity Desk::Party(int n) const {
  model::Entity entity{.name = PartyName(n),
                       .display_name = absl::StrCat("Party ", n, " of desk ", number_),
                       .kind = KindOf(n)};
  entity.names["en"] = entity.display_name;
  const int speaker = Speaker(n);
  if (speaker < 0) return entity;
  entity.speaks_for = model::SpeaksFor{PartyName(speaker), std::nullopt};
  static const model::Edtf since = *model::Edtf::Parse("2010/..");
  if (n % 4 == 0) entity.speaks_for->valid_time = since;
  return entity;
}

model::Entity Desk::Outlet(int n) const {
  const int owner = Owner(n);
  return {.name = OutletName(n),
          .display_name = absl::StrCat("Outlet ", n, " of desk ", number_),
          .kind = EntityKind::kOutlet,
          .owned_by = owner < 0 ? "" : PartyName(owner)};
}

model::Entity Desk::Answer(int n) const {
  model::Entity entity{.name = AnswerName(n),
                       .display_name = absl::StrCat("Answer ", n, " of desk ", number_),
                       .kind = EntityKind::kArmedGroup};
  if (n % kAnswersPerKind != 0) entity.broader.push_back(AnswerName(n - n % kAnswersPerKind));
  return entity;
}

model::Entity Desk::Agency(int n) {
  return {.name = AgencyName(n), .display_name = absl::StrCat("Agency ", n), .kind = EntityKind::kOutlet};
}

void Desk::AddParty(int n, Entities& entities) const {
  while (n >= 0 && entities.emplace(PartyName(n), Party(n)).second) n = Speaker(n);
}

void Desk::AddOutlet(int n, Entities& entities) const {
  if (entities.emplace(OutletName(n), Outlet(n)).second) AddParty(Owner(n), entities);
}

void Desk::AddAnswer(int n, bool narrower, Entities& entities) const {
  const int first = n - n % kAnswersPerKind;
  entities.emplace(AnswerName(first), Answer(first));
  entities.emplace(AnswerName(n), Answer(n));
  if (n != first || !narrower) return;
  for (int below = first + 1; below < first + kAnswersPerKind; ++below) {
    entities.emplace(AnswerName(below), Answer(below));
  }
}

void Desk::ForEach(absl::FunctionRef<void(const model::Record& record)> visit) const {
  for (int n = 0; n < kParties; ++n) visit(Party(n));
  for (int n = 0; n < kOutlets; ++n) visit(Outlet(n));
  for (int n = 0; n < kAnswers; ++n) visit(Answer(n));
}

}  // namespace gainsay::benchmark
