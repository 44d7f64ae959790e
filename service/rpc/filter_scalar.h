#ifndef GAINSAY_SERVICE_RPC_FILTER_SCALAR_H_
#define GAINSAY_SERVICE_RPC_FILTER_SCALAR_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "service/rpc/filter_syntax.h"

namespace gainsay::rpc {

// Whether a value of a record's stands to a restriction's value as its comparator says; kHas as kEqual.
// Every function that makes one: INVALID_ARGUMENT "filter: ...": the restriction's value is not of that
// type, or the type does not know the comparator.
template <class Value>
using ScalarTest = std::function<bool(const Value&)>;

// Of a field of text, which may write a time or a number; no such test holds where it writes none.
absl::StatusOr<ScalarTest<std::string>> StringTest(const google::protobuf::FieldDescriptor& field,
                                                   const Restriction& restriction);
// Of text that is just that.
absl::StatusOr<ScalarTest<std::string>> TextTest(const Restriction& restriction);
absl::StatusOr<ScalarTest<google::protobuf::Timestamp>> TimestampTest(const Restriction& restriction);
absl::StatusOr<ScalarTest<int64_t>> IntegerTest(const Restriction& restriction);
absl::StatusOr<ScalarTest<double>> DoubleTest(const Restriction& restriction);
absl::StatusOr<ScalarTest<bool>> BooleanTest(const Restriction& restriction);
// Of an enumerator's number.
absl::StatusOr<ScalarTest<int>> EnumTest(const google::protobuf::EnumDescriptor& type,
                                         const Restriction& restriction);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FILTER_SCALAR_H_
