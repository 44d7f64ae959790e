#include "service/store/request_codec.h"

#include "service/store/stored_fields.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {

std::string EncodeRequest(const StoredRequest& request) {
  v1::Request stored;
  stored.set_digest(request.digest);
  for (const StoredRequest::Outcome& outcome : request.outcomes) {
    v1::Request::Outcome& each = *stored.add_outcomes();
    each.set_name(outcome.name);
    each.set_existed(outcome.existed);
  }
  return stored.SerializeAsString();
}

absl::StatusOr<StoredRequest> DecodeRequest(std::string_view bytes) {
  v1::Request stored;
  FieldReader reader;
  if (!stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    reader.Refuse("it does not parse");
  } else {
    reader.Check(stored);
  }
  if (!reader.status().ok()) return reader.status();
  StoredRequest request{stored.digest(), {}};
  for (const v1::Request::Outcome& outcome : stored.outcomes()) {
    request.outcomes.push_back({outcome.name(), outcome.existed()});
  }
  return request;
}

}  // namespace gainsay::store
