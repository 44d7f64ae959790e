#ifndef GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_

#include <string>

#include "gainsay/v1/comparison.pb.h"
#include "service/engine/comparison.h"

namespace gainsay::rpc {

v1::Consensus ConsensusToProto(const engine::Consensus& consensus);

v1::Comparison ComparisonToProto(const engine::Comparison& comparison);

// Returns the same message serialized (the order of its fields aside), for a fraction of the time: rows are
// most of an answer, and are not made into objects first.
std::string ComparisonBytes(const engine::Comparison& comparison);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_
