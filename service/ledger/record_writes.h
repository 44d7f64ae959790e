#ifndef GAINSAY_SERVICE_LEDGER_RECORD_WRITES_H_
#define GAINSAY_SERVICE_LEDGER_RECORD_WRITES_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "service/ledger/record_keys.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// What is written of a record: where it lies, its bytes, and the keys by which it is found.
struct RecordWrites {
  std::string key;
  std::string value;
  RecordEntries entries;
};

// Returns what is written of a record, which has a name.
RecordWrites WritesOf(const std::string& workspace, const model::Record& record);

// A record that several hold and none changes; or none. What is written of it can be made before it is asked
// for, on another thread than the one that decides whether to write it. Only one thread may use it at a time.
class SharedRecord {
 public:
  SharedRecord() = default;
  explicit SharedRecord(model::Record record) : held_(std::make_shared<Held>(std::move(record))) {}

  explicit operator bool() const { return held_ != nullptr; }
  const model::Record& operator*() const { return held_->record; }

  // Makes what is written of it in that workspace, for TakeWrites.
  void PrepareWrites(const std::string& workspace) { held_->writes = WritesOf(workspace, held_->record); }

  // Returns what is written of it, which it keeps no longer.
  RecordWrites TakeWrites(const std::string& workspace) const;

  // Lets go of what was made beforehand.
  void DropWrites() { held_->writes.reset(); }

  // How many bytes were made beforehand.
  size_t prepared_bytes() const { return held_->writes ? held_->writes->value.size() : 0; }

 private:
  struct Held {
    explicit Held(model::Record made) : record(std::move(made)) {}
    const model::Record record;
    std::optional<RecordWrites> writes;
  };

  std::shared_ptr<Held> held_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORD_WRITES_H_
