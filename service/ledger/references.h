#ifndef GAINSAY_SERVICE_LEDGER_REFERENCES_H_
#define GAINSAY_SERVICE_LEDGER_REFERENCES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
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

// The path of a referring field, put together where it is asked for.
struct ReferringField {
  const char* name;          // "appearances"
  int index = -1;            // of an item of a list; else negative
  const char* of_item = "";  // ".source"

  std::string path() const;
};

// Calls `visit` for every reference of a record, in the order of its fields, until it returns false. A
// question refers to its topic by its own name. The names are the record's own.
using VisitReference =
    absl::FunctionRef<bool(const ReferringField& field, model::NameKind kind, std::string_view name)>;
void ForEachReference(const model::Record& record, VisitReference visit);

// Returns every reference of a record, in the order of its fields.
std::vector<Reference> ReferencesOf(const model::Record& record);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_REFERENCES_H_
