#include "service/store/record_codec.h"

#include <variant>

#include "service/store/noun_codec.h"
#include "service/store/statement_codec.h"
#include "service/store/stored_fields.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {
namespace {

struct RecordWriter {
  v1::StoredRecord& stored;

  void operator()(const model::Entity& entity) { Store(entity, *stored.mutable_entity()); }
  void operator()(const model::Source& source) { Store(source, *stored.mutable_source()); }
  void operator()(const model::Topic& topic) { Store(topic, *stored.mutable_topic()); }
  void operator()(const model::Question& question) { Store(question, *stored.mutable_question()); }
  void operator()(const model::Claim& claim) { Store(claim, *stored.mutable_claim()); }
  void operator()(const model::Silence& silence) { Store(silence, *stored.mutable_silence()); }
  void operator()(const model::Relation& relation) { Store(relation, *stored.mutable_relation()); }
  void operator()(const model::Withdrawal& withdrawal) { Store(withdrawal, *stored.mutable_withdrawal()); }
};

model::Record ReadRecord(const v1::StoredRecord& stored, FieldReader& reader) {
  reader.Check(stored);
  switch (stored.record_case()) {
    case v1::StoredRecord::kEntity:
      return Read(stored.entity(), reader);
    case v1::StoredRecord::kSource:
      return Read(stored.source(), reader);
    case v1::StoredRecord::kTopic:
      return Read(stored.topic(), reader);
    case v1::StoredRecord::kQuestion:
      return Read(stored.question(), reader);
    case v1::StoredRecord::kClaim:
      return Read(stored.claim(), reader);
    case v1::StoredRecord::kSilence:
      return Read(stored.silence(), reader);
    case v1::StoredRecord::kRelation:
      return Read(stored.relation(), reader);
    case v1::StoredRecord::kWithdrawal:
      return Read(stored.withdrawal(), reader);
    case v1::StoredRecord::RECORD_NOT_SET:
      break;
  }
  reader.Refuse("it is of no kind");
  return {};
}

}  // namespace

std::string EncodeRecord(const model::Record& record) {
  v1::StoredRecord stored;
  std::visit(RecordWriter{stored}, record);
  return stored.SerializeAsString();
}

absl::StatusOr<model::Record> DecodeRecord(std::string_view bytes) {
  v1::StoredRecord stored;
  FieldReader reader;
  if (!stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    reader.Refuse("it does not parse");
    return reader.status();
  }
  model::Record record = ReadRecord(stored, reader);
  if (!reader.status().ok()) return reader.status();
  return record;
}

}  // namespace gainsay::store
