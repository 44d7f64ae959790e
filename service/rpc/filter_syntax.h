#ifndef GAINSAY_SERVICE_RPC_FILTER_SYNTAX_H_
#define GAINSAY_SERVICE_RPC_FILTER_SYNTAX_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace gainsay::rpc {

// The filter language of google.aip.dev/160, but for functions, values without a field and groups after a
// comparator, none of which any listing takes.

// A longer filter is refused, and one whose parentheses are deeper.
inline constexpr size_t kMaxFilterBytes = 2'048;
inline constexpr int kMaxFilterDepth = 20;

enum class Comparator { kEqual, kNotEqual, kLess, kLessOrEqual, kGreater, kGreaterOrEqual, kHas };

// A part of a filter, which stands at a position: in characters, from 1. Equal to one that stands elsewhere.
struct FilterField {
  std::string name;
  int position = 1;

  friend bool operator==(const FilterField& a, const FilterField& b) { return a.name == b.name; }
};

// A value to compare with: what stands between its asterisks, each of which stands for any characters.
struct FilterValue {
  std::vector<std::string> pieces;  // at least one
  int position = 1;

  bool has_wildcard() const { return pieces.size() > 1; }
  // Whether it is an asterisk alone.
  bool is_wildcard() const { return pieces.size() == 2 && pieces[0].empty() && pieces[1].empty(); }

  friend bool operator==(const FilterValue& a, const FilterValue& b) { return a.pieces == b.pieces; }
};

// "cites.kind:QUOTES".
struct Restriction {
  std::vector<FilterField> path;  // at least one
  Comparator comparator = Comparator::kEqual;
  FilterValue value;

  friend bool operator==(const Restriction&, const Restriction&) = default;
};

// A filter, or what stands in its parentheses.
struct FilterExpression {
  enum class Kind { kRestriction, kNot, kAnd, kOr };

  Kind kind = Kind::kAnd;
  std::vector<FilterExpression> operands;  // one of kNot; none of kAnd holds always
  Restriction restriction;                 // kRestriction only

  bool operator==(const FilterExpression& other) const;
};

// Returns INVALID_ARGUMENT "filter: at character N: reason".
absl::Status FilterError(int position, const std::string& reason);

// Returns the filter that `text` writes; one that always holds for a blank one.
// INVALID_ARGUMENT "filter: ...": it writes none, or is too long or too deep.
absl::StatusOr<FilterExpression> ParseFilter(std::string_view text);

// Returns text that ParseFilter reads as `filter`.
std::string PrintFilter(const FilterExpression& filter);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FILTER_SYNTAX_H_
