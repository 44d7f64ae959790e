#ifndef GAINSAY_SERVICE_LEDGER_IMPORT_DECIDER_H_
#define GAINSAY_SERVICE_LEDGER_IMPORT_DECIDER_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/import.h"
#include "service/ledger/import_batch.h"
#include "service/ledger/import_window.h"

namespace gainsay::ledger {

// Decides what becomes of an import's records: written as soon as all that they name is on file, several
// at once where they wait for one another, or refused. Counts what was decided. Not thread-safe. Every
// function that returns a status returns the errors of the store, after which the import is over.
class ImportDecider {
 public:
  ImportDecider(const Ledger& ledger, const ImportOptions& options)
      : create_missing_(options.create_missing), batch_(ledger, options) {}

  // Takes a record, which has a name, and notes how many came after it that were refused already.
  absl::Status Take(ImportItem item, int64_t refused_after);
  // Looks up many records at once that are to be taken.
  absl::Status Prefetch(const std::vector<SharedRecord>& records) { return batch_.Prefetch(records); }
  void Skip(int64_t records) { window_.Skip(records); }
  // Reports a record that was refused already.
  void Report(ImportError error);

  // Takes every record that waits for nothing, and those that waited for it, into batches.
  absl::Status WriteReady();

  // Writes the records that wait for nothing but one another, and ends the wait of those that are too old.
  absl::Status EndOldWaits();
  // The same, and ends every wait.
  absl::Status EndAllWaits();

  // Writes what was taken and is not written yet.
  absl::Status Commit();

  int64_t waiting() const { return window_.size(); }
  // Counts since the start, and the errors since they were last cleared.
  ImportProgress& progress() { return progress_; }

 private:
  using Position = ImportWindow::Position;

  absl::Status EndWaits(Position last);
  absl::Status WriteCircles();
  absl::StatusOr<bool> WriteCircle(const std::vector<Position>& circle);
  absl::Status MakeMissing(Position last);
  std::set<std::string> Undeclared(model::NameKind kind, Position last) const;
  absl::Status Make(model::NameKind kind, const std::string& name);
  absl::Status GiveUp(Position last);
  absl::Status RefuseInTurn(std::set<Position> hopeless, Position last);
  bool NamesUndeclared(Position position) const;
  absl::Status WhyItWaits(Position position) const;
  void RefuseWaiting(Position position, const absl::Status& refusal);

  const bool create_missing_;
  ImportBatch batch_;
  ImportWindow window_;
  ImportProgress progress_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_IMPORT_DECIDER_H_
