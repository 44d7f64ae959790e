#ifndef GAINSAY_SERVICE_RPC_FILTER_LEXER_H_
#define GAINSAY_SERVICE_RPC_FILTER_LEXER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/rpc/filter_syntax.h"

namespace gainsay::rpc {

struct FilterToken {
  enum class Kind { kText, kString, kAnd, kOr, kNot, kMinus, kDot, kComma, kOpen, kClose, kComparator, kEnd };

  Kind kind = Kind::kEnd;
  int position = 1;                            // of its first character, from 1
  bool after_space = false;                    // white space stands before it
  std::string_view spelling;                   // as it stands in the filter
  std::vector<std::string> pieces;             // between its asterisks; kText and kString, keywords too
  Comparator comparator = Comparator::kEqual;  // kComparator only
};

// Returns the tokens of a filter, kEnd the last; they point into `text`.
// INVALID_ARGUMENT "filter: ...": a quote does not end, or ! stands alone.
absl::StatusOr<std::vector<FilterToken>> TokensOf(std::string_view text);

// Whether `text`, unquoted, is one kText.
bool IsPlainText(std::string_view text);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FILTER_LEXER_H_
