#ifndef GAINSAY_SERVICE_LEDGER_READER_H_
#define GAINSAY_SERVICE_LEDGER_READER_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/field_error.h"
#include "service/ledger/ledger.h"
#include "service/ledger/record_name.h"
#include "service/model/records.h"
#include "service/store/keys.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// Returns the store as it was at `revision`; 0: at the latest. OUT_OF_RANGE: it has not been made.
absl::StatusOr<std::unique_ptr<store::Snapshot>> OpenSnapshot(const Ledger& ledger, store::Revision revision);

// Returns the record that stored bytes hold. DATA_LOSS: they hold none of `kind`.
absl::StatusOr<model::Record> DecodeAs(model::NameKind kind, std::string_view bytes);

// Reads one workspace at a snapshot, which it does not own. Every function: DATA_LOSS: stored bytes are
// damaged. UNAVAILABLE: the store cannot be read.
class Reader {
 public:
  Reader(const store::Snapshot& snapshot, std::string workspace)
      : snapshot_(snapshot), workspace_(std::move(workspace)) {}

  const store::Snapshot& snapshot() const { return snapshot_; }
  const std::string& workspace() const { return workspace_; }

  // Returns a record; nothing if it is not on file.
  absl::StatusOr<std::optional<Recorded<model::Record>>> Find(model::NameKind kind,
                                                              const std::string& name) const;

  // Returns a record. NOT_FOUND: it is not on file, with `field` before the message.
  template <class T>
  absl::StatusOr<Recorded<T>> Get(const std::string& name, const std::string& field = "name") const {
    auto found = Find(kKindOf<T>, name);
    if (!found.ok()) return found.status();
    if (!*found) return NotOnFile(field, name);
    return Recorded<T>{std::get<T>(std::move((*found)->record)), (*found)->revision, (*found)->record_time};
  }

  // Calls `visit` for every key of a range in key order, until it returns false or an error.
  using Visit =
      absl::FunctionRef<absl::StatusOr<bool>(const store::ParsedKey& key, const store::EntryView& entry)>;
  absl::Status Scan(const store::KeyRange& range, Visit visit) const;

 private:
  const store::Snapshot& snapshot_;
  std::string workspace_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_READER_H_
