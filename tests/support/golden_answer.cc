#include "tests/support/golden_answer.h"

#include <algorithm>
#include <map>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

constexpr char kNone[] = "none";

const std::string* Find(const AnswerBlock& block, const std::string& name) {
  for (const auto& [each, text] : block.lines) {
    if (each == name) return &text;
  }
  return nullptr;
}

// Lines that say "none" when nobody mentions them. Flags only of the question: a position's are checked
// where they are written.
bool IsNoneUnlessExpected(const AnswerBlock& block, const std::string& name) {
  if (block.heading.empty()) return name == "flags" || name == "consensus";
  return absl::StartsWith(block.heading, "position") && (name == "for" || name == "against");
}

std::vector<std::string> Pieces(const std::string& text) {
  if (text == kNone) return {};
  std::vector<std::string> pieces = SplitOutside(text, ',');
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

bool Satisfies(const std::string& name, std::string expected, const std::string& actual) {
  if (expected == "any") return true;
  const bool may_have_more = TakePrefix("among others ", &expected) || name == "counts" || name == "since";
  const std::vector<std::string> wanted = Pieces(expected);
  const std::vector<std::string> given = Pieces(actual);
  if (may_have_more) return std::includes(given.begin(), given.end(), wanted.begin(), wanted.end());
  return name == "consensus" ? expected == actual : wanted == given;
}

void CompareBlocks(const AnswerBlock& expected, const AnswerBlock& actual,
                   std::vector<std::string>* shortfalls) {
  const std::string where = expected.heading.empty() ? "question" : expected.heading;
  for (const auto& [name, text] : expected.lines) {
    const std::string* given = Find(actual, name);
    if (given == nullptr) {
      shortfalls->push_back(absl::StrCat(where, ": nothing is called \"", name, "\""));
    } else if (!Satisfies(name, text, *given)) {
      shortfalls->push_back(absl::StrCat(where, ": ", name, " should be ", text, ", is ", *given));
    }
  }
  for (const auto& [name, text] : actual.lines) {
    if (text != kNone && IsNoneUnlessExpected(actual, name) && Find(expected, name) == nullptr) {
      shortfalls->push_back(absl::StrCat(where, ": ", name, " should be none, is ", text));
    }
  }
}

std::string Headings(const Answer& answer) {
  return absl::StrJoin(answer, "; ",
                       [](std::string* out, const AnswerBlock& block) { *out += block.heading; });
}

bool OpensBlock(const std::string& name) {
  return name == "position" || name == "respondent" || name == "other" || name == "step";
}

}  // namespace

absl::StatusOr<Answer> ParseAnswer(const std::vector<GoldenLine>& lines) {
  Answer answer(1);
  for (const GoldenLine& line : lines) {
    const std::vector<std::string> parts = absl::StrSplit(line.text, absl::MaxSplits(": ", 1));
    if (parts.size() != 2) {
      return absl::InvalidArgumentError(absl::StrCat("line ", line.number, ": not \"name: what is said\""));
    }
    if (OpensBlock(parts[0])) {
      answer.push_back({line.text, {}});
    } else {
      answer.back().lines.emplace_back(parts[0], parts[1]);
    }
  }
  return answer;
}

std::vector<std::string> Shortfalls(const Answer& expected, const Answer& actual) {
  std::vector<std::string> shortfalls;
  if (Headings(expected) != Headings(actual)) {
    shortfalls.push_back(absl::StrCat("should have ", Headings(expected), "\n     has ", Headings(actual)));
  }
  std::map<std::string, const AnswerBlock*> by_heading;
  for (const AnswerBlock& block : actual) by_heading.emplace(block.heading, &block);
  for (const AnswerBlock& block : expected) {
    const auto found = by_heading.find(block.heading);
    if (found != by_heading.end()) CompareBlocks(block, *found->second, &shortfalls);
  }
  return shortfalls;
}

std::string AnswerText(const Answer& answer) {
  std::string text;
  for (const AnswerBlock& block : answer) {
    if (!block.heading.empty()) absl::StrAppend(&text, "  ", block.heading, "\n");
    for (const auto& [name, said] : block.lines) {
      absl::StrAppend(&text, block.heading.empty() ? "  " : "    ", name, ": ", said, "\n");
    }
  }
  return text;
}

}  // namespace gainsay::testing
