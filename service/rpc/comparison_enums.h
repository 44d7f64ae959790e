#ifndef GAINSAY_SERVICE_RPC_COMPARISON_ENUMS_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_ENUMS_H_

#include "gainsay/v1/comparison.pb.h"
#include "service/engine/comparison.h"

namespace gainsay::rpc {

// The wire's enumerators for the engine's.
v1::Status ToWire(engine::Status status);
v1::ConflictKind ToWire(engine::ConflictKind kind);
v1::Grade ToWire(engine::Grade grade);
v1::SetRelation ToWire(engine::SetRelation relation);
v1::Attribution ToWire(engine::Attribution attribution);
v1::RespondentState ToWire(engine::RespondentState state);
v1::OtherReason ToWire(engine::OtherReason reason);
v1::ChangeKind ToWire(engine::ChangeKind kind);
v1::Flag ToWire(engine::Flag flag);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_ENUMS_H_
