#ifndef GAINSAY_SERVICE_RPC_TIMESTAMP_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_TIMESTAMP_CONVERTER_H_

#include <google/protobuf/timestamp.pb.h>

#include "absl/time/time.h"

namespace gainsay::rpc {

// Returns `time`, to the nanosecond below. `time` is finite.
google::protobuf::Timestamp TimestampToProto(absl::Time time);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_TIMESTAMP_CONVERTER_H_
