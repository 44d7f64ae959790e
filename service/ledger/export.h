#ifndef GAINSAY_SERVICE_LEDGER_EXPORT_H_
#define GAINSAY_SERVICE_LEDGER_EXPORT_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"

namespace gainsay::ledger {

struct ExportOptions {
  std::string topic;             // only it with all it needs; empty: everything
  std::string after;             // name of the last record already had; empty: from the start
  store::Revision revision = 0;  // to read at; 0: the latest
};

// Calls `visit` for the current version of every record, by kind (in the order of model::Record), then
// name, until it returns false. Returns the revision read at.
// NOT_FOUND: the topic is not on file. INVALID_ARGUMENT: `after` is not a record's name. OUT_OF_RANGE: the
// revision has not been made.
absl::StatusOr<store::Revision> Export(const Ledger& ledger, std::string_view workspace,
                                       const ExportOptions& options,
                                       absl::FunctionRef<bool(const model::Record& record)> visit);

// How many records of each kind a workspace holds, in the order of model::Record.
struct RecordCounts {
  int64_t entities = 0, sources = 0, topics = 0, questions = 0;
  int64_t claims = 0, silences = 0, relations = 0, withdrawals = 0;
  store::Revision revision = 0;
};
absl::StatusOr<RecordCounts> CountRecords(const Ledger& ledger, std::string_view workspace);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_EXPORT_H_
