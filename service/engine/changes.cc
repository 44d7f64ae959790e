#include "service/engine/changes.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/engine/comparer.h"
#include "service/engine/consensus.h"
#include "service/engine/naming.h"
#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

using model::Polarity;

// The most records that are read again to find what would change the statuses of one question.
constexpr size_t kMostWork = 200'000;

// The most claims that a change asks to be withdrawn.
constexpr size_t kMostWithdrawn = 20;

// When the last of the claims read was said.
std::optional<model::Edtf> LastSaid(const CaseFile& file, const Cut& cut) {
  const model::Edtf* last = nullptr;
  for (const auto& claim : file.question.claims) {
    const model::Edtf* said = claim.record.said_time
                                  ? &*claim.record.said_time
                                  : FirstPublication(claim.record.appearances, file.sources);
    const Moment moment = LastMomentOf(said);
    if (said == nullptr || moment > cut.said_until) continue;
    if (last == nullptr ||
        std::make_pair(LastMomentOf(last), last->text()) < std::make_pair(moment, said->text())) {
      last = said;
    }
  }
  if (last == nullptr) return std::nullopt;
  return *last;
}

// Names that no record has: they are not well formed.
std::string NewName(const char* collection, int i) { return absl::StrCat(collection, "/~", i); }

void AddStatement(const Change& change, const std::optional<model::Edtf>& said, const std::string& party,
                  int i, CaseFile& file) {
  file.entities[party].name = party;
  model::Source source{.name = NewName("sources", i), .publisher = party, .publish_time = said};
  source.reliability = model::Reliability::kA;
  model::Claim claim{.name = NewName("claims", i),
                     .question = file.question.question.name,
                     .party = party,
                     .polarity = change.stated.polarity,
                     .value = change.stated.value,
                     .said_time = said};
  claim.appearances.push_back({.source = source.name, .access = model::Access::kFirstHand});
  file.sources[source.name] = std::move(source);
  file.question.claims.push_back({.record = std::move(claim)});
}

const char* InWords(Status status) {
  switch (status) {
    case Status::kConflicting:
      return "conflicting";
    case Status::kConfirmed:
      return "confirmed";
    case Status::kUnconfirmed:
      return "unconfirmed";
    case Status::kIndeterminate:
      return "indeterminate";
    case Status::kWithdrawn:
      return "withdrawn";
    case Status::kNoStatements:
      return "without statements";
  }
  return "";
}

// "One first-hand statement by Tajikistan's side or the Taliban's side".
std::string StatementInWords(const CaseFile& file, int statements, const std::vector<std::string>& parties,
                             const char* noun) {
  if (statements > 1) return absl::StrCat("First-hand ", noun, "s by ", statements, " more sides");
  std::vector<std::string> sides;
  sides.reserve(parties.size());
  for (const std::string& party : parties) sides.push_back(absl::StrCat(NameInWords(file, party), "'s side"));
  return absl::StrCat("One first-hand ", noun, " by ",
                      sides.empty() ? "any other side" : absl::StrJoin(sides, " or "));
}

// Respondents whose side does not support a position yet.
std::vector<std::string> AbleTo(const Bench& bench, const Judgement& judgement) {
  std::vector<std::string> able;
  for (const std::string& respondent : bench.question.respondents) {
    const uint32_t number = bench.roster.entities().Find(respondent);
    const bool supports = std::any_of(judgement.listed.begin(), judgement.listed.end(), [&](const Row& row) {
      return bench.roster.RootAt(number, row.statement->said()) == row.statement->side();
    });
    if (!supports) able.push_back(respondent);
  }
  return able;
}

// Finds what would change the statuses of one question's positions, by trying.
class ChangeFinder {
 public:
  ChangeFinder(const Bench& bench, const Cut& cut) : bench_(bench), cut_(cut) {}

  std::optional<Change> Find(const Judgement& judgement) const {
    std::vector<Change> changes;
    switch (judgement.status) {
      case Status::kConfirmed:
        changes.push_back(Statement(judgement, 1, true));
        break;
      case Status::kConflicting:
        AddWithdrawal(judgement, changes);
        break;
      case Status::kUnconfirmed:
      case Status::kIndeterminate:
        if (judgement.opposed) AddWithdrawal(judgement, changes);
        changes.push_back(Statement(judgement, Missing(judgement), false));
        break;
      case Status::kWithdrawn:
      case Status::kNoStatements:
        break;
    }
    for (Change& change : changes) {
      if (Try(judgement, change)) return std::move(change);
    }
    return std::nullopt;
  }

  // What would give a question without positions one.
  Change FirstStatement() const {
    Change change{.statements = 1, .parties = bench_.question.respondents};
    change.status = bench_.policy.min_sides > 1 ? Status::kUnconfirmed : Status::kConfirmed;
    return change;
  }

 private:
  int Missing(const Judgement& judgement) const {
    return std::max(1, bench_.policy.min_sides - judgement.counts.confirming_sides);
  }

  Change Statement(const Judgement& judgement, int statements, bool denial) const {
    Change change{.statements = statements, .stated = ShownValue(*judgement.stance)};
    if (denial) {
      Polarity& polarity = change.stated.polarity;
      polarity = polarity == Polarity::kAffirms ? Polarity::kDenies : Polarity::kAffirms;
    } else if (statements == 1) {
      change.parties = AbleTo(bench_, judgement);
    }
    return change;
  }

  void AddWithdrawal(const Judgement& judgement, std::vector<Change>& changes) const {
    if (static_cast<size_t>(judgement.opposers) > kMostWithdrawn) return;
    Change change{.kind = ChangeKind::kWithdrawal};
    const Standing standing = bench_.stances.StandingTo(*judgement.stance);
    standing.ForEachOpposer([&](const engine::Statement& opposer, SetRelation) {
      for (const Entry* entry : opposer.entries) change.claims.push_back(entry->claim->name);
      return true;
    });
    changes.push_back(std::move(change));
  }

  // Sets the status that the change gives the position; returns whether that is another than it has. Of
  // several parties those stay for whom it is.
  bool Try(const Judgement& judgement, Change& change) const {
    if (change.parties.empty()) {
      change.status = StatusAfter(judgement, change);
      return change.status != judgement.status;
    }
    std::vector<std::string> parties;
    for (const std::string& party : change.parties) {
      Change by_one = change;
      by_one.parties = {party};
      const Status status = StatusAfter(judgement, by_one);
      if (status == judgement.status || (!parties.empty() && status != change.status)) continue;
      change.status = status;
      parties.push_back(party);
    }
    change.parties = std::move(parties);
    return !change.parties.empty() || Try(judgement, change);
  }

  Status StatusAfter(const Judgement& judgement, const Change& change) const {
    const CaseFile changed = Changed(bench_.file, change, cut_);
    const CaseIndex index(changed, ReadingDepth::kPositions);
    return Comparer(index, bench_.policy)
        .StatusOfPosition(bench_.answers[judgement.stance->answer()].key, cut_)
        .value_or(judgement.status);
  }

  const Bench& bench_;
  const Cut& cut_;
};

std::string ChangeInWords(const CaseFile& file, const Change& change, bool denial) {
  if (change.kind == ChangeKind::kWithdrawal) {
    return absl::StrCat("Were what contradicts it withdrawn, it would be ", InWords(change.status), ".");
  }
  return absl::StrCat(
      StatementInWords(file, change.statements, change.parties, denial ? "denial" : "statement"),
      " would make it ", InWords(change.status), ".");
}

}  // namespace

void AddChanges(const Bench& bench, const std::vector<Judgement>& judgements, const Cut& cut, Status status,
                std::vector<Explanation>& explanation) {
  const ChangeFinder finder(bench, cut);
  if (judgements.empty()) {
    if (!bench.policy.parties.empty()) return;
    const Change change = finder.FirstStatement();
    explanation.push_back({.rule = "STATUS",
                           .text = absl::StrCat("The question is ", InWords(status), ". ",
                                                StatementInWords(bench.file, 1, change.parties, "statement"),
                                                " would make it ", InWords(change.status), "."),
                           .status = status,
                           .change = change});
    return;
  }
  const size_t records =
      bench.file.question.claims.size() + bench.file.sources.size() + bench.file.entities.size();
  const size_t trials = judgements.size() * (1 + bench.question.respondents.size());
  if (trials * records > kMostWork) return;
  auto judgement = judgements.begin();
  for (Explanation& step : explanation) {
    if (step.rule != "STATUS") continue;
    step.change = finder.Find(*judgement);
    if (step.change) {
      const bool denial = judgement->status == Status::kConfirmed;
      absl::StrAppend(&step.text, " ", ChangeInWords(bench.file, *step.change, denial));
    }
    ++judgement;
  }
}

std::string WhatWouldConfirm(const Bench& bench, const Judgement& judgement) {
  if (!bench.policy.parties.empty()) return "Of the parties that are compared, too few say so.";
  const int missing = std::max(1, bench.policy.min_sides - judgement.counts.confirming_sides);
  return absl::StrCat(StatementInWords(bench.file, missing, AbleTo(bench, judgement), "statement"),
                      " would confirm it.");
}

CaseFile Changed(const CaseFile& file, const Change& change, const Cut& cut) {
  CaseFile changed = file;
  const std::optional<model::Edtf> said = LastSaid(file, cut);
  switch (change.kind) {
    case ChangeKind::kStatement:
      for (int i = 0; i < change.statements; ++i) {
        AddStatement(change, said, change.parties.empty() ? NewName("entities", i) : change.parties.front(),
                     i, changed);
      }
      break;
    case ChangeKind::kWithdrawal:
      for (const std::string& claim : change.claims) {
        changed.question.withdrawals.push_back(
            {.record = {.target = claim, .kind = model::WithdrawalKind::kRetracted, .time = said}});
      }
      break;
  }
  return changed;
}

}  // namespace gainsay::engine
