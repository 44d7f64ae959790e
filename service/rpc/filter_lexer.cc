#include "service/rpc/filter_lexer.h"

#include <utility>

#include "absl/strings/ascii.h"

namespace gainsay::rpc {
namespace {

using Kind = FilterToken::Kind;

// What ends a text.
constexpr std::string_view kPunctuation = ".,()\"'=!<>:";

constexpr std::pair<std::string_view, Comparator> kComparators[] = {
    // The longer before what they begin with.
    {"!=", Comparator::kNotEqual}, {"<=", Comparator::kLessOrEqual}, {">=", Comparator::kGreaterOrEqual},
    {"=", Comparator::kEqual},     {"<", Comparator::kLess},         {">", Comparator::kGreater},
    {":", Comparator::kHas},
};

constexpr std::pair<std::string_view, Kind> kKeywords[] = {
    {"AND", Kind::kAnd},
    {"OR", Kind::kOr},
    {"NOT", Kind::kNot},
};

constexpr std::pair<char, Kind> kMarks[] = {
    {'-', Kind::kMinus}, {'.', Kind::kDot}, {',', Kind::kComma}, {'(', Kind::kOpen}, {')', Kind::kClose},
};

bool EndsText(char c) { return absl::ascii_isspace(c) || kPunctuation.find(c) != std::string_view::npos; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  absl::StatusOr<FilterToken> Next() {
    FilterToken token;
    while (!rest().empty() && absl::ascii_isspace(rest()[0])) {
      token.after_space = true;
      Advance(1);
    }
    token.position = position_;
    const size_t begin = at_;
    const absl::Status status = Read(token);
    if (!status.ok()) return status;
    token.spelling = text_.substr(begin, at_ - begin);
    return token;
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  // Goes on by some bytes, counting the characters that begin in them.
  void Advance(size_t bytes) {
    for (const char byte : rest().substr(0, bytes)) {
      position_ += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
      ++at_;
    }
  }

  absl::Status Read(FilterToken& token) {
    if (rest().empty()) return absl::OkStatus();
    const char first = rest()[0];
    for (const auto& [mark, kind] : kMarks) {
      if (first != mark) continue;
      token.kind = kind;
      Advance(1);
      return absl::OkStatus();
    }
    for (const auto& [spelling, comparator] : kComparators) {
      if (!rest().starts_with(spelling)) continue;
      token.kind = Kind::kComparator;
      token.comparator = comparator;
      Advance(spelling.size());
      return absl::OkStatus();
    }
    if (first == '!') return FilterError(position_, "expected != where ! stands");
    return first == '"' || first == '\'' ? ReadString(token) : ReadText(token);
  }

  absl::Status ReadText(FilterToken& token) {
    size_t end = 0;
    while (end < rest().size() && !EndsText(rest()[end])) ++end;
    const std::string_view text = rest().substr(0, end);
    token.kind = Kind::kText;
    for (const auto& [keyword, kind] : kKeywords) {
      if (text == keyword) token.kind = kind;
    }
    token.pieces.emplace_back();
    for (const char c : text) {
      if (c == '*') {
        token.pieces.emplace_back();
      } else {
        token.pieces.back().push_back(c);
      }
    }
    Advance(end);
    return absl::OkStatus();
  }

  absl::Status ReadString(FilterToken& token) {
    const char quote = rest()[0];
    const int begin = position_;
    token.kind = Kind::kString;
    token.pieces.emplace_back();
    for (Advance(1); !rest().empty() && rest()[0] != quote; Advance(1)) {
      if (rest()[0] == '*') {
        token.pieces.emplace_back();
        continue;
      }
      if (rest()[0] == '\\') Advance(1);
      if (!rest().empty()) token.pieces.back().push_back(rest()[0]);
    }
    if (rest().empty()) return FilterError(begin, "the quote that begins here does not end");
    Advance(1);
    return absl::OkStatus();
  }

  const std::string_view text_;
  size_t at_ = 0;
  int position_ = 1;
};

}  // namespace

absl::StatusOr<std::vector<FilterToken>> TokensOf(std::string_view text) {
  Lexer lexer(text);
  std::vector<FilterToken> tokens;
  do {
    absl::StatusOr<FilterToken> token = lexer.Next();
    if (!token.ok()) return token.status();
    tokens.push_back(*std::move(token));
  } while (tokens.back().kind != Kind::kEnd);
  return tokens;
}

bool IsPlainText(std::string_view text) {
  const absl::StatusOr<std::vector<FilterToken>> tokens = TokensOf(text);
  return tokens.ok() && tokens->size() == 2 && tokens->front().kind == Kind::kText &&
         tokens->front().spelling == text;
}

}  // namespace gainsay::rpc
