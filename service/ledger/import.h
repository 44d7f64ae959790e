#ifndef GAINSAY_SERVICE_LEDGER_IMPORT_H_
#define GAINSAY_SERVICE_LEDGER_IMPORT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/ledger/record_writes.h"

namespace gainsay::ledger {

// References may point forward within this many records.
inline constexpr int kForwardReferenceWindow = 100'000;
// Records written together, unless their references tie more of them to one another.
inline constexpr int kImportBatch = 1'000;

struct ImportOptions {
  std::string workspace;
  bool dry_run = false;
  bool create_missing = false;
};

struct ImportError {
  int64_t line = 0;
  absl::Status status;  // its message is "field: reason", the field's path from the noun on
};

// How far an import has got; counts are since its start.
struct ImportProgress {
  int64_t last_line = 0;  // decided or waiting up to here
  int64_t written = 0;
  int64_t unchanged = 0;
  int64_t refused = 0;
  int64_t created_missing = 0;
  int64_t waiting = 0;
  std::vector<ImportError> errors;  // since the last progress, in line order
  store::Revision revision = 0;     // by which it is all durable
};

// One import: takes records in any order, keeps the good ones, reports the bad ones by line. Records that
// refer to one another (documents that cite each other) are written in one commit. Not thread-safe but where
// it says so.
class Import {
 public:
  Import(const Ledger& ledger, ImportOptions options);
  ~Import();

  // Returns a record that can be added, named by its content if it has no name, with what will be written of
  // it. Thread-safe: one thread may prepare records while another adds those before.
  SharedRecord Prepare(model::Record record) const;

  // Takes a prepared record, and writes a batch when one is full. Returns progress when something was
  // decided. A bad record is no error. Errors of the store end the import.
  absl::StatusOr<std::optional<ImportProgress>> Add(int64_t line, SharedRecord record);

  // Takes note of a line that could not be made into a record.
  void Refuse(int64_t line, absl::Status status);

  // Writes what is ready, so that it is durable; for a pause in the stream. Errors as Add.
  absl::StatusOr<ImportProgress> Flush();

  // Writes the rest; what still waits is made (create_missing) or refused. Errors as Add.
  absl::StatusOr<ImportProgress> Finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_IMPORT_H_
