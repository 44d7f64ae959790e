#ifndef GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_
#define GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_

#include <string>
#include <string_view>

#include "absl/container/flat_hash_set.h"

namespace gainsay::ledger {

// Names lately seen to be on file, so that an import need not look up the same party a million times. What
// is on file stays so: an entry never becomes wrong. Not thread-safe.
class KnownNames {
 public:
  bool Has(std::string_view name);
  void Add(std::string_view name);

 private:
  // When `recent_` is full it becomes `older_`, and what was older is forgotten.
  absl::flat_hash_set<std::string> recent_;
  absl::flat_hash_set<std::string> older_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_
