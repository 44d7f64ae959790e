#ifndef GAINSAY_SERVICE_RPC_FILTER_H_
#define GAINSAY_SERVICE_RPC_FILTER_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace gainsay::rpc {

// An enum that records do not hold and that is worked out for each.
struct ComputedField {
  std::string name;
  const google::protobuf::EnumDescriptor* type = nullptr;
  // Returns the number of the record's enumerator; nothing if it has none; or an error, which ends the
  // listing.
  std::function<absl::StatusOr<std::optional<int>>(const google::protobuf::Message& record)> number_of;
};

// What a filter comes to for records of one kind.
struct Filter {
  // Whether a record is among those it asks for; or the error of a computed field.
  std::function<absl::StatusOr<bool>(const google::protobuf::Message& record)> holds;
  // Whether it asks for a computed field.
  bool computes = false;
};

// Returns the filter that `text` writes, over the fields of `record` and `computed`, as LedgerService says.
// INVALID_ARGUMENT "filter: at character N: ...": it writes none, or asks for what the record does not have.
absl::StatusOr<Filter> FilterFromText(std::string_view text, const google::protobuf::Descriptor& record,
                                      const std::vector<ComputedField>& computed = {});

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FILTER_H_
