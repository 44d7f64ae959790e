#include "service/engine/checking.h"

#include <algorithm>

#include "service/engine/compare.h"
#include "service/engine/comparer.h"
#include "service/engine/consensus.h"
#include "service/engine/explanation.h"

namespace gainsay::engine {
namespace {

// A statement of nobody's, said after everything else unless it says when.
Statement StatementOf(const model::Claim& candidate, const Domain& domain) {
  Statement statement{.said = candidate.said_time ? LastMomentOf(candidate.said_time) : kOpenEnd,
                      .set = *domain.SetOf(*candidate.value, candidate.polarity)};
  statement.claims.push_back(&candidate);
  if (candidate.valid_time) statement.valid = candidate.valid_time->span();
  return statement;
}

model::Claim Denial(model::Claim claim) {
  claim.polarity =
      claim.polarity == model::Polarity::kAffirms ? model::Polarity::kDenies : model::Polarity::kAffirms;
  return claim;
}

// Why nothing can be said of a candidate; empty if something can.
std::string WhyNotComparable(const model::Claim& candidate) {
  if (candidate.speech_act != model::SpeechAct::kAssertion) return "Only assertions are compared.";
  if (candidate.certainty == model::Certainty::kUncommitted) return "It does not commit itself to its value.";
  if (!candidate.value || std::holds_alternative<model::Unknown>(*candidate.value)) return "It gives no value.";
  return "";
}

}  // namespace

Comparer::Trial Comparer::Try(const model::Claim& candidate, const Cut& cut) {
  const Sitting sitting(*this, cut);
  const model::Claim denial = Denial(candidate);
  const Statement statement = StatementOf(candidate, domain_);
  const Statement denied = StatementOf(denial, domain_);
  const Stance stance = sitting.stances.StanceOf(statement);
  const Stance denied_stance = sitting.stances.StanceOf(denied);
  const Judgement judgement = JudgeCandidate(sitting.bench, stance);
  Trial trial{.affirmed = judgement.status,
              .denied = JudgeCandidate(sitting.bench, denied_stance).status,
              .missing = WhatWouldConfirm(sitting.bench, judgement)};
  for (const Judgement& shown : Judge(sitting.bench)) {
    const Statement* first = shown.stance->members.front();
    const auto holds_first = [first](const Stance::Row& row) { return row.statement == first; };
    if (std::any_of(stance.supporters.begin(), stance.supporters.end(), holds_first)) {
      trial.agreeing.push_back(ShownValue(*shown.stance));
    } else if (std::any_of(stance.opposers.begin(), stance.opposers.end(), holds_first)) {
      trial.disagreeing.push_back(ShownValue(*shown.stance));
    }
  }
  return trial;
}

Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy, const ReadTimes& times,
              bool explain) {
  Checked checked{.comparison = Compare(file, policy, times, explain)};
  const std::string reason = WhyNotComparable(candidate);
  if (!reason.empty()) {
    checked.missing.push_back(reason);
    return checked;
  }
  Comparer comparer(file, policy);
  Comparer::Trial trial = comparer.Try(candidate, CutOf(times));
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
