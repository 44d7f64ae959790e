#ifndef GAINSAY_SERVICE_LEDGER_STATEMENT_CHECKS_H_
#define GAINSAY_SERVICE_LEDGER_STATEMENT_CHECKS_H_

#include "absl/status/status.h"
#include "service/ledger/overlay.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// Whether a claim, a relation or a withdrawal fits what is staged and on file, where all that it names
// is; what the answer rests on is guarded. Messages begin with the field's path. All return the errors of
// reading, too.

// Whether a claim on `question` gives an answer to it, if it gives one.
// INVALID_ARGUMENT: the question does not admit the value.
absl::Status CheckAdmitted(const model::Question& question, const model::Claim& claim);

// INVALID_ARGUMENT: the question does not admit the value.
absl::Status CheckClaim(Overlay& file, const model::Claim& claim);

// INVALID_ARGUMENT: the claims are of different questions, or of one that is not TEXT.
absl::Status CheckRelation(Overlay& file, const model::Relation& relation);

// A withdrawal's party is the one it gives, else the claim's or silence's party or the source's publisher.
// It must be, as it was when it withdrew (its time, else the first publication among its appearances, else
// at any time): of the side of the claim's party, then or when the claim was said (RETRACTED, SUPERSEDED);
// that very party (DISOWNED); of the publisher's side (SOURCE_PULLED). VOIDED is anyone's.
// INVALID_ARGUMENT: the kind does not fit what it withdraws, or the superseding claim answers another
// question. FAILED_PRECONDITION: the party has not the authority, or the superseding claim is another
// side's or was said before.
absl::Status CheckWithdrawal(Overlay& file, const model::Withdrawal& withdrawal);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_STATEMENT_CHECKS_H_
