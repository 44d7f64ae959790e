#include "service/ledger/known_names.h"

#include <utility>

namespace gainsay::ledger {
namespace {

constexpr size_t kMaxRecent = 65'536;  // names; some 10 MB for both halves

}  // namespace

bool KnownNames::Has(const std::string& name) {
  if (recent_.contains(name)) return true;
  if (!older_.contains(name)) return false;
  Add(name);
  return true;
}

void KnownNames::Add(const std::string& name) {
  if (recent_.size() >= kMaxRecent) older_ = std::exchange(recent_, {});
  recent_.insert(name);
}

}  // namespace gainsay::ledger
