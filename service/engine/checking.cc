#include "service/engine/checking.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/engine/case_index.h"
#include "service/engine/changes.h"
#include "service/engine/compare.h"
#include "service/engine/consensus.h"
#include "service/engine/sitting.h"

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
      reason = standing.ReasonOf({&statement, relation});
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
    disputed = !standing.IsModelJudged(opposer) &&
               std::any_of(supporters.begin(), supporters.end(), [&](const Row& row) {
                 return !row.model_judged && !OfOneSide(*row.statement, opposer);
               });
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

Possibilities SetOf(const Domain& domain, const model::Value& value, model::Polarity polarity) {
  return *domain.SetOf(value, polarity);
}

model::Polarity Opposite(model::Polarity polarity) {
  return polarity == model::Polarity::kAffirms ? model::Polarity::kDenies : model::Polarity::kAffirms;
}

// A statement that is not on file, as a position with no side of its own. `claim` states `polarity` here.
class Asked {
 public:
  Asked(const model::Claim& claim, model::Polarity polarity, const model::Question& question,
        const Answers& answers)
      : entry_(Docket::EntryOf(claim, question)),
        statement_{.entry = &entry_, .entries = {}},
        stance_{{&statement_}},
        set_(SetOf(answers.domain(), *claim.value, polarity)),
        answer_(answers.Find(set_.key)),
        place_(answer_ == Answers::kNone ? answers.PlaceOf(set_) : answers.place(answer_)) {}
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  const Entry& entry() const { return entry_; }
  const Stance& stance() const { return stance_; }
  Subject subject() const { return {stance_, answer_, set_, place_}; }

 private:
  const Entry entry_;
  const Statement statement_;
  const Stance stance_;
  const Possibilities set_;
  const uint32_t answer_;
  const Place place_;
};

}  // namespace

struct CheckedQuestion::Judged {
  Judged(const CaseIndex& index, const Policy& policy, const ReadTimes& times)
      : sitting(index, policy, CutOf(times)), positions(Judge(sitting.field)) {
    for (const Judgement& judgement : positions) shown.push_back(ShownValue(*judgement.stance));
  }

  const Sitting sitting;
  const std::vector<Judgement> positions;
  std::vector<Stated> shown;  // by position
};

CheckedQuestion::CheckedQuestion(std::shared_ptr<const PreparedCase> prepared, Policy policy, ReadTimes times,
                                 bool explain)
    : prepared_(std::move(prepared)),
      policy_(std::move(policy)),
      times_(std::move(times)),
      comparison_(std::make_shared<const Comparison>(Compare(*prepared_, policy_, times_, explain))),
      judged_(std::make_unique<const Judged>(*prepared_->index(), policy_, times_)) {}

CheckedQuestion::~CheckedQuestion() = default;

Checked CheckedQuestion::Check(const model::Claim& candidate) const {
  Checked checked{.comparison = comparison_};
  std::string reason = WhyNotCompared(candidate);
  if (!reason.empty()) {
    checked.missing.push_back(std::move(reason));
    return checked;
  }
  const Sitting& sitting = judged_->sitting;
  const Bench& bench = sitting.bench;
  const Asked affirmed(candidate, candidate.polarity, bench.question, bench.answers);
  const Asked denied(candidate, Opposite(candidate.polarity), bench.question, bench.answers);
  const Standing standing = sitting.stances.StandingTo(affirmed.subject());
  Standing denied_standing = sitting.stances.StandingTo(denied.subject());
  // What only brings a candidate up to date entails its denial, and is no contradiction.
  denied_standing.KeepSupporters([&](const Statement& each) { return standing.Opposes(each); });
  const Judgement supported = JudgeCandidate(sitting.field, affirmed.stance(), standing);
  const Judgement refuted = JudgeCandidate(sitting.field, denied.stance(), denied_standing);
  for (size_t i = 0; i < judged_->positions.size(); ++i) {
    // Of one position, some members may speak of the candidate's time and others not.
    for (const Statement* member : judged_->positions[i].stance->members) {
      const SetRelation relation = standing.RowOf(*member).relation;
      const bool disagrees = relation == SetRelation::kDisjoint;
      if (!Entails(relation) && !disagrees) continue;
      (disagrees ? checked.disagreeing : checked.agreeing)
          .push_back({judged_->shown[i], judged_->positions[i].status, relation});
      break;
    }
  }
  if (supported.status == Status::kConfirmed) {
    checked.label = Label::kSupported;
  } else if (refuted.status == Status::kConfirmed) {
    checked.label = Label::kRefuted;
  } else if (comparison_->status == Status::kConflicting || IsDisputed(standing)) {
    checked.label = Label::kConflictingEvidence;
  } else {
    checked.missing.push_back(WhatIsMissing(bench, affirmed.entry(), standing, supported, refuted));
  }
  return checked;
}

Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy,
              const ReadTimes& times, bool explain) {
  const std::shared_ptr<const CaseFile> borrowed(std::shared_ptr<const CaseFile>(), &file);
  return CheckedQuestion(std::make_shared<const PreparedCase>(borrowed), policy, times, explain)
      .Check(candidate);
}

}  // namespace gainsay::engine
