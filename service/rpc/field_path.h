#ifndef GAINSAY_SERVICE_RPC_FIELD_PATH_H_
#define GAINSAY_SERVICE_RPC_FIELD_PATH_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace gainsay::rpc {

// Where in a message something is wrong, in its JSON names: "claims[3].value.quantity.amount". Messages
// of errors begin with it: "claims[3].value.quantity.amount: not a decimal number".

// Returns INVALID_ARGUMENT "field: reason".
absl::Status FieldError(std::string_view field, std::string_view reason);

// Returns an error about a part of `parent` as one about the whole: "amount: ..." below "quantity" is
// "quantity.amount: ...", and a message without a path is "quantity: ...". What no field is to blame for
// (OK, DATA_LOSS, UNAVAILABLE, ...) is returned as it is.
absl::Status UnderField(std::string_view parent, const absl::Status& status);

// "claims[3]".
std::string Indexed(std::string_view field, int index);

// An error's message in two.
struct FieldFault {
  std::string field;  // the path that it begins with; empty if it has none
  std::string reason;

  friend bool operator==(const FieldFault&, const FieldFault&) = default;
};
FieldFault FaultOf(const absl::Status& status);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FIELD_PATH_H_
