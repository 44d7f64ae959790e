#include "client/cpp/spelling.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gainsay::client {
namespace {

// Letters to put in, take out or replace.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string LikelyMeant(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  size_t least = 3;
  if (word.size() > 64) return best;  // no field of ours is that long, and distance is quadratic
  for (const std::string& candidate : known) {
    const size_t distance = Distance(word, candidate);
    if (distance >= least || 2 * distance >= candidate.size()) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

}  // namespace gainsay::client
