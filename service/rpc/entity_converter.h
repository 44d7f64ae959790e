#ifndef GAINSAY_SERVICE_RPC_ENTITY_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_ENTITY_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/entity.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the entity that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Entity> EntityFromProto(const v1::Entity& proto);

// Returns the entity without output-only fields.
v1::Entity EntityToProto(const model::Entity& entity);

// Returns the entity with its etag and revision.
v1::Entity EntityToProto(const ledger::Recorded<model::Entity>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_ENTITY_CONVERTER_H_
