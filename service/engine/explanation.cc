#include "service/engine/explanation.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace gainsay::engine {
namespace {

std::string DisplayName(const Bench& bench, const std::string& entity) {
  const auto found = bench.file.entities.find(entity);
  return found == bench.file.entities.end() || found->second.display_name.empty()
             ? entity
             : found->second.display_name;
}

class Explainer {
 public:
  Explainer(const Bench& bench, const Domain& domain) : bench_(bench), domain_(domain) {}

  std::vector<Explanation> Explain(const std::vector<Judgement>& judgements) {
    for (const Judgement& judgement : judgements) {
      ExplainSides(judgement);
      ExplainSupport(judgement);
      ExplainOpposition(judgement);
      ExplainUntold(judgement);
      ExplainStatus(judgement);
    }
    return std::move(steps_);
  }

 private:
  std::string NameOf(const std::string& entity) const { return DisplayName(bench_, entity); }

  std::string SetOf(const Statement& statement) const {
    if (const auto* under = std::get_if<Under>(&statement.set.atom)) {
      return absl::StrCat(statement.set.complement ? "not " : "", NameOf(under->entity));
    }
    return Describe(statement.set, domain_);
  }

  // That a party's word counts as its side's.
  void ExplainSides(const Judgement& judgement) {
    for (const Stance::Row& row : judgement.stance->supporters) {
      const Statement& statement = *row.statement;
      for (const std::string& edge : bench_.sides.EdgesAt(statement.party, statement.said)) {
        const bool told = std::any_of(steps_.begin(), steps_.end(),
                                      [&](const Explanation& step) { return step.edge == edge; });
        if (told) continue;
        steps_.push_back({.rule = "SIDE",
                          .claims = {statement.name()},
                          .edge = edge,
                          .text = absl::StrCat(NameOf(statement.party), " counts as ", NameOf(statement.side),
                                               ": ", edge, ".")});
      }
    }
  }

  void ExplainSupport(const Judgement& judgement) {
    const Stance& stance = *judgement.stance;
    const Statement& first = *stance.members.front();
    for (size_t i = 0; i < stance.supporters.size(); ++i) {
      const Stance::Row& row = stance.supporters[i];
      const Statement& statement = *row.statement;
      std::string text = absl::StrCat(NameOf(statement.party), " says ", SetOf(statement));
      if (statement.set.key != first.set.key) absl::StrAppend(&text, ", which entails ", SetOf(first));
      if (!judgement.counted[i])
        absl::StrAppend(&text, "; this policy does not count it towards confirmation");
      steps_.push_back({.rule = "SUPPORT",
                        .claims = {statement.name(), first.name()},
                        .relation = row.related.relation,
                        .sets = {SetOf(statement), SetOf(first)},
                        .tolerance = domain_.tolerance_text(),
                        .text = absl::StrCat(text, ".")});
    }
    for (const Derivation& derivation : judgement.independence.derivations) {
      steps_.push_back({.rule = derivation.by_citation ? "DERIVED" : "HEARSAY",
                        .edge = derivation.edge,
                        .text = absl::StrCat(NameOf(derivation.side), " is not independent of ",
                                             NameOf(derivation.from), ": ", derivation.edge, ".")});
    }
  }

  void ExplainOpposition(const Judgement& judgement) {
    const Stance& stance = *judgement.stance;
    for (const Stance::Row& opposer : stance.opposers) {
      for (const Statement* member : stance.members) {
        const Statement& other = *opposer.statement;
        const bool conflict = opposer.related.model_judged || bench_.stances.Conflict(*member, other);
        if (!conflict) continue;
        const bool internal = member->side == other.side;
        steps_.push_back(
            {.rule = internal ? "INTERNAL_CONFLICT" : "CONFLICT",
             .claims = {member->name(), other.name()},
             .relation = SetRelation::kDisjoint,
             .sets = {SetOf(*member), SetOf(other)},
             .tolerance = domain_.tolerance_text(),
             .text = absl::StrCat(NameOf(member->party), " says ", SetOf(*member), ", ", NameOf(other.party),
                                  " says ", SetOf(other),
                                  internal ? ": one side contradicts itself." : ": both cannot hold.")});
      }
    }
  }

  // Pairs that no comparator can tell.
  void ExplainUntold(const Judgement& judgement) {
    const Statement& first = *judgement.stance->members.front();
    for (const Stance::Row& row : judgement.stance->compatible) {
      if (row.related.reason.empty()) continue;
      steps_.push_back({.rule = "UNTOLD",
                        .claims = {first.name(), row.statement->name()},
                        .relation = row.related.relation,
                        .sets = {SetOf(first), SetOf(*row.statement)},
                        .text = absl::StrCat(SetOf(first), " and ", SetOf(*row.statement), ": ",
                                             row.related.reason, ".")});
    }
  }

  void ExplainStatus(const Judgement& judgement) {
    const std::string set = SetOf(*judgement.stance->members.front());
    const int sides = judgement.counts.confirming_sides;
    Explanation step{.rule = "STATUS", .claims = {judgement.stance->members.front()->name()}};
    const std::string who = sides == 0   ? "no side"
                            : sides == 1 ? "1 independent side"
                                         : absl::StrCat(sides, " independent sides");
    switch (judgement.status) {
      case Status::kConflicting:
        step.text = absl::StrCat(set, " is conflicting: other sides contradict it.");
        break;
      case Status::kConfirmed:
        step.text = absl::StrCat(set, " is confirmed by ", who, " (", bench_.policy.min_sides,
                                 " needed), contradicted by none.");
        break;
      case Status::kUnconfirmed:
        step.text = absl::StrCat(set, " is unconfirmed: ", who, " of ", bench_.policy.min_sides, " needed. ",
                                 WhatWouldConfirm(bench_, judgement));
        break;
      case Status::kIndeterminate:
        step.text =
            absl::StrCat(set, " is indeterminate: others speak, but nothing they say can be related to it.");
        break;
      case Status::kWithdrawn:
      case Status::kNoStatements:
        break;
    }
    steps_.push_back(std::move(step));
  }

  const Bench& bench_;
  const Domain& domain_;
  std::vector<Explanation> steps_;
};

}  // namespace

std::string WhatWouldConfirm(const Bench& bench, const Judgement& judgement) {
  const Stance& stance = *judgement.stance;
  const bool opposed = std::any_of(stance.opposers.begin(), stance.opposers.end(),
                                   [](const Stance::Row& row) { return !row.related.model_judged; });
  if (opposed) return "Its own side contradicts it: one of the two must be withdrawn.";
  std::vector<std::string> able;
  for (const std::string& respondent : bench.question.respondents) {
    const bool supports =
        std::any_of(stance.supporters.begin(), stance.supporters.end(), [&](const Stance::Row& row) {
          return bench.sides.RootAt(respondent, row.statement->said) == row.statement->side;
        });
    if (!supports) able.push_back(absl::StrCat(DisplayName(bench, respondent), "'s side"));
  }
  const int missing = bench.policy.min_sides - judgement.counts.confirming_sides;
  if (missing > 1) return absl::StrCat("First-hand statements by ", missing, " more sides would confirm it.");
  return absl::StrCat("One first-hand statement by ",
                      able.empty() ? "any other side" : absl::StrJoin(able, " or "), " would confirm it.");
}

std::vector<Explanation> Explain(const Bench& bench, const std::vector<Judgement>& judgements,
                                 const Domain& domain) {
  return Explainer(bench, domain).Explain(judgements);
}

}  // namespace gainsay::engine
