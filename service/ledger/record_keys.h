#ifndef GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_
#define GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_

#include <map>
#include <string>

#include "service/model/records.h"

namespace gainsay::ledger {

// Returns the key under which a record lies.
std::string KeyOf(const std::string& workspace, const model::Record& record);

// Returns the keys, with their values, by which a record is found from what it names (and a withdrawal by
// its own name). Nothing is ever deleted: when a noun's next revision names something no more, the entry
// stays, so whoever reads an index confirms what it says with the record.
std::map<std::string, std::string> EntriesOf(const std::string& workspace, const model::Record& record);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORD_KEYS_H_
