#include "service/store/statement_codec.h"

#include "service/store/value_codec.h"

namespace gainsay::store {

void Store(const model::Claim& claim, v1::Claim& stored) {
  stored.set_name(claim.name);
  stored.set_question(claim.question);
  stored.set_party(claim.party);
  stored.set_polarity(static_cast<int>(claim.polarity));
  if (claim.value) *stored.mutable_value() = StoredValueOf(*claim.value);
  stored.set_certainty(static_cast<int>(claim.certainty));
  stored.set_speech_act(static_cast<int>(claim.speech_act));
  stored.set_said_time(TextOf(claim.said_time));
  stored.set_valid_time(TextOf(claim.valid_time));
  stored.set_text(claim.text);
  Store(claim.appearances, *stored.mutable_appearances());
}

void Store(const model::Silence& silence, v1::Silence& stored) {
  stored.set_name(silence.name);
  stored.set_question(silence.question);
  stored.set_party(silence.party);
  stored.set_kind(static_cast<int>(silence.kind));
  stored.set_as_of_time(TextOf(silence.as_of_time));
  Store(silence.appearances, *stored.mutable_appearances());
}

void Store(const model::Relation& relation, v1::Relation& stored) {
  stored.set_name(relation.name);
  stored.set_from(relation.from);
  stored.set_to(relation.to);
  stored.set_kind(static_cast<int>(relation.kind));
  stored.set_author(relation.author);
  stored.set_method(static_cast<int>(relation.method));
  stored.set_model(relation.model);
  stored.set_model_version(relation.model_version);
}

void Store(const model::Withdrawal& withdrawal, v1::Withdrawal& stored) {
  stored.set_name(withdrawal.name);
  stored.set_target(withdrawal.target);
  stored.set_kind(static_cast<int>(withdrawal.kind));
  stored.set_superseded_by(withdrawal.superseded_by);
  stored.set_time(TextOf(withdrawal.time));
  stored.set_party(withdrawal.party);
  Store(withdrawal.appearances, *stored.mutable_appearances());
}

model::Claim Read(const v1::Claim& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Claim claim;
  claim.name = stored.name();
  claim.question = stored.question();
  claim.party = stored.party();
  claim.polarity = reader.Enumerator(stored.polarity(), model::Polarity::kAffirms, model::Polarity::kDenies);
  if (stored.has_value()) claim.value = ReadValue(stored.value(), reader);
  claim.certainty =
      reader.Enumerator(stored.certainty(), model::Certainty::kCertain, model::Certainty::kUncommitted);
  claim.speech_act =
      reader.Enumerator(stored.speech_act(), model::SpeechAct::kAssertion, model::SpeechAct::kOpinion);
  claim.said_time = reader.Time(stored.said_time());
  claim.valid_time = reader.Time(stored.valid_time());
  claim.text = stored.text();
  claim.appearances = reader.Appearances(stored.appearances());
  return claim;
}

model::Silence Read(const v1::Silence& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Silence silence;
  silence.name = stored.name();
  silence.question = stored.question();
  silence.party = stored.party();
  silence.kind = reader.Enumerator(stored.kind(), model::SilenceKind::kNoOfficialAnnouncement,
                                   model::SilenceKind::kNoneFound);
  silence.as_of_time = reader.Time(stored.as_of_time());
  silence.appearances = reader.Appearances(stored.appearances());
  return silence;
}

model::Relation Read(const v1::Relation& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Relation relation;
  relation.name = stored.name();
  relation.from = stored.from();
  relation.to = stored.to();
  relation.kind =
      reader.Enumerator(stored.kind(), model::RelationKind::kEntails, model::RelationKind::kNeutral);
  relation.author = stored.author();
  relation.method =
      reader.Enumerator(stored.method(), model::RelationMethod::kHuman, model::RelationMethod::kModel);
  relation.model = stored.model();
  relation.model_version = stored.model_version();
  return relation;
}

model::Withdrawal Read(const v1::Withdrawal& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Withdrawal withdrawal;
  withdrawal.name = stored.name();
  withdrawal.target = stored.target();
  withdrawal.kind =
      reader.Enumerator(stored.kind(), model::WithdrawalKind::kRetracted, model::WithdrawalKind::kVoided);
  withdrawal.superseded_by = stored.superseded_by();
  withdrawal.time = reader.Time(stored.time());
  withdrawal.party = stored.party();
  withdrawal.appearances = reader.Appearances(stored.appearances());
  return withdrawal;
}

}  // namespace gainsay::store
