#ifndef GAINSAY_SERVICE_LEDGER_NOUN_CHECKS_H_
#define GAINSAY_SERVICE_LEDGER_NOUN_CHECKS_H_

#include "absl/status/status.h"
#include "service/ledger/overlay.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// Whether a noun may be written over what is staged and on file; what the answer rests on is guarded.
// What a noun names exists, or is about to be staged together with it. Messages begin with the field's
// path. All return the errors of reading, too.

// What is known of where a noun comes from. Nothing leads back to one that is kNewAlone: its name was
// not on file until now, and nothing staged with it refers to it yet.
enum class Standing { kNewAlone, kReachable };

// FAILED_PRECONDITION: it would speak for itself, or be broader than itself.
absl::Status CheckEntity(Overlay& file, const model::Entity& entity, Standing standing);

// INVALID_ARGUMENT: it or a part asks for no quantity. FAILED_PRECONDITION: it would be part of itself, or
// have another value type than `current` though claims, or a sum it is part of, rest on that.
absl::Status CheckQuestion(Overlay& file, const model::Question& question, const model::Question* current,
                           Standing standing);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_NOUN_CHECKS_H_
