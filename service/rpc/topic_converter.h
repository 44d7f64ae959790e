#ifndef GAINSAY_SERVICE_RPC_TOPIC_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_TOPIC_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/topic.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the topic that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Topic> TopicFromProto(const v1::Topic& proto);

// Returns the topic without output-only fields.
v1::Topic TopicToProto(const model::Topic& topic);

// Returns the topic with its etag and revision.
v1::Topic TopicToProto(const ledger::Recorded<model::Topic>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_TOPIC_CONVERTER_H_
