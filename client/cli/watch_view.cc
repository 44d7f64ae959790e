#include "client/cli/watch_view.h"

#include "absl/strings/str_cat.h"
#include "client/cli/comparison_words.h"
#include "client/cli/history_rows.h"
#include "client/cli/markdown_text.h"
#include "client/cli/row_layout.h"
#include "client/cli/wrapping.h"

namespace gainsay::cli {
namespace {

constexpr int kIndent = 2;

// To the second, in UTC: "2025-12-30 10:15:00".
std::string When(const v1::StatusChange& change) {
  std::string text = change.known_at().substr(0, 19);
  if (text.size() > 10) text[10] = ' ';
  return text;
}

}  // namespace

v1::GetHistoryResponse HistoryOf(const v1::StatusChange& change, const std::string& title) {
  v1::GetHistoryResponse history;
  history.set_question(change.question());
  history.set_title(title);
  history.set_axis(v1::HISTORY_AXIS_KNOWN);
  history.set_revision(change.revision());
  v1::HistoryEntry& entry = *history.add_entries();
  entry.set_status(change.new_status());
  entry.set_conflict_kind(change.conflict_kind());
  entry.set_grade(change.grade());
  if (change.has_consensus()) *entry.mutable_consensus() = change.consensus();
  entry.set_known_at(change.known_at());
  entry.set_revision(change.revision());
  *entry.mutable_causes() = change.causes();
  return history;
}

std::vector<Line> ChangeLines(const v1::StatusChange& change, const v1::GetHistoryResponse& history,
                              const CauseRecords& causes, const Glossary& glossary, int width) {
  const HistoryRows rows(history, causes, glossary);
  std::vector<Line> lines = Wrap({{When(change), Ink::kFaint},
                                  {absl::StrCat(kHardSpace, kHardSpace)},
                                  {StatusLabel(change.old_status()), StatusInk(change.old_status())},
                                  {absl::StrCat(kHardSpace, "→ ")},
                                  {StatusLabel(change.new_status()), StatusInk(change.new_status())}},
                                 width);
  Append(Wrap({{rows.Title(), Ink::kStrong}}, width - kIndent), lines);
  for (const Line& detail : rows.Details(history.entries(0))) Append(Wrap(detail, width), lines);
  Append(LabelledRows(rows.Causes(history.entries(0)), kIndent, width), lines);
  lines.emplace_back();
  return lines;
}

std::string ChangeMarkdown(const v1::StatusChange& change, const v1::GetHistoryResponse& history,
                           const CauseRecords& causes, const Glossary& glossary) {
  const HistoryRows rows(history, causes, glossary);
  std::string text =
      absl::StrCat("- ", When(change), ": **", MarkdownText(rows.Title()), "** ",
                   StatusLabel(change.old_status()), " → **", StatusLabel(change.new_status()), "**");
  for (const Line& detail : rows.Details(history.entries(0))) {
    absl::StrAppend(&text, ". ", MarkdownText(detail));
  }
  return absl::StrCat(text, "\n", MarkdownRows(rows.Causes(history.entries(0)), "  "));
}

}  // namespace gainsay::cli
