#ifndef GAINSAY_SERVICE_STORE_STATEMENT_CODEC_H_
#define GAINSAY_SERVICE_STORE_STATEMENT_CODEC_H_

#include "service/model/records.h"
#include "service/store/stored_fields.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {

// The records that never change, to and from their stored form. What no record can hold is refused at
// `reader`.

void Store(const model::Claim& claim, v1::Claim& stored);
void Store(const model::Silence& silence, v1::Silence& stored);
void Store(const model::Relation& relation, v1::Relation& stored);
void Store(const model::Withdrawal& withdrawal, v1::Withdrawal& stored);

model::Claim Read(const v1::Claim& stored, FieldReader& reader);
model::Silence Read(const v1::Silence& stored, FieldReader& reader);
model::Relation Read(const v1::Relation& stored, FieldReader& reader);
model::Withdrawal Read(const v1::Withdrawal& stored, FieldReader& reader);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_STATEMENT_CODEC_H_
