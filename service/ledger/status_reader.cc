#include "service/ledger/status_reader.h"

#include "service/engine/compare.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

absl::StatusOr<std::unique_ptr<StatusReader>> StatusReader::Open(const Ledger& ledger,
                                                                 std::string_view workspace,
                                                                 store::Revision revision) {
  absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = OpenSnapshot(ledger, revision);
  if (!snapshot.ok()) return snapshot.status();
  return std::unique_ptr<StatusReader>(new StatusReader(ledger, *std::move(snapshot), workspace));
}

absl::StatusOr<engine::Status> StatusReader::OfQuestion(const std::string& question) {
  const auto standing = cases_.Get(question, {});
  if (!standing.ok()) return standing.status();
  return engine::VerdictOf(*(*standing)->prepared(), {}, {}).status;
}

absl::StatusOr<std::optional<engine::Status>> StatusReader::OfClaim(const std::string& question,
                                                                    const std::string& claim) {
  if (question != question_) {
    const auto standing = cases_.Get(question, {});
    if (!standing.ok()) return standing.status();
    statuses_ = engine::ClaimStatusesOf(*(*standing)->prepared(), {}, {});
    question_ = question;
  }
  const auto found = statuses_.find(claim);
  if (found == statuses_.end()) return std::nullopt;
  return found->second;
}

}  // namespace gainsay::ledger
