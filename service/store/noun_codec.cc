#include "service/store/noun_codec.h"

namespace gainsay::store {
namespace {

void StoreSpeaksFor(const model::SpeaksFor& speaks_for, v1::SpeaksFor& stored) {
  stored.set_entity(speaks_for.entity);
  stored.set_valid_time(TextOf(speaks_for.valid_time));
}

model::SpeaksFor ReadSpeaksFor(const v1::SpeaksFor& stored, FieldReader& reader) {
  reader.Check(stored);
  return {stored.entity(), reader.Time(stored.valid_time())};
}

}  // namespace

void Store(const model::Entity& entity, v1::Entity& stored) {
  stored.set_name(entity.name);
  stored.set_display_name(entity.display_name);
  Store(entity.names, *stored.mutable_names());
  Store(entity.aliases, *stored.mutable_aliases());
  stored.set_kind(static_cast<int>(entity.kind));
  if (entity.speaks_for) StoreSpeaksFor(*entity.speaks_for, *stored.mutable_speaks_for());
  for (const model::SpeaksFor& former : entity.spoke_for) StoreSpeaksFor(former, *stored.add_spoke_for());
  stored.set_owned_by(entity.owned_by);
  Store(entity.broader, *stored.mutable_broader());
  Store(entity.external_ids, *stored.mutable_external_ids());
}

void Store(const model::Source& source, v1::Source& stored) {
  stored.set_name(source.name);
  stored.set_uri(source.uri);
  stored.set_title(source.title);
  stored.set_publisher(source.publisher);
  stored.set_publish_time(TextOf(source.publish_time));
  stored.set_language(source.language);
  for (const model::Citation& citation : source.cites) {
    v1::Citation& out = *stored.add_cites();
    out.set_source(citation.source);
    out.set_kind(static_cast<int>(citation.kind));
  }
  stored.set_archive_uri(source.archive_uri);
  stored.set_content_sha256(source.content_sha256);
  stored.set_reliability(static_cast<int>(source.reliability));
  stored.set_confidential(source.confidential);
}

void Store(const model::Topic& topic, v1::Topic& stored) {
  stored.set_name(topic.name);
  stored.set_title(topic.title);
  stored.set_time(TextOf(topic.time));
  stored.set_place(topic.place);
  Store(topic.participants, *stored.mutable_participants());
}

void Store(const model::Question& question, v1::Question& stored) {
  stored.set_name(question.name);
  stored.set_title(question.title);
  stored.set_value_type(static_cast<int>(question.value_type));
  stored.set_unit(question.unit);
  stored.set_cardinality(static_cast<int>(question.cardinality));
  stored.set_evolution(static_cast<int>(question.evolution));
  stored.set_absolute_tolerance(TextOf(question.tolerance.absolute));
  stored.set_relative_tolerance(TextOf(question.tolerance.relative));
  Store(question.respondents, *stored.mutable_respondents());
  Store(question.parts, *stored.mutable_parts());
}

model::Entity Read(const v1::Entity& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Entity entity;
  entity.name = stored.name();
  entity.display_name = stored.display_name();
  entity.names = reader.Map(stored.names());
  entity.aliases = reader.Texts(stored.aliases());
  entity.kind =
      reader.Enumerator(stored.kind(), model::EntityKind::kUnspecified, model::EntityKind::kAnonymous);
  if (stored.has_speaks_for()) entity.speaks_for = ReadSpeaksFor(stored.speaks_for(), reader);
  for (const v1::SpeaksFor& former : stored.spoke_for()) {
    entity.spoke_for.push_back(ReadSpeaksFor(former, reader));
  }
  entity.owned_by = stored.owned_by();
  entity.broader = reader.Texts(stored.broader());
  entity.external_ids = reader.Map(stored.external_ids());
  return entity;
}

model::Source Read(const v1::Source& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Source source;
  source.name = stored.name();
  source.uri = stored.uri();
  source.title = stored.title();
  source.publisher = stored.publisher();
  source.publish_time = reader.Time(stored.publish_time());
  source.language = stored.language();
  for (const v1::Citation& citation : stored.cites()) {
    reader.Check(citation);
    source.cites.push_back(
        {citation.source(),
         reader.Enumerator(citation.kind(), model::CitationKind::kQuotes, model::CitationKind::kCites)});
  }
  source.archive_uri = stored.archive_uri();
  source.content_sha256 = stored.content_sha256();
  source.reliability =
      reader.Enumerator(stored.reliability(), model::Reliability::kA, model::Reliability::kF);
  source.confidential = stored.confidential();
  return source;
}

model::Topic Read(const v1::Topic& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Topic topic;
  topic.name = stored.name();
  topic.title = stored.title();
  topic.time = reader.Time(stored.time());
  topic.place = stored.place();
  topic.participants = reader.Texts(stored.participants());
  return topic;
}

model::Question Read(const v1::Question& stored, FieldReader& reader) {
  reader.Check(stored);
  model::Question question;
  question.name = stored.name();
  question.title = stored.title();
  question.value_type =
      reader.Enumerator(stored.value_type(), model::ValueType::kBoolean, model::ValueType::kText);
  question.unit = stored.unit();
  question.cardinality =
      reader.Enumerator(stored.cardinality(), model::Cardinality::kOne, model::Cardinality::kMany);
  question.evolution =
      reader.Enumerator(stored.evolution(), model::Evolution::kStatic, model::Evolution::kVolatile);
  question.tolerance.absolute = reader.OptionalNumber(stored.absolute_tolerance());
  question.tolerance.relative = reader.OptionalNumber(stored.relative_tolerance());
  question.respondents = reader.Texts(stored.respondents());
  question.parts = reader.Texts(stored.parts());
  return question;
}

}  // namespace gainsay::store
