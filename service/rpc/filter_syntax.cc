#include "service/rpc/filter_syntax.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/rpc/field_path.h"
#include "service/rpc/filter_lexer.h"

namespace gainsay::rpc {
namespace {

using Kind = FilterExpression::Kind;
using TokenKind = FilterToken::Kind;

// One function for each rule of the grammar.
class Parser {
 public:
  explicit Parser(const std::vector<FilterToken>& tokens) : tokens_(tokens) {}

  absl::StatusOr<FilterExpression> Filter() {
    if (Is(TokenKind::kEnd)) return FilterExpression();
    absl::StatusOr<FilterExpression> whole = Expression();
    if (whole.ok() && !Is(TokenKind::kEnd)) return Expected("AND, OR, another restriction or the end");
    return whole;
  }

 private:
  const FilterToken& token() const { return tokens_[at_]; }
  bool Is(TokenKind kind) const { return token().kind == kind; }

  bool Take(TokenKind kind) {
    if (!Is(kind)) return false;
    ++at_;
    return true;
  }

  absl::Status Expected(const std::string& what) const {
    const std::string found =
        Is(TokenKind::kEnd) ? "the end" : absl::StrCat("\"", std::string(token().spelling), "\"");
    return FilterError(token().position, absl::StrCat("expected ", what, ", found ", found));
  }

  bool TermBegins() const {
    return Is(TokenKind::kText) || Is(TokenKind::kString) || Is(TokenKind::kNot) || Is(TokenKind::kMinus) ||
           Is(TokenKind::kOpen);
  }

  // expression: sequence {AND sequence}; sequence: factor {factor}. Both mean that all hold.
  absl::StatusOr<FilterExpression> Expression() {
    std::vector<FilterExpression> factors;
    do {
      absl::StatusOr<FilterExpression> factor = Factor();
      if (!factor.ok()) return factor;
      factors.push_back(*std::move(factor));
    } while (Take(TokenKind::kAnd) || TermBegins());
    return Joined(Kind::kAnd, std::move(factors));
  }

  // factor: term {OR term}
  absl::StatusOr<FilterExpression> Factor() {
    std::vector<FilterExpression> terms;
    do {
      absl::StatusOr<FilterExpression> term = Term();
      if (!term.ok()) return term;
      terms.push_back(*std::move(term));
    } while (Take(TokenKind::kOr));
    return Joined(Kind::kOr, std::move(terms));
  }

  // term: [NOT | "-"] simple
  absl::StatusOr<FilterExpression> Term() {
    if (!Take(TokenKind::kNot) && !Take(TokenKind::kMinus)) return Simple();
    absl::StatusOr<FilterExpression> simple = Simple();
    if (!simple.ok()) return simple;
    FilterExpression negation{.kind = Kind::kNot, .operands = {}, .restriction = {}};
    negation.operands.push_back(*std::move(simple));
    return negation;
  }

  // simple: restriction | "(" expression ")"
  absl::StatusOr<FilterExpression> Simple() {
    if (!Is(TokenKind::kOpen)) return Restricted();
    if (depth_ == kMaxFilterDepth) {
      return FilterError(token().position,
                         absl::StrCat("expected parentheses at most ", kMaxFilterDepth, " deep"));
    }
    ++at_;
    ++depth_;
    absl::StatusOr<FilterExpression> inner = Expression();
    --depth_;
    if (inner.ok() && !Take(TokenKind::kClose)) return Expected("AND, OR, another restriction or )");
    return inner;
  }

  // restriction: member comparator value
  absl::StatusOr<FilterExpression> Restricted() {
    FilterExpression expression{.kind = Kind::kRestriction, .operands = {}, .restriction = {}};
    Restriction& restriction = expression.restriction;
    if (!Is(TokenKind::kText) && !Is(TokenKind::kString)) return Expected("a field");
    restriction.path.push_back(TakeField());
    while (Take(TokenKind::kDot)) {
      if (token().pieces.empty()) return Expected("a field");
      restriction.path.push_back(TakeField());
    }
    if (Is(TokenKind::kOpen)) return Expected("a comparator (there are no functions)");
    if (!Is(TokenKind::kComparator)) return Expected("a comparator (=, !=, <, <=, >, >= or :)");
    restriction.comparator = token().comparator;
    ++at_;
    absl::StatusOr<FilterValue> value = Value();
    if (!value.ok()) return value.status();
    restriction.value = *std::move(value);
    return expression;
  }

  FilterField TakeField() {
    const FilterToken& name = tokens_[at_++];
    return {absl::StrJoin(name.pieces, "*"), name.position};
  }

  // A string, or a text with its sign and its dots: the grammar knows neither -5 nor 1.5 as one.
  absl::StatusOr<FilterValue> Value() {
    FilterValue value{.pieces = {""}, .position = token().position};
    if (Take(TokenKind::kMinus)) value.pieces[0] = "-";
    const bool goes_on = value.pieces[0].empty() || !token().after_space;
    if (value.pieces[0].empty() && Is(TokenKind::kString)) {
      value.pieces = tokens_[at_++].pieces;
      return value;
    }
    if (!goes_on || !Is(TokenKind::kText)) return Expected("a value");
    Append(tokens_[at_++].pieces, value.pieces);
    while (Is(TokenKind::kDot) && !token().after_space) {
      ++at_;
      if (!Is(TokenKind::kText) || token().after_space)
        return Expected("a value (in quotes if it ends with a dot)");
      value.pieces.back() += '.';
      Append(tokens_[at_++].pieces, value.pieces);
    }
    return value;
  }

  static void Append(const std::vector<std::string>& pieces, std::vector<std::string>& whole) {
    whole.back() += pieces.front();
    whole.insert(whole.end(), pieces.begin() + 1, pieces.end());
  }

  static FilterExpression Joined(Kind kind, std::vector<FilterExpression> operands) {
    if (operands.size() == 1) return std::move(operands.front());
    return FilterExpression{.kind = kind, .operands = std::move(operands), .restriction = {}};
  }

  const std::vector<FilterToken>& tokens_;
  size_t at_ = 0;
  int depth_ = 0;
};

std::string Quoted(const std::vector<std::string>& pieces) {
  std::string text = "\"";
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) text += '*';
    for (const char c : pieces[i]) {
      if (c == '"' || c == '\\' || c == '*') text += '\\';
      text += c;
    }
  }
  return text + '"';
}

std::string SymbolOf(Comparator comparator) {
  switch (comparator) {
    case Comparator::kEqual:
      return "=";
    case Comparator::kNotEqual:
      return "!=";
    case Comparator::kLess:
      return "<";
    case Comparator::kLessOrEqual:
      return "<=";
    case Comparator::kGreater:
      return ">";
    case Comparator::kGreaterOrEqual:
      return ">=";
    case Comparator::kHas:
      return ":";
  }
  return "";
}

std::string Print(const Restriction& restriction) {
  const auto print_field = [](std::string* out, const FilterField& field) {
    *out += IsPlainText(field.name) ? field.name : Quoted({field.name});
  };
  return absl::StrCat(absl::StrJoin(restriction.path, ".", print_field), SymbolOf(restriction.comparator),
                      Quoted(restriction.value.pieces));
}

// What the grammar takes for a term.
std::string PrintTerm(const FilterExpression& filter) {
  const std::string text = PrintFilter(filter);
  return filter.kind == Kind::kRestriction ? text : absl::StrCat("(", text, ")");
}

}  // namespace

bool FilterExpression::operator==(const FilterExpression& other) const {
  return kind == other.kind && operands == other.operands && restriction == other.restriction;
}

absl::Status FilterError(int position, const std::string& reason) {
  return FieldError("filter", absl::StrCat("at character ", position, ": ", reason));
}

absl::StatusOr<FilterExpression> ParseFilter(std::string_view text) {
  if (text.size() > kMaxFilterBytes) {
    return FieldError("filter",
                      absl::StrCat("has ", text.size(), " bytes; at most ", kMaxFilterBytes, " are taken"));
  }
  const absl::StatusOr<std::vector<FilterToken>> tokens = TokensOf(text);
  if (!tokens.ok()) return tokens.status();
  return Parser(*tokens).Filter();
}

std::string PrintFilter(const FilterExpression& filter) {
  const auto print_term = [](std::string* out, const FilterExpression& operand) {
    *out += PrintTerm(operand);
  };
  switch (filter.kind) {
    case Kind::kRestriction:
      return Print(filter.restriction);
    case Kind::kNot:
      return absl::StrCat("NOT ", PrintTerm(filter.operands[0]));
    case Kind::kAnd:
      return absl::StrJoin(filter.operands, " AND ", print_term);
    case Kind::kOr:
      return absl::StrJoin(filter.operands, " OR ", print_term);
  }
  return "";
}

}  // namespace gainsay::rpc
