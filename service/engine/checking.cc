#include "service/engine/checking.h"

#include <algorithm>
#include <utility>

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

}  // namespace

Trial Comparer::Try(const model::Claim& candidate, const Cut& cut) {
  const Reading reading = ReadAt(cut, file_.question, domain_, comparator_);
  const Stances stances(reading.statements, comparator_, question_.evolution);
  const Bench bench = BenchOf(reading, stances);
  const model::Claim denial = Denial(candidate);
  const Statement statement = StatementOf(candidate, domain_, question_.evolution);
  const Statement denied = StatementOf(denial, domain_, question_.evolution);
  const Stance stance = stances.StanceOf(statement);
  const Stance denied_stance = stances.StanceOf(denied);
  const Judgement judgement = JudgeCandidate(bench, stance);
  Trial trial{.affirmed = judgement.status,
              .denied = JudgeCandidate(bench, denied_stance).status,
              .missing = WhatWouldConfirm(bench, judgement)};
  for (const Judgement& shown : Judge(bench)) {
    const Statement* first = shown.stance->members.front();
    const auto note = [&](const std::vector<Stance::Row>& rows, std::vector<CheckedPosition>& positions) {
      const auto row = std::find_if(rows.begin(), rows.end(),
                                    [first](const Stance::Row& each) { return each.statement == first; });
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
  Checked checked{.comparison = Compare(file, policy, times, explain)};
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
