#include "service/rpc/comparison_converter.h"

#include <string>
#include <vector>

#include "service/rpc/comparison_enums.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/value_converter.h"

namespace gainsay::rpc {
namespace {

using Strings = google::protobuf::RepeatedPtrField<std::string>;

void Copy(const std::vector<std::string>& from, Strings& to) { to.Assign(from.begin(), from.end()); }

// Fills a message's `value` and `polarity`.
template <class Message>
void Render(const engine::Stated& stated, Message& message) {
  if (stated.value) *message.mutable_value() = ValueToProto(*stated.value);
  message.set_polarity(ToWire(kPolarities, stated.polarity));
}

// Fills a message's `flags`; the engine's set is ordered by name.
template <class Message>
void Render(const std::set<engine::Flag>& flags, Message& message) {
  for (const engine::Flag flag : flags) message.add_flags(ToWire(flag));
}

// Fills a message's `conflict_kind` and `grade`.
template <class Part, class Message>
void RenderVerdict(const Part& part, Message& message) {
  message.set_status(ToWire(part.status));
  if (part.conflict_kind) message.set_conflict_kind(ToWire(*part.conflict_kind));
  if (part.grade) message.set_grade(ToWire(*part.grade));
  Render(part.flags, message);
}

void Render(const engine::Counts& counts, v1::Counts& proto) {
  proto.set_sides(counts.sides);
  proto.set_confirming_sides(counts.confirming_sides);
  proto.set_origins_min(counts.origins_min);
  proto.set_origins_max(counts.origins_max);
  proto.set_documents(counts.documents);
}

void Render(const engine::RelatedClaim& claim, v1::RelatedClaim& proto) {
  proto.set_claim(claim.claim);
  proto.set_party(claim.party);
  proto.set_side(claim.side);
  proto.set_relation(ToWire(claim.relation));
  proto.set_independent(claim.independent);
  proto.set_counted(claim.counted);
  if (claim.attribution) proto.set_attribution(ToWire(*claim.attribution));
  proto.set_origins_min(claim.origins_min);
  proto.set_origins_max(claim.origins_max);
  Render(claim.stated, proto);
  proto.set_certainty(ToWire(kCertainties, claim.certainty));
  proto.set_said_time(claim.said_time);
  Copy(claim.sources, *proto.mutable_sources());
  Copy(claim.publishers, *proto.mutable_publishers());
  proto.set_reason(claim.reason);
}

void Render(const engine::Position& position, v1::Position& proto) {
  Render(position.stated, proto);
  RenderVerdict(position, proto);
  Render(position.counts, *proto.mutable_counts());
  Copy(position.sides, *proto.mutable_sides());
  for (const auto& claim : position.supporters) Render(claim, *proto.add_supporters());
  for (const auto& claim : position.opposers) Render(claim, *proto.add_opposers());
  for (const auto& claim : position.compatible) Render(claim, *proto.add_compatible());
  proto.set_unlisted_supporters(position.unlisted_supporters);
  proto.set_unlisted_opposers(position.unlisted_opposers);
  proto.set_unlisted_compatible(position.unlisted_compatible);
}

void Render(const engine::RespondentSilence& silence, v1::RespondentSilence& proto) {
  proto.set_silence(silence.silence);
  proto.set_party(silence.party);
  proto.set_kind(ToWire(kSilenceKinds, silence.kind));
  proto.set_as_of_time(silence.as_of_time);
  Copy(silence.observers, *proto.mutable_observers());
  Copy(silence.sources, *proto.mutable_sources());
  proto.set_overtaken(silence.overtaken);
}

void Render(const engine::Respondent& respondent, v1::Respondent& proto) {
  proto.set_entity(respondent.entity);
  proto.set_state(ToWire(respondent.state));
  for (const auto& silence : respondent.silences) Render(silence, *proto.add_silences());
  Copy(respondent.claims, *proto.mutable_claims());
  proto.set_unlisted_claims(respondent.unlisted_claims);
}

void Render(const engine::OtherClaim& other, v1::OtherClaim& proto) {
  proto.set_claim(other.claim);
  proto.set_reason(ToWire(other.reason));
  proto.set_party(other.party);
  proto.set_side(other.side);
  proto.set_speech_act(ToWire(kSpeechActs, other.speech_act));
  Render(other.stated, proto);
  proto.set_said_time(other.said_time);
  proto.set_text(other.text);
}

void Render(const engine::Change& change, v1::Change& proto) {
  proto.set_kind(ToWire(change.kind));
  proto.set_statements(change.statements);
  Copy(change.parties, *proto.mutable_parties());
  if (change.stated.value) Render(change.stated, proto);
  Copy(change.claims, *proto.mutable_claims());
  proto.set_status(ToWire(change.status));
}

void Render(const engine::Explanation& step, v1::Explanation& proto) {
  proto.set_rule(step.rule);
  Copy(step.claims, *proto.mutable_claims());
  if (step.relation) proto.set_relation(ToWire(*step.relation));
  Copy(step.sets, *proto.mutable_sets());
  proto.set_tolerance(step.tolerance);
  proto.set_edge(step.edge);
  proto.set_text(step.text);
  Copy(step.sides, *proto.mutable_sides());
  proto.set_counted(step.counted);
  if (step.status) proto.set_status(ToWire(*step.status));
  proto.set_confirming_sides(step.confirming_sides);
  if (step.change) Render(*step.change, *proto.mutable_change());
}

}  // namespace

v1::Consensus ConsensusToProto(const engine::Consensus& consensus) {
  v1::Consensus proto;
  for (const auto& stated : consensus.all_of) Render(stated, *proto.add_all_of());
  if (consensus.value) *proto.mutable_value() = ValueToProto(*consensus.value);
  return proto;
}

v1::Comparison ComparisonToProto(const engine::Comparison& comparison) {
  v1::Comparison proto;
  FillComparison(comparison, proto);
  return proto;
}

void FillComparison(const engine::Comparison& comparison, v1::Comparison& proto) {
  proto.set_question(comparison.question);
  proto.set_title(comparison.title);
  RenderVerdict(comparison, proto);
  for (const auto& position : comparison.positions) Render(position, *proto.add_positions());
  if (comparison.consensus) *proto.mutable_consensus() = ConsensusToProto(*comparison.consensus);
  for (const auto& respondent : comparison.respondents) Render(respondent, *proto.add_respondents());
  Render(comparison.counts, *proto.mutable_counts());
  for (const auto& other : comparison.others) Render(other, *proto.add_others());
  if (comparison.since) {
    proto.mutable_since()->set_said_time(comparison.since->said_time);
    proto.mutable_since()->set_known_at(comparison.since->known_at);
  }
  for (const auto& step : comparison.explanation) Render(step, *proto.add_explanation());
  proto.set_unlisted_positions(comparison.unlisted_positions);
  proto.set_unlisted_others(comparison.unlisted_others);
}

}  // namespace gainsay::rpc
