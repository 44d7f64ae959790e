#ifndef GAINSAY_SERVICE_RPC_APPEARANCE_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_APPEARANCE_CONVERTER_H_

#include <google/protobuf/repeated_field.h>

#include <vector>

#include "gainsay/v1/claim.pb.h"
#include "service/model/records.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {

// Reads the field `appearances` of a claim, silence or withdrawal.
std::vector<model::Appearance> ReadAppearances(
    const google::protobuf::RepeatedPtrField<v1::Appearance>& protos, FieldReader& fields);

void AppearancesToProto(const std::vector<model::Appearance>& appearances,
                        google::protobuf::RepeatedPtrField<v1::Appearance>& protos);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_APPEARANCE_CONVERTER_H_
