#include "client/cli/comparison_table.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/comparison_rows.h"
#include "client/cli/comparison_summary.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/row_layout.h"
#include "client/cli/wrapping.h"

namespace gainsay::cli {
namespace {

constexpr int kValueStart = 2;
constexpr int kGap = 2;
constexpr int kWide = 120;

// Lays out one comparison.
class Block {
 public:
  Block(const v1::Comparison& comparison, const Glossary& glossary, int width)
      : comparison_(comparison), rows_(comparison, glossary), width_(width) {}

  std::vector<Line> Lay(bool explain) {
    Heading();
    if (width_ >= kWide && comparison_.positions_size() > 1) {
      Columns();
    } else {
      for (const auto& position : comparison_.positions()) Stacked(position);
    }
    Section(rows_.Others());
    Section(rows_.Respondents());
    if (explain) Section(rows_.Explanation());
    return std::move(lines_);
  }

 private:
  void Text(Line paragraph) {
    if (!paragraph.empty()) {
      Append(SideBySide({{kTextStart, width_ - kTextStart, {std::move(paragraph)}}}), lines_);
    }
  }

  void Labelled(const std::vector<Row>& rows, int start) {
    Append(LabelledRows(rows, start, width_), lines_);
  }

  void Section(const std::vector<Row>& rows) {
    if (rows.empty()) return;
    lines_.emplace_back();
    Labelled(rows, kLabelStart);
  }

  void Heading() {
    const std::string title =
        Displayable(comparison_.title().empty() ? comparison_.question() : comparison_.title());
    Append(
        SideBySide({{0, kTextStart, {{{StatusLabel(comparison_.status()), StatusInk(comparison_.status())}}}},
                    {kTextStart, width_ - kTextStart, {{{title, Ink::kStrong}}}}}),
        lines_);
    Text(rows_.Confirmed());
    Text(rows_.Remarks());
  }

  // A position over the whole width: its value, then all about it.
  void Stacked(const v1::Position& position) {
    lines_.emplace_back();
    const Line value = {{rows_.ValueOf(position), Ink::kStrong}};
    if (WidthOf(value) <= kTextStart - kValueStart - 1) {
      Append(SideBySide({{kValueStart, kTextStart - kValueStart, {value}},
                         {kTextStart, width_ - kTextStart, {rows_.StandingOf(position)}}}),
             lines_);
    } else {
      Append(SideBySide({{kValueStart, width_ - kValueStart, {value}}}), lines_);
      Text(rows_.StandingOf(position));
    }
    Labelled(rows_.Supporters(position), kLabelStart);
    Labelled(rows_.Opposers(position), kLabelStart);
    Labelled(rows_.Neither(position), kLabelStart);
  }

  // The positions as a table: what, who says so, who contradicts it.
  void Columns() {
    const bool opposed = std::any_of(comparison_.positions().begin(), comparison_.positions().end(),
                                     [](const auto& position) { return position.opposers_size() > 0; });
    const int room = width_ - kValueStart;
    const int value = room * (opposed ? 30 : 40) / 100;
    const int support = (room - value) / (opposed ? 2 : 1);
    const int support_start = kValueStart + value;
    const int against_start = support_start + support;
    lines_.emplace_back();
    std::vector<Cell> heading = {{kValueStart, value - kGap, {{{"position", Ink::kFaint}}}},
                                 {support_start, support - kGap, {{{"says so", Ink::kFaint}}}}};
    if (opposed) heading.push_back({against_start, width_ - against_start, {{{"against", Ink::kFaint}}}});
    Append(SideBySide(heading), lines_);
    for (const auto& position : comparison_.positions()) {
      if (&position != &comparison_.positions(0)) lines_.emplace_back();
      std::vector<Cell> cells = {{kValueStart,
                                  value - kGap,
                                  {{{rows_.ValueOf(position), Ink::kStrong}}, rows_.StandingOf(position)}},
                                 {support_start, support - kGap, TextsOf(rows_.Supporters(position))}};
      if (opposed)
        cells.push_back({against_start, width_ - against_start, TextsOf(rows_.Opposers(position))});
      Append(SideBySide(cells), lines_);
      Labelled(rows_.Neither(position), kLabelStart);
    }
  }

  static std::vector<Line> TextsOf(const std::vector<Row>& rows) {
    std::vector<Line> texts;
    texts.reserve(rows.size());
    for (const Row& row : rows) texts.push_back(row.text);
    return texts;
  }

  const v1::Comparison& comparison_;
  ComparisonRows rows_;
  int width_;
  std::vector<Line> lines_;
};

// The topic, how its questions stand, and how it was read where that is not the usual way.
std::vector<Line> Header(const v1::CompareTopicResponse& answer, const Glossary& glossary, int width) {
  std::vector<Line> lines;
  const auto add = [&](const std::string& text, Ink ink) {
    if (!text.empty()) Append(Wrap({{text, ink}}, width), lines);
  };
  add(glossary.topic_title(), Ink::kStrong);
  if (answer.comparisons_size() != 1) add(StatusesInWords(answer), Ink::kPlain);
  add(ReadTimesInWords(answer.read_times()), Ink::kPlain);
  const std::string policy = PolicyInWords(answer.policy(), glossary);
  if (!policy.empty()) add("Policy: " + policy, Ink::kPlain);
  return lines;
}

}  // namespace

std::vector<Line> ComparisonTable(const v1::CompareTopicResponse& answer, const Glossary& glossary, int width,
                                  bool explain) {
  std::vector<Line> lines = Header(answer, glossary, width);
  for (const auto& comparison : answer.comparisons()) {
    if (!lines.empty()) lines.resize(lines.size() + 2);
    Append(Block(comparison, glossary, width).Lay(explain), lines);
  }
  lines.emplace_back();
  lines.push_back({{absl::StrCat("revision ", answer.revision()), Ink::kFaint}});
  return lines;
}

}  // namespace gainsay::cli
