#include "service/engine/independence.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/engine/carriage.h"
#include "service/engine/deriving.h"
#include "service/engine/voices.h"

namespace gainsay::engine {
namespace {

// Everyone relies on nobody, so every side is a voice.
Independence AllIndependent(const std::vector<const Statement*>& supporters,
                            const std::vector<bool>& counts) {
  Independence result;
  result.independent.assign(supporters.size(), true);
  result.voices.reserve(supporters.size());
  absl::InlinedVector<uint32_t, 16> confirming;
  for (size_t i = 0; i < supporters.size(); ++i) {
    const uint32_t side = supporters[i]->side();
    result.voices.push_back(side);
    if (counts[i]) confirming.push_back(side);
  }
  result.sides = result.voices;
  const auto keep_once = [](auto& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  };
  keep_once(result.sides);
  keep_once(confirming);
  result.confirming = static_cast<int>(confirming.size());
  return result;
}

}  // namespace

Independence IndependenceOf(const std::vector<const Statement*>& supporters, const std::vector<bool>& counts,
                            const Citations& citations, const Roster& roster) {
  const bool all_stand_alone =
      std::all_of(supporters.begin(), supporters.end(),
                  [](const Statement* statement) { return statement->stands_alone; });
  if (all_stand_alone) return AllIndependent(supporters, counts);
  Derived derived = DerivedAmong(supporters, citations, roster);
  if (!derived.relies_on.has_edges()) return AllIndependent(supporters, counts);
  return VoicesAmong(std::move(derived), counts);
}

std::string EdgeOf(const Derivation& derivation, const Roster& roster) {
  const std::string source(roster.sources()[derivation.source]);
  const std::string from(roster.side_name(derivation.from));
  if (derivation.by_citation) return absl::StrCat(source, " relies on ", from);
  return absl::StrCat(std::string(roster.side_name(derivation.side)), " is known only through ", source,
                      " of ", from);
}

}  // namespace gainsay::engine
