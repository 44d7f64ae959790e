#ifndef GAINSAY_SERVICE_LEDGER_SAID_TIME_H_
#define GAINSAY_SERVICE_LEDGER_SAID_TIME_H_

#include "absl/status/statusor.h"
#include "service/ledger/reader.h"
#include "service/model/edtf.h"

namespace gainsay::ledger {

// Returns whether a claim was said, or, without a said time, first published, at some time within `time`; not
// if neither is known. Whether `confidential` sources count as its publication is for the caller to say.
// Errors are those of reading; NOT_FOUND: a source of its is not on file.
absl::StatusOr<bool> IsSaidWithin(const Reader& reader, const model::Claim& claim, const model::Edtf& time,
                                  bool confidential);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_SAID_TIME_H_
