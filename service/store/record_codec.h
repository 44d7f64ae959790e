#ifndef GAINSAY_SERVICE_STORE_RECORD_CODEC_H_
#define GAINSAY_SERVICE_STORE_RECORD_CODEC_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/model/records.h"

namespace gainsay::store {

// Stored bytes of records, apart from the wire so that either may change alone.

// Returns the bytes that are stored for `record`; equal records give equal bytes.
std::string EncodeRecord(const model::Record& record);

// Returns the record that `bytes` hold.
// DATA_LOSS: they do not parse, or hold what no record can.
absl::StatusOr<model::Record> DecodeRecord(std::string_view bytes);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_RECORD_CODEC_H_
