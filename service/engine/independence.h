#ifndef GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_
#define GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/roster.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// How one statement's words reached us: distinct publishers' sides at the roots of its citations.
struct Origins {
  using Sides = absl::InlinedVector<uint32_t, 2>;

  std::optional<Attribution> attribution;  // absent: no appearance
  Sides certain;                           // first-hand roots, in order
  Sides possible;                          // all roots, in order
  bool circular = false;                   // documents cite each other on the way to a root
};

// The fewest origins that so many roots may be: a standing appearance is at least one.
inline int OriginsMin(size_t certain, size_t possible) {
  return static_cast<int>(certain == 0 && possible > 0 ? 1 : certain);
}

// Of what a side said and was seen in these documents.
Origins OriginsOf(uint32_t side, absl::Span<const Entry::Seen> seen, const Citations& citations);

// Why a side is not independent: it relies on another's word.
struct Derivation {
  uint32_t side = 0;
  uint32_t from = 0;
  uint32_t source = 0;      // the document that shows it
  bool by_citation = true;  // else by hearsay
};

// The same in words.
std::string EdgeOf(const Derivation& derivation, const Roster& roster);

// Which of several statements' sides speak for themselves.
struct Independence {
  // Independent sides by name, each by the first of those that are one; a side that merely stands in for the
  // publisher of a document that is cited counts too.
  std::vector<uint32_t> sides;
  // Of `sides`, those whom a statement that counts stands behind.
  int confirming = 0;
  // For each statement, whether its side is one of the independent ones.
  std::vector<bool> independent;
  // For each statement, whose voice it is: equal numbers are one voice; kNoVoice if it was not heard.
  static constexpr uint32_t kNoVoice = static_cast<uint32_t>(-1);
  std::vector<uint32_t> voices;
  std::vector<Derivation> derivations;
  bool derived = false;   // some side relies on another
  bool circular = false;  // a cycle of citations made sides one
};

// Tells which sides support a position independently. `supporters` entail it; `counts[i]` is whether the
// i-th counts towards confirmation. The rules are in docs/comparison.md, "Independence".
Independence IndependenceOf(const std::vector<const Statement*>& supporters, const std::vector<bool>& counts,
                            const Citations& citations, const Roster& roster);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_
