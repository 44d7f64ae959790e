#ifndef GAINSAY_SERVICE_LEDGER_DRAFT_H_
#define GAINSAY_SERVICE_LEDGER_DRAFT_H_

#include <string>
#include <unordered_set>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/noun_checks.h"
#include "service/ledger/overlay.h"
#include "service/ledger/write_scope.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// How a noun is to be written. Claims, silences, relations and withdrawals never change: in either mode
// one that is on file, and equal, is left alone.
enum class Mode {
  kNew,          // its name must be free
  kNextRevision  // over whatever is there
};

// What adding a record to a draft came to.
enum class Added { kWritten, kUnchanged };

// Everything that one commit writes, built record by record: the one way in which records are written. A
// record is checked against the snapshot and all that was added before. Not thread-safe; does not own
// the snapshot or the known names, which must outlive it.
class Draft {
 public:
  // `known` may be null.
  Draft(const store::Snapshot& snapshot, std::string workspace, KnownNames* known = nullptr)
      : file_(snapshot, std::move(workspace), known) {}

  // Stages a record, which has a name; one equal to what is staged or on file is kUnchanged. After an
  // error nothing of it is staged. Messages begin with the field's path.
  // ALREADY_EXISTS: the name is taken. NOT_FOUND: something it names is not on file. INVALID_ARGUMENT,
  // FAILED_PRECONDITION: as CheckEntity, CheckQuestion, CheckClaim, CheckRelation, CheckWithdrawal.
  // DATA_LOSS, UNAVAILABLE: as the store.
  absl::StatusOr<Added> Add(SharedRecord record, Mode mode);

  // Stages records of different names that may refer to one another, as next revisions: all, or after an
  // error of any none. Returns what Add would, one each.
  std::vector<absl::StatusOr<Added>> AddTogether(const std::vector<SharedRecord>& records);

  const Overlay& file() const { return file_; }
  Overlay& file() { return file_; }

 private:
  using Names = std::unordered_set<std::string>;

  absl::StatusOr<Added> AddAmong(SharedRecord record, Mode mode, const Names& together);
  absl::Status CheckReferences(const model::Record& record, const Names& together);
  absl::Status CheckFits(const model::Record& record, const model::Record* current, Standing standing);

  Overlay file_;
};

// What writing a draft came to.
struct Written {
  store::Revision revision = 0;  // made, or read at if there was nothing to write
  absl::Time time;               // of the revision made
  bool before = false;           // it is the request's first doing that made it; nothing was built
};

// Builds a draft with `build` over the latest snapshot and commits it, again from the start when another
// writer was faster. A request with an id that was done is not done again.
// INVALID_ARGUMENT "requestId: ...": another request was done with the id.
// UNAVAILABLE: others were faster too many times. Errors of `build` and of the store.
absl::StatusOr<Written> WriteDraft(const Ledger& ledger, const WriteScope& scope,
                                   absl::FunctionRef<absl::Status(Draft& draft)> build);

// How often a write is tried before it gives up; each time somebody else's write was done.
inline constexpr int kMaxAttempts = 64;

// The answer to a writer that gave up.
absl::Status TooManyWriters();

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_DRAFT_H_
