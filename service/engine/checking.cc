#include "service/engine/checking.h"

#include <utility>

#include "service/engine/compare.h"

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

}  // namespace

Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy,
              const ReadTimes& times, bool explain) {
  Checked checked{.comparison = Compare(file, policy, times, explain)};
  std::string reason = WhyNotCompared(candidate);
  if (!reason.empty()) {
    checked.missing.push_back(std::move(reason));
    return checked;
  }
  Trial trial = Comparer(file, policy, &candidate).Try(CutOf(times));
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
