#include "service/ledger/record_writes.h"

#include "service/store/record_codec.h"

namespace gainsay::ledger {

RecordWrites WritesOf(const std::string& workspace, const model::Record& record) {
  return {KeyOf(workspace, record), store::EncodeRecord(record), EntriesOf(workspace, record)};
}

RecordWrites SharedRecord::TakeWrites(const std::string& workspace) const {
  if (!held_->writes) return WritesOf(workspace, held_->record);
  RecordWrites writes = *std::move(held_->writes);
  held_->writes.reset();
  return writes;
}

}  // namespace gainsay::ledger
