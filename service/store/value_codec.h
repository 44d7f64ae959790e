#ifndef GAINSAY_SERVICE_STORE_VALUE_CODEC_H_
#define GAINSAY_SERVICE_STORE_VALUE_CODEC_H_

#include "service/model/value.h"
#include "service/store/stored_fields.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {

v1::Value StoredValueOf(const model::Value& value);

// What no value can be is refused at `reader`.
model::Value ReadValue(const v1::Value& stored, FieldReader& reader);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_VALUE_CODEC_H_
