#include "service/rpc/topic_converter.h"

#include <utility>

#include "service/ledger/nouns.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {

absl::StatusOr<model::Topic> TopicFromProto(const v1::Topic& proto) {
  FieldReader fields;
  model::Topic topic;
  topic.name = fields.Name("name", model::NameKind::kTopic, proto.name());
  topic.title = fields.Text("title", proto.title());
  topic.time = fields.Time("time", proto.time());
  topic.place = fields.OptionalName("place", model::NameKind::kEntity, proto.place());
  topic.participants = fields.Names("participants", model::NameKind::kEntity, proto.participants());
  return fields.Finish(std::move(topic));
}

v1::Topic TopicToProto(const model::Topic& topic) {
  v1::Topic proto;
  proto.set_name(topic.name);
  proto.set_title(topic.title);
  if (topic.time) proto.set_time(topic.time->text());
  proto.set_place(topic.place);
  proto.mutable_participants()->Assign(topic.participants.begin(), topic.participants.end());
  return proto;
}

v1::Topic TopicToProto(const ledger::Recorded<model::Topic>& recorded) {
  v1::Topic proto = TopicToProto(recorded.record);
  proto.set_etag(ledger::EtagOf(recorded.revision));
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
