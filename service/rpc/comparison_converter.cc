#include "service/rpc/comparison_converter.h"

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/rpc/comparison_enums.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_writer.h"
#include "service/rpc/value_converter.h"

namespace gainsay::rpc {
namespace {

using Strings = google::protobuf::RepeatedPtrField<std::string>;

template <class Texts>
void Copy(const Texts& from, Strings& to) {
  to.Reserve(static_cast<int>(from.size()));
  for (const std::string_view text : from) to.Add()->assign(text);
}

void SetText(std::string_view from, std::string& to) { to.assign(from.data(), from.size()); }

// Fills a message's `value` and `polarity`.
template <class Message>
void Render(const engine::Stated& stated, Message& message) {
  if (stated.value) *message.mutable_value() = ValueToProto(*stated.value);
  message.set_polarity(ToWire(kPolarities, stated.polarity));
}

// Fills a message's `flags`; the engine's set is ordered by name.
template <class Message>
void Render(const engine::Flags& flags, Message& message) {
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

void Render(const engine::RelatedClaim& row, v1::RelatedClaim& proto) {
  const engine::ShownClaim& claim = *row.shown;
  SetText(claim.claim, *proto.mutable_claim());
  SetText(claim.party, *proto.mutable_party());
  SetText(claim.side, *proto.mutable_side());
  proto.set_relation(ToWire(row.relation));
  proto.set_independent(row.independent);
  proto.set_counted(row.counted);
  if (claim.attribution) proto.set_attribution(ToWire(*claim.attribution));
  proto.set_origins_min(claim.origins_min);
  proto.set_origins_max(claim.origins_max);
  Render(*claim.stated, proto);
  proto.set_certainty(ToWire(kCertainties, claim.certainty));
  SetText(claim.said_time, *proto.mutable_said_time());
  Copy(claim.sources, *proto.mutable_sources());
  Copy(claim.publishers, *proto.mutable_publishers());
  proto.set_reason(row.reason);
}

void RenderAllButLists(const engine::Position& position, v1::Position& proto) {
  Render(position.stated, proto);
  RenderVerdict(position, proto);
  Render(position.counts, *proto.mutable_counts());
  proto.set_unlisted_supporters(position.unlisted_supporters);
  proto.set_unlisted_opposers(position.unlisted_opposers);
  proto.set_unlisted_compatible(position.unlisted_compatible);
}

// Writes what claims say, most of which others say too: a claim's part of its rows once, and a value once.
class ClaimWriter {
 public:
  void AppendRow(int field, const engine::RelatedClaim& row, std::string& out) {
    const std::string& claim = ClaimBytes(*row.shown);
    own_.clear();
    FieldWriter(own_)
        .Number(v1::RelatedClaim::kRelationFieldNumber, ToWire(row.relation))
        .Number(v1::RelatedClaim::kIndependentFieldNumber, row.independent)
        .Number(v1::RelatedClaim::kCountedFieldNumber, row.counted)
        .Text(v1::RelatedClaim::kReasonFieldNumber, row.reason);
    FieldWriter(out).Bytes(field, claim, own_);
  }

  void AppendOther(int field, const engine::OtherClaim& other, std::string& out) {
    using Other = v1::OtherClaim;
    own_.clear();
    FieldWriter fields(own_);
    fields.Text(Other::kClaimFieldNumber, other.claim)
        .Number(Other::kReasonFieldNumber, ToWire(other.reason))
        .Text(Other::kPartyFieldNumber, other.party)
        .Text(Other::kSideFieldNumber, other.side)
        .Number(Other::kSpeechActFieldNumber, ToWire(kSpeechActs, other.speech_act))
        .Number(Other::kPolarityFieldNumber, ToWire(kPolarities, other.stated->polarity))
        .Text(Other::kSaidTimeFieldNumber, other.said_time)
        .Text(Other::kTextFieldNumber, other.text);
    if (other.stated->value) fields.Bytes(Other::kValueFieldNumber, ValueBytes(*other.stated));
    FieldWriter(out).Bytes(field, own_);
  }

 private:
  // More than most claims take.
  static constexpr size_t kClaimBytes = 256;

  const std::string& ClaimBytes(const engine::ShownClaim& claim) {
    const auto [at, added] = claims_.try_emplace(&claim);
    if (!added) return at->second;
    using Row = v1::RelatedClaim;
    at->second.reserve(kClaimBytes);
    FieldWriter fields(at->second);
    fields.Text(Row::kClaimFieldNumber, claim.claim)
        .Text(Row::kPartyFieldNumber, claim.party)
        .Text(Row::kSideFieldNumber, claim.side)
        .Number(Row::kAttributionFieldNumber, claim.attribution ? ToWire(*claim.attribution) : 0)
        .Number(Row::kOriginsMinFieldNumber, claim.origins_min)
        .Number(Row::kOriginsMaxFieldNumber, claim.origins_max)
        .Number(Row::kPolarityFieldNumber, ToWire(kPolarities, claim.stated->polarity))
        .Number(Row::kCertaintyFieldNumber, ToWire(kCertainties, claim.certainty))
        .Text(Row::kSaidTimeFieldNumber, claim.said_time);
    if (claim.stated->value) fields.Bytes(Row::kValueFieldNumber, ValueBytes(*claim.stated));
    for (const std::string_view source : claim.sources) fields.Item(Row::kSourcesFieldNumber, source);
    for (const std::string_view name : claim.publishers) fields.Item(Row::kPublishersFieldNumber, name);
    return at->second;
  }

  const std::string& ValueBytes(const engine::Stated& stated) {
    const auto [at, added] = values_.try_emplace(&stated);
    if (added) ValueToProto(*stated.value).SerializeToString(&at->second);
    return at->second;
  }

  absl::flat_hash_map<const engine::ShownClaim*, std::string> claims_;
  absl::flat_hash_map<const engine::Stated*, std::string> values_;
  std::string own_;  // of what is being written, kept to be filled again
};

void AppendPosition(int field, const engine::Position& position, ClaimWriter& claims, std::string& lists,
                    std::string& out) {
  v1::Position proto;
  RenderAllButLists(position, proto);
  lists.clear();
  for (const std::string_view side : position.sides) {
    FieldWriter(lists).Item(v1::Position::kSidesFieldNumber, side);
  }
  for (const auto& row : position.supporters) {
    claims.AppendRow(v1::Position::kSupportersFieldNumber, row, lists);
  }
  for (const auto& row : position.opposers) claims.AppendRow(v1::Position::kOpposersFieldNumber, row, lists);
  for (const auto& row : position.compatible) {
    claims.AppendRow(v1::Position::kCompatibleFieldNumber, row, lists);
  }
  FieldWriter(out).Bytes(field, proto.SerializeAsString(), lists);
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
  SetText(other.claim, *proto.mutable_claim());
  proto.set_reason(ToWire(other.reason));
  SetText(other.party, *proto.mutable_party());
  SetText(other.side, *proto.mutable_side());
  proto.set_speech_act(ToWire(kSpeechActs, other.speech_act));
  Render(*other.stated, proto);
  SetText(other.said_time, *proto.mutable_said_time());
  SetText(other.text, *proto.mutable_text());
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

void RenderAllButClaims(const engine::Comparison& comparison, v1::Comparison& proto) {
  SetText(comparison.question, *proto.mutable_question());
  SetText(comparison.title, *proto.mutable_title());
  RenderVerdict(comparison, proto);
  if (comparison.consensus) *proto.mutable_consensus() = ConsensusToProto(*comparison.consensus);
  for (const auto& respondent : comparison.respondents) Render(respondent, *proto.add_respondents());
  Render(comparison.counts, *proto.mutable_counts());
  if (comparison.since) {
    proto.mutable_since()->set_said_time(comparison.since->said_time);
    proto.mutable_since()->set_known_at(comparison.since->known_at);
  }
  for (const auto& step : comparison.explanation) Render(step, *proto.add_explanation());
  proto.set_unlisted_positions(comparison.unlisted_positions);
  proto.set_unlisted_others(comparison.unlisted_others);
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
  RenderAllButClaims(comparison, proto);
  for (const auto& other : comparison.others) Render(other, *proto.add_others());
  for (const auto& position : comparison.positions) {
    v1::Position& shown = *proto.add_positions();
    RenderAllButLists(position, shown);
    Copy(position.sides, *shown.mutable_sides());
    for (const auto& row : position.supporters) Render(row, *shown.add_supporters());
    for (const auto& row : position.opposers) Render(row, *shown.add_opposers());
    for (const auto& row : position.compatible) Render(row, *shown.add_compatible());
  }
  return proto;
}

std::string ComparisonBytes(const engine::Comparison& comparison) {
  v1::Comparison proto;
  RenderAllButClaims(comparison, proto);
  std::string bytes = proto.SerializeAsString();
  ClaimWriter claims;
  for (const auto& other : comparison.others) {
    claims.AppendOther(v1::Comparison::kOthersFieldNumber, other, bytes);
  }
  std::string lists;  // of one position after the other
  for (const auto& position : comparison.positions) {
    AppendPosition(v1::Comparison::kPositionsFieldNumber, position, claims, lists, bytes);
  }
  return bytes;
}

}  // namespace gainsay::rpc
