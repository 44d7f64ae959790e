#include "service/engine/checking.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "service/engine/consensus.h"
#include "service/engine/explanation.h"

namespace gainsay::engine {
namespace {

// A candidate as a statement of nobody's.
Statement StatementOf(const model::Claim& candidate, const Domain& domain, model::Evolution evolution) {
  Statement statement{.claims = {&candidate},
                      .said = LastMomentOf(candidate.said_time),
                      .set = *domain.SetOf(*candidate.value, candidate.polarity)};
  if (candidate.valid_time) {
    statement.valid = candidate.valid_time->span();
  } else if (evolution == model::Evolution::kVolatile && candidate.said_time) {
    statement.valid = candidate.said_time->span();
  }
  return statement;
}

model::Claim Denial(model::Claim claim) {
  claim.polarity =
      claim.polarity == model::Polarity::kAffirms ? model::Polarity::kDenies : model::Polarity::kAffirms;
  return claim;
}

// Why a candidate cannot be compared; empty if it can.
std::string WhyNotCompared(const model::Claim& candidate) {
  if (candidate.speech_act != model::SpeechAct::kAssertion) return "Only assertions are compared.";
  if (candidate.certainty == model::Certainty::kUncommitted) return "It does not commit itself to its value.";
  if (!candidate.value || std::holds_alternative<model::Unknown>(*candidate.value))
    return "It gives no value.";
  return "";
}

// What disagrees with a candidate: not what only brings it up to date, though that entails its denial.
void KeepWhatOpposes(const Stance& candidate, Stance& denial) {
  std::unordered_set<const Statement*> opposing;
  for (const Stance::Row& row : candidate.opposers) opposing.insert(row.statement);
  const auto end =
      std::stable_partition(denial.supporters.begin(), denial.supporters.end(),
                            [&opposing](const Stance::Row& row) { return opposing.contains(row.statement); });
  std::move(end, denial.supporters.end(), std::back_inserter(denial.compatible));
  denial.supporters.erase(end, denial.supporters.end());
}

// That some statements cannot be compared with a candidate, and why; empty if all can.
std::string WhatCannotBeCompared(const Stance& candidate) {
  const auto untold = std::find_if(candidate.compatible.begin(), candidate.compatible.end(),
                                   [](const Stance::Row& row) { return !row.related.reason.empty(); });
  if (untold == candidate.compatible.end()) return "";
  return absl::StrCat("Not all that is said can be compared with it: ", untold->related.reason, ". ");
}

// What a candidate lacks that is neither confirmed nor refuted nor in a conflict, in words.
std::string WhatIsMissing(const Bench& bench, const Judgement& affirmed, const Judgement& denied) {
  const Stance& stance = *affirmed.stance;
  const bool opposed = std::any_of(stance.opposers.begin(), stance.opposers.end(),
                                   [](const Stance::Row& row) { return !row.related.model_judged; });
  if (opposed && !stance.supporters.empty()) return "The one side that says so contradicts it as well.";
  if (opposed) {
    return absl::StrCat("Nobody on file says so; what contradicts it has ", denied.counts.confirming_sides,
                        " of the ", bench.policy.min_sides, " sides that would refute it.");
  }
  std::string missing = WhatCannotBeCompared(stance) + WhatWouldConfirm(bench, affirmed);
  if (stance.updated) {
    absl::StrAppend(&missing, " What was said later goes further, but is no contradiction",
                    stance.members.front()->said == kUndatedMoment
                        ? ": without a said time, the statement counts as said before everything."
                        : ".");
  }
  return missing;
}

}  // namespace

Trial Comparer::Try(const model::Claim& candidate, const Cut& cut) {
  const Reading reading = ReadAt(cut, file_.question, domain_, comparator_);
  const Stances stances(reading.statements, comparator_, question_.evolution);
  const Bench bench = BenchOf(reading, stances);
  const model::Claim denial = Denial(candidate);
  const Statement statement = StatementOf(candidate, domain_, question_.evolution);
  const Statement denied = StatementOf(denial, domain_, question_.evolution);
  const Stance stance = stances.StanceOf(statement);
  Stance denied_stance = stances.StanceOf(denied);
  KeepWhatOpposes(stance, denied_stance);
  const Judgement affirmed = JudgeCandidate(bench, stance);
  const Judgement refuted = JudgeCandidate(bench, denied_stance);
  Trial trial{.affirmed = affirmed.status,
              .denied = refuted.status,
              .missing = WhatIsMissing(bench, affirmed, refuted)};
  for (const Judgement& shown : Judge(bench)) {
    // Of one position, some members may speak of the candidate's time and others not.
    const std::vector<const Statement*>& members = shown.stance->members;
    const auto note = [&](const std::vector<Stance::Row>& rows, std::vector<CheckedPosition>& positions) {
      const auto row = std::find_if(rows.begin(), rows.end(), [&members](const Stance::Row& each) {
        return std::find(members.begin(), members.end(), each.statement) != members.end();
      });
      if (row == rows.end()) return;
      positions.push_back({ShownValue(*shown.stance), shown.status, row->related.relation});
    };
    note(stance.supporters, trial.agreeing);
    note(stance.opposers, trial.disagreeing);
  }
  return trial;
}

Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy,
              const ReadTimes& times, bool explain) {
  return CheckAgainst(Compare(file, policy, times, explain), file, candidate, policy, times);
}

Checked CheckAgainst(Comparison comparison, const CaseFile& file, const model::Claim& candidate,
                     const Policy& policy, const ReadTimes& times) {
  Checked checked{.comparison = std::move(comparison)};
  std::string reason = WhyNotCompared(candidate);
  if (!reason.empty()) {
    checked.missing.push_back(std::move(reason));
    return checked;
  }
  Comparer comparer(file, policy);
  Trial trial = comparer.Try(candidate, CutOf(times));
  checked.agreeing = std::move(trial.agreeing);
  checked.disagreeing = std::move(trial.disagreeing);
  if (trial.affirmed == Status::kConfirmed) {
    checked.label = Label::kSupported;
  } else if (trial.denied == Status::kConfirmed) {
    checked.label = Label::kRefuted;
  } else if (trial.affirmed == Status::kConflicting || checked.comparison.status == Status::kConflicting) {
    checked.label = Label::kConflictingEvidence;
  } else {
    checked.missing.push_back(std::move(trial.missing));
  }
  return checked;
}

}  // namespace gainsay::engine
