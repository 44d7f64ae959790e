#ifndef GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_
#define GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// How one statement's words reached us: distinct publishers' sides at the roots of its citations, by their
// number (Citations).
struct Origins {
  std::optional<Attribution> attribution;  // absent: no appearance
  std::vector<size_t> certain;             // first-hand roots, in order
  std::vector<size_t> possible;            // all roots, in order
  bool circular = false;                   // documents cite each other on the way to a root
};

// The fewest origins that so many roots may be: a standing appearance is at least one.
inline int OriginsMin(size_t certain, size_t possible) {
  return static_cast<int>(certain == 0 && possible > 0 ? 1 : certain);
}

Origins OriginsOf(const Statement& statement, const Citations& citations);

// Returns the appearances by which a statement came to be known: not those that only pass others of them on,
// which add reach and no independence. A first-hand one never only passes on.
std::vector<const model::Appearance*> LeadingAppearances(const Statement& statement,
                                                         const Citations& citations);

// Whether a statement was seen in a document that `side` published.
bool IsSeenInDocumentOf(const std::string& side, const Statement& statement, const Citations& citations);

// Why a side is not independent: it relies on another's word.
struct Derivation {
  std::string side;
  std::string from;
  std::string edge;         // the citation, or the document, that shows it
  bool by_citation = true;  // else by hearsay
};

// Which of several statements' sides speak for themselves.
struct Independence {
  // Independent sides by name, each by the first of those that are one; a side that merely stands in for the
  // publisher of a document that is cited counts too.
  std::vector<std::string> sides;
  // Of `sides`, those whom a statement that counts stands behind.
  int confirming = 0;
  // For each statement, whether its side is one of the independent ones.
  std::vector<bool> independent;
  // For each statement, whose voice it is: equal numbers are one voice; kNoVoice if it was not heard.
  static constexpr size_t kNoVoice = static_cast<size_t>(-1);
  std::vector<size_t> voices;
  std::vector<Derivation> derivations;
  bool derived = false;   // some side relies on another
  bool circular = false;  // a cycle of citations made sides one
};

// Tells which sides support a position independently. `supporters` entail it; `counts[i]` is whether the
// i-th counts towards confirmation. The rules are in docs/comparison.md, "Independence".
Independence IndependenceOf(const std::vector<const Statement*>& supporters, const std::vector<bool>& counts,
                            const Citations& citations, const Sides& sides);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_INDEPENDENCE_H_
