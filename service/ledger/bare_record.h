#ifndef GAINSAY_SERVICE_LEDGER_BARE_RECORD_H_
#define GAINSAY_SERVICE_LEDGER_BARE_RECORD_H_

#include <optional>
#include <string>
#include <vector>

#include "service/model/names.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// Returns a record with nothing but its name, for one that is referred to and never declared: an entity,
// displayed by its id, a source, a topic, or a question of the value type that fits who refers to it: of
// the first claim that tells it, else QUANTITY if another question sums it, else TEXT. What a party said,
// or did not, is never made: nothing for the other kinds.
std::optional<model::Record> BareRecord(model::NameKind kind, const std::string& name,
                                        const std::vector<const model::Record*>& referring);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_BARE_RECORD_H_
