#ifndef GAINSAY_SERVICE_LEDGER_IMPORT_BATCH_H_
#define GAINSAY_SERVICE_LEDGER_IMPORT_BATCH_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/draft.h"
#include "service/ledger/import.h"
#include "service/ledger/known_names.h"

namespace gainsay::ledger {

// A record that an import has decided to write, or a bare one that it makes (line 0).
struct ImportItem {
  int64_t line = 0;
  SharedRecord record;
};

// The commit that an import is building, one after the other. In a dry run there is only one, which grows
// and is never made. Not thread-safe.
class ImportBatch {
 public:
  ImportBatch(const Ledger& ledger, const ImportOptions& options) : ledger_(ledger), options_(options) {}

  // Whether a record is on file, or will be once the batch is written. Errors of the store.
  absl::StatusOr<bool> Exists(model::NameKind kind, std::string_view name);

  // Looks up many records at once that are to be taken. Errors of the store.
  absl::Status Prefetch(const std::vector<SharedRecord>& records);

  // Takes a record, or all of several that may refer to one another, or after a refusal none: the statuses
  // that Draft gives, one each.
  absl::Status Add(ImportItem item);
  std::vector<absl::Status> AddTogether(const std::vector<ImportItem>& items);

  // Records taken since the last commit.
  int64_t size() const { return static_cast<int64_t>(items_.size()); }

  // What a commit came to.
  struct Outcome {
    int64_t written = 0;
    int64_t unchanged = 0;
    int64_t made = 0;
    std::vector<ImportError> refused;  // because of what others wrote meanwhile
    store::Revision revision = 0;      // made, or read at
  };

  // Writes what was taken. UNAVAILABLE: other writers were faster too many times. Errors of the store.
  absl::StatusOr<Outcome> Commit();

 private:
  struct Taken {
    ImportItem item;
    Added added = Added::kWritten;
    int64_t circle = 0;  // the same for records taken together
  };

  absl::Status Open();
  absl::Status TakeAgain(Outcome& outcome);
  absl::Status TakeCircleAgain(std::vector<Taken>::iterator begin, std::vector<Taken>::iterator end,
                               Outcome& outcome);
  void Tally(Outcome& outcome) const;

  const Ledger& ledger_;
  const ImportOptions& options_;
  KnownNames known_;
  std::unique_ptr<store::Snapshot> snapshot_;
  std::optional<Draft> draft_;
  std::vector<Taken> items_;
  int64_t circles_ = 0;
};

// Returns a refusal as an import reports it: its message begins with the record's noun.
ImportError ErrorOf(int64_t line, const model::Record& record, const absl::Status& refusal);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_IMPORT_BATCH_H_
