#ifndef GAINSAY_TESTS_SERVICE_LEDGER_INTERFERING_STORE_H_
#define GAINSAY_TESTS_SERVICE_LEDGER_INTERFERING_STORE_H_

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "service/store/store.h"

namespace gainsay::ledger {

// Another store, before whose every commit somebody else may do something.
class InterferingStore final : public store::Store {
 public:
  explicit InterferingStore(store::Store& inner) : inner_(inner) {}

  // Called before each commit, until it is replaced.
  std::function<void()> before_commit;

  store::Revision GetLatestRevision() const override { return inner_.GetLatestRevision(); }
  absl::StatusOr<std::unique_ptr<store::Snapshot>> GetSnapshot(
      std::optional<store::Revision> revision) const override {
    return inner_.GetSnapshot(revision);
  }
  void CommitLater(store::WriteSet writes, absl::Time now, Done done) override {
    const std::function<void()> act = before_commit;  // which may replace itself
    if (act) act();
    inner_.CommitLater(std::move(writes), now, std::move(done));
  }
  absl::Status WaitForRevision(store::Revision revision, absl::Time deadline) const override {
    return inner_.WaitForRevision(revision, deadline);
  }
  absl::StatusOr<std::vector<store::LogEntry>> ReadLog(store::Revision after, int limit) const override {
    return inner_.ReadLog(after, limit);
  }
  absl::StatusOr<store::Revision> RevisionAt(absl::Time time) const override {
    return inner_.RevisionAt(time);
  }
  absl::Status Checkpoint(const std::string& directory) override { return inner_.Checkpoint(directory); }
  absl::StatusOr<store::Statistics> GetStatistics() const override { return inner_.GetStatistics(); }

 private:
  store::Store& inner_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_TESTS_SERVICE_LEDGER_INTERFERING_STORE_H_
