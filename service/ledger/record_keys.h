#ifndef GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_
#define GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_

#include <string>
#include <utility>
#include <vector>

#include "service/model/records.h"

namespace gainsay::ledger {

// Returns the key under which a record lies.
std::string KeyOf(const std::string& workspace, const model::Record& record);

// The keys by which a record is found from what it names, and a withdrawal by its own name.
struct RecordEntries {
  std::vector<std::pair<std::string, std::string>> logged;  // with their values
  std::vector<std::string> index;                           // without values, each once
};

// Returns a record's entries. Those that a comparison depends on are logged: a withdrawal's name, and what is
// narrower than an entity. Nothing is ever deleted: when a noun's next revision names something no more, the
// entry stays, so whoever reads an index confirms what it says with the record.
RecordEntries EntriesOf(const std::string& workspace, const model::Record& record);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_
