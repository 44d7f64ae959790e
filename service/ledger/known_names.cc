#include "service/ledger/known_names.h"

#include <utility>

#include "absl/strings/string_view.h"

namespace gainsay::ledger {
namespace {

constexpr size_t kMaxRecent = 65'536;  // names; some 10 MB for both halves

// What the sets look names up by without copying them.
absl::string_view Key(std::string_view name) { return {name.data(), name.size()}; }

}  // namespace

bool KnownNames::Has(std::string_view name) {
  if (recent_.contains(Key(name))) return true;
  if (!older_.contains(Key(name))) return false;
  Add(name);
  return true;
}

void KnownNames::Add(std::string_view name) {
  if (recent_.size() >= kMaxRecent) older_ = std::exchange(recent_, {});
  recent_.emplace(name);
}

}  // namespace gainsay::ledger
