#ifndef GAINSAY_SERVICE_STORE_NOUN_CODEC_H_
#define GAINSAY_SERVICE_STORE_NOUN_CODEC_H_

#include "service/model/records.h"
#include "service/store/stored_fields.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {

// The records that have revisions, to and from their stored form. What no record can hold is refused at
// `reader`.

void Store(const model::Entity& entity, v1::Entity& stored);
void Store(const model::Source& source, v1::Source& stored);
void Store(const model::Topic& topic, v1::Topic& stored);
void Store(const model::Question& question, v1::Question& stored);

model::Entity Read(const v1::Entity& stored, FieldReader& reader);
model::Source Read(const v1::Source& stored, FieldReader& reader);
model::Topic Read(const v1::Topic& stored, FieldReader& reader);
model::Question Read(const v1::Question& stored, FieldReader& reader);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_NOUN_CODEC_H_
