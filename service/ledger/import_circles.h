#ifndef GAINSAY_SERVICE_LEDGER_IMPORT_CIRCLES_H_
#define GAINSAY_SERVICE_LEDGER_IMPORT_CIRCLES_H_

#include <cstddef>
#include <vector>

namespace gainsay::ledger {

// Returns the sets of two or more nodes of a graph from each of which every other of the set can be
// reached (its strongly connected components), no set before one that it leads to. `edges` holds the
// nodes each node leads to. Linear in nodes and edges, without recursion.
std::vector<std::vector<size_t>> FindCircles(const std::vector<std::vector<size_t>>& edges);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_IMPORT_CIRCLES_H_
