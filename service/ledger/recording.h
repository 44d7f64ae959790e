#ifndef GAINSAY_SERVICE_LEDGER_RECORDING_H_
#define GAINSAY_SERVICE_LEDGER_RECORDING_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/ledger/write_scope.h"

namespace gainsay::ledger {

// What became of one item of a batch: its name, and whether it is equal to the one on file and was not
// written again.
using RecordOutcome = store::StoredRequest::Outcome;

struct RecordedBatch {
  std::vector<RecordOutcome> outcomes;  // one an item
  store::Revision revision = 0;         // written, or read at if all existed
};

// Records claims, silences, relations or withdrawals, all or none; an item without a name gets one from
// its content (ledger/content_id.h). `field` names the batch in messages ("claims"), which begin with
// the item's path ("claims[3].party: ...").
// NOT_FOUND: something an item names is not on file. ALREADY_EXISTS: a different record has its name.
// INVALID_ARGUMENT: it does not fit its question. FAILED_PRECONDITION: a withdrawal's party has not the
// authority.
// A request with an id that was done is not done again; what it came to then is returned. INVALID_ARGUMENT
// "requestId: ...": another request was done with the id.
template <class Item>
absl::StatusOr<RecordedBatch> RecordAll(const Ledger& ledger, const WriteScope& scope,
                                        const std::vector<Item>& items, std::string_view field);

// The same without waiting for the disk: calls `done` with what RecordAll would return, once, from any
// thread; it may be this one. The ledger must live until then. `done` must be quick.
using RecordingDone = absl::AnyInvocable<void(absl::StatusOr<RecordedBatch> batch)>;
template <class Item>
void RecordLater(const Ledger& ledger, const WriteScope& scope, const std::vector<Item>& items,
                 std::string_view field, RecordingDone done);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORDING_H_
