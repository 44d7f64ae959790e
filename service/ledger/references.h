#ifndef GAINSAY_SERVICE_LEDGER_REFERENCES_H_
#define GAINSAY_SERVICE_LEDGER_REFERENCES_H_

#include <string>
#include <vector>

#include "service/model/names.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// That one field of a record names another record.
struct Reference {
  std::string field;  // "appearances[0].source", without the noun
  model::NameKind kind = model::NameKind::kEntity;
  std::string name;

  friend bool operator==(const Reference&, const Reference&) = default;
};

// Returns every reference of a record, in the order of its fields. A question refers to its topic by its
// own name.
std::vector<Reference> ReferencesOf(const model::Record& record);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_REFERENCES_H_
