#ifndef GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_

#include "gainsay/v1/comparison.pb.h"
#include "service/engine/comparison.h"

namespace gainsay::rpc {

v1::Consensus ConsensusToProto(const engine::Consensus& consensus);

// Fills an empty message.
void FillComparison(const engine::Comparison& comparison, v1::Comparison& proto);
v1::Comparison ComparisonToProto(const engine::Comparison& comparison);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_CONVERTER_H_
