#ifndef GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_
#define GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_

#include <string>
#include <unordered_set>

namespace gainsay::ledger {

// Names lately seen to be on file, so that an import need not look up the same party a million times. What
// is on file stays so: an entry never becomes wrong. Not thread-safe.
class KnownNames {
 public:
  bool Has(const std::string& name);
  void Add(const std::string& name);

 private:
  // When `recent_` is full it becomes `older_`, and what was older is forgotten.
  std::unordered_set<std::string> recent_;
  std::unordered_set<std::string> older_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_KNOWN_NAMES_H_
