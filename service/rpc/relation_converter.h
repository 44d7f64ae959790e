#ifndef GAINSAY_SERVICE_RPC_RELATION_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_RELATION_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/relation.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the relation that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Relation> RelationFromProto(const v1::Relation& proto);

// Returns the relation without output-only fields.
v1::Relation RelationToProto(const model::Relation& relation);

// Returns the relation with its revision and record time.
v1::Relation RelationToProto(const ledger::Recorded<model::Relation>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_RELATION_CONVERTER_H_
