#ifndef GAINSAY_SERVICE_LEDGER_STATUS_READER_H_
#define GAINSAY_SERVICE_LEDGER_STATUS_READER_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "service/engine/claim_statuses.h"
#include "service/engine/comparison.h"
#include "service/ledger/cases.h"
#include "service/ledger/ledger.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// Tells what the statements on questions come to at one revision, by the policy that stands if none is given.
// Quickest if it is asked about one question's claims together. Does not own the ledger, which must outlive
// it. Not thread-safe. Every function: NOT_FOUND: the question is not on file. DATA_LOSS: stored bytes do not
// parse.
class StatusReader {
 public:
  // OUT_OF_RANGE: the revision has not been made.
  static absl::StatusOr<std::unique_ptr<StatusReader>> Open(const Ledger& ledger, std::string_view workspace,
                                                            store::Revision revision);

  // Returns the status of a question.
  absl::StatusOr<engine::Status> OfQuestion(const std::string& question);

  // Returns the status of the position that a claim on `question` forms; nothing if it forms none.
  absl::StatusOr<std::optional<engine::Status>> OfClaim(const std::string& question,
                                                        const std::string& claim);

 private:
  StatusReader(const Ledger& ledger, std::unique_ptr<store::Snapshot> snapshot, std::string_view workspace)
      : snapshot_(std::move(snapshot)), cases_(ledger, *snapshot_, workspace) {}

  const std::unique_ptr<store::Snapshot> snapshot_;
  Cases cases_;
  std::string question_;  // of `statuses_`
  engine::ClaimStatuses statuses_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_STATUS_READER_H_
