#include "client/cli/history_view.h"

#include "absl/strings/str_cat.h"
#include "client/cli/comparison_summary.h"
#include "client/cli/comparison_words.h"
#include "client/cli/history_rows.h"
#include "client/cli/markdown_text.h"
#include "client/cli/row_layout.h"
#include "client/cli/wrapping.h"

namespace gainsay::cli {
namespace {

constexpr char kNothing[] = "Nothing has been said that answers it.";

// What stands above the turns: in which order they are told, and how it was read where that is not usual.
std::vector<std::string> Header(const v1::GetHistoryResponse& history, const HistoryRows& rows,
                                const Glossary& glossary) {
  std::vector<std::string> header = {rows.Order()};
  const std::string times = ReadTimesInWords(history.read_times());
  if (!times.empty()) header.push_back(times);
  const std::string policy = PolicyInWords(history.policy(), glossary);
  if (!policy.empty()) header.push_back("Policy: " + policy);
  return header;
}

}  // namespace

std::vector<Line> HistoryTable(const v1::GetHistoryResponse& history, const CauseRecords& causes,
                               const Glossary& glossary, int width) {
  const HistoryRows rows(history, causes, glossary);
  std::vector<Line> lines = Wrap({{rows.Title(), Ink::kStrong}}, width);
  for (const std::string& text : Header(history, rows, glossary)) Append(Wrap({{text}}, width), lines);
  const int room = width - kTextStart;
  for (const auto& entry : history.entries()) {
    lines.emplace_back();
    std::vector<Line> verdict = {{{StatusLabel(entry.status()), StatusInk(entry.status())}}};
    Append(rows.Details(entry), verdict);
    Append(
        SideBySide({{0, kTextStart - 1, {{{rows.When(entry), Ink::kStrong}}}}, {kTextStart, room, verdict}}),
        lines);
    Append(LabelledRows(rows.Causes(entry), kLabelStart, width), lines);
  }
  lines.emplace_back();
  if (history.entries().empty()) {
    Append(Wrap({{kNothing}}, width), lines);
    lines.emplace_back();
  }
  lines.push_back({{absl::StrCat("revision ", history.revision()), Ink::kFaint}});
  return lines;
}

std::string HistoryMarkdown(const v1::GetHistoryResponse& history, const CauseRecords& causes,
                            const Glossary& glossary) {
  const HistoryRows rows(history, causes, glossary);
  std::string text = absl::StrCat("# ", MarkdownText(rows.Title()), "\n\n");
  for (const std::string& paragraph : Header(history, rows, glossary)) {
    absl::StrAppend(&text, MarkdownText(paragraph), "\n\n");
  }
  for (const auto& entry : history.entries()) {
    absl::StrAppend(&text, "- **", MarkdownText(rows.When(entry)), ": ", StatusLabel(entry.status()), "**");
    for (const Line& detail : rows.Details(entry)) absl::StrAppend(&text, ". ", MarkdownText(detail));
    text += '\n';
    text += MarkdownRows(rows.Causes(entry), "  ");
  }
  if (history.entries().empty()) absl::StrAppend(&text, kNothing, "\n");
  absl::StrAppend(&text, "\nRead by Gainsay at revision ", history.revision(), ".\n");
  return text;
}

}  // namespace gainsay::cli
