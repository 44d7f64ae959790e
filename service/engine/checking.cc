#include "service/engine/checking.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/engine/changes.h"
#include "service/engine/compare.h"
#include "service/engine/consensus.h"

namespace gainsay::engine {
namespace {

// Why a candidate cannot be compared; empty if it can.
std::string WhyNotCompared(const model::Claim& candidate) {
  if (candidate.speech_act != model::SpeechAct::kAssertion) return "Only assertions are compared.";
  if (candidate.certainty == model::Certainty::kUncommitted) return "It does not commit itself to its value.";
  if (!candidate.value || std::holds_alternative<model::Unknown>(*candidate.value))
    return "It gives no value.";
  return "";
}

// Why some statement cannot be compared with a candidate; empty if all can.
std::string WhyNotAllCompared(const Standing& standing) {
  std::string reason;
  standing.ForEachCompatible([&](const Statement& statement, SetRelation relation) {
    if (relation == SetRelation::kUndecided || relation == SetRelation::kIncomparable) {
      reason = standing.RowOf(statement).related.reason;
    }
    return reason.empty();
  });
  return reason;
}

// Whether one side entails a candidate and another contradicts it, by more than a model's word. The two need
// not contradict each other: they may speak of different times, or be within a tolerance.
bool IsDisputed(const Standing& standing) {
  bool disputed = false;
  standing.ForEachOpposer([&](const Statement& opposer, SetRelation) {
    const auto& supporters = standing.supporters();
    disputed = !standing.RowOf(opposer).related.model_judged &&
               std::any_of(supporters.begin(), supporters.end(),
                           [&](const Row& row) { return !OfOneSide(*row.statement, opposer); });
    return !disputed;
  });
  return disputed;
}

// What a candidate lacks that is neither confirmed nor refuted nor in a conflict, in words.
std::string WhatIsMissing(const Bench& bench, const Entry& candidate, const Standing& standing,
                          const Judgement& affirmed, const Judgement& denied) {
  if (affirmed.opposed && affirmed.supporters > 0) {
    return "The one side that says so contradicts it as well.";
  }
  if (affirmed.opposed) {
    return absl::StrCat("Nobody on file says so; what contradicts it has ", denied.counts.confirming_sides,
                        " of the ", bench.policy.min_sides, " sides that would refute it.");
  }
  const std::string reason = WhyNotAllCompared(standing);
  std::string missing =
      reason.empty() ? "" : absl::StrCat("Not all that is said can be compared with it: ", reason, ". ");
  absl::StrAppend(&missing, WhatWouldConfirm(bench, affirmed));
  if (standing.updated()) {
    absl::StrAppend(&missing, " What was said later goes further, but is no contradiction",
                    candidate.said == kUndatedMoment
                        ? ": without a said time, the statement counts as said before everything."
                        : ".");
  }
  return missing;
}

}  // namespace

Trial Comparer::Try(const Cut& cut) {
  const Sitting sitting(*this, cut, ReadingDepth::kPositions);
  const Statement statement{.entry = &*matter_.candidate, .claims = {}, .appearances = {}};
  const Statement denied{.entry = &*matter_.denial, .claims = {}, .appearances = {}};
  const Stance stance{{&statement}};
  const Stance denied_stance{{&denied}};
  const Standing standing = sitting.stances.StandingTo(stance);
  Standing denied_standing = sitting.stances.StandingTo(denied_stance);
  // What only brings a candidate up to date entails its denial, and is no contradiction.
  denied_standing.KeepSupporters([&](const Statement& each) { return standing.Opposes(each); });
  const Judgement affirmed = JudgeCandidate(sitting.bench, stance, standing);
  const Judgement refuted = JudgeCandidate(sitting.bench, denied_stance, denied_standing);
  Trial trial{.affirmed = affirmed.status,
              .denied = refuted.status,
              .missing = WhatIsMissing(sitting.bench, *matter_.candidate, standing, affirmed, refuted)};
  trial.disputed = IsDisputed(standing);
  for (const Judgement& shown : Judge(sitting.bench)) {
    // Of one position, some members may speak of the candidate's time and others not.
    for (const Statement* member : shown.stance->members) {
      const SetRelation relation = standing.RowOf(*member).related.relation;
      const bool disagrees = relation == SetRelation::kDisjoint;
      if (!Entails(relation) && !disagrees) continue;
      (disagrees ? trial.disagreeing : trial.agreeing)
          .push_back({ShownValue(*shown.stance), shown.status, relation});
      break;
    }
  }
  return trial;
}

Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy,
              const ReadTimes& times, bool explain) {
  const std::shared_ptr<const CaseFile> borrowed(std::shared_ptr<const CaseFile>(), &file);
  return CheckedQuestion(std::make_shared<const PreparedCase>(borrowed), policy, times, explain)
      .Check(candidate);
}

CheckedQuestion::CheckedQuestion(std::shared_ptr<const PreparedCase> prepared, Policy policy, ReadTimes times,
                                 bool explain)
    : prepared_(std::move(prepared)),
      policy_(std::move(policy)),
      times_(std::move(times)),
      comparison_(std::make_shared<const Comparison>(Compare(*prepared_, policy_, times_, explain))) {}

Checked CheckedQuestion::Check(const model::Claim& candidate) const {
  Checked checked{.comparison = comparison_};
  std::string reason = WhyNotCompared(candidate);
  if (!reason.empty()) {
    checked.missing.push_back(std::move(reason));
    return checked;
  }
  Trial trial = Comparer(prepared_->file(), policy_, &candidate).Try(CutOf(times_));
  checked.agreeing = std::move(trial.agreeing);
  checked.disagreeing = std::move(trial.disagreeing);
  if (trial.affirmed == Status::kConfirmed) {
    checked.label = Label::kSupported;
  } else if (trial.denied == Status::kConfirmed) {
    checked.label = Label::kRefuted;
  } else if (trial.disputed || checked.comparison->status == Status::kConflicting) {
    checked.label = Label::kConflictingEvidence;
  } else {
    checked.missing.push_back(std::move(trial.missing));
  }
  return checked;
}

}  // namespace gainsay::engine
