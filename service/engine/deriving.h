#ifndef GAINSAY_SERVICE_ENGINE_DERIVING_H_
#define GAINSAY_SERVICE_ENGINE_DERIVING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "service/engine/citations.h"
#include "service/engine/graph.h"
#include "service/engine/independence.h"
#include "service/engine/roster.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// Who relies on whom among the sides behind one position. A node is a supporting side or, after those, a
// publisher who stands in for the statement that its document must carry.
struct Derived {
  struct Reliance {
    uint32_t node = 0;
    uint32_t on = 0;
    Derivation derivation;
  };

  std::vector<uint32_t> sides;  // by node
  size_t supporting = 0;        // how many of the nodes are supporting sides
  std::vector<uint32_t> nodes;  // by supporter: its side's
  Graph relies_on;
  std::vector<Reliance> reliances;
};

// Returns how the sides of `supporters` rely on each other (docs/comparison.md, "Independence").
Derived DerivedAmong(const std::vector<const Statement*>& supporters, const Citations& citations,
                     const Roster& roster);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_DERIVING_H_
