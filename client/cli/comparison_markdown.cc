#include "client/cli/comparison_markdown.h"

#include "absl/strings/str_cat.h"
#include "client/cli/comparison_rows.h"
#include "client/cli/comparison_summary.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/markdown_text.h"
#include "client/cli/row_layout.h"

namespace gainsay::cli {
namespace {

void AppendParagraph(const std::string& paragraph, std::string& text) {
  if (!paragraph.empty()) absl::StrAppend(&text, paragraph, "\n\n");
}

void AppendComparison(const v1::Comparison& comparison, const Glossary& glossary, bool explain,
                      std::string& text) {
  const ComparisonRows rows(comparison, glossary);
  const std::string title =
      Displayable(comparison.title().empty() ? comparison.question() : comparison.title());
  absl::StrAppend(&text, "## ", StatusLabel(comparison.status()), ": ", MarkdownText(title), "\n\n");
  AppendParagraph(MarkdownText(rows.Confirmed()), text);
  AppendParagraph(MarkdownText(rows.Remarks()), text);
  for (const auto& position : comparison.positions()) {
    absl::StrAppend(&text, "- **", MarkdownText(rows.ValueOf(position)),
                    "**: ", MarkdownText(rows.StandingOf(position)), "\n");
    text += MarkdownRows(rows.Supporters(position), "  ");
    text += MarkdownRows(rows.Opposers(position), "  ");
    text += MarkdownRows(rows.Neither(position), "  ");
  }
  text += MarkdownRows(rows.Others(), "");
  text += MarkdownRows(rows.Respondents(), "");
  if (explain) text += MarkdownRows(rows.Explanation(), "");
  text += '\n';
}

}  // namespace

std::string ComparisonMarkdown(const v1::CompareTopicResponse& answer, const Glossary& glossary,
                               bool explain) {
  std::string text;
  if (!glossary.topic_title().empty()) {
    AppendParagraph("# " + MarkdownText(glossary.topic_title()), text);
  }
  if (answer.comparisons_size() != 1) AppendParagraph(MarkdownText(StatusesInWords(answer)), text);
  AppendParagraph(MarkdownText(ReadTimesInWords(answer.read_times())), text);
  const std::string policy = PolicyInWords(answer.policy(), glossary);
  if (!policy.empty()) AppendParagraph("Policy: " + MarkdownText(policy), text);
  for (const auto& comparison : answer.comparisons()) AppendComparison(comparison, glossary, explain, text);
  absl::StrAppend(&text, "Compared by Gainsay at revision ", answer.revision(), ".\n");
  return text;
}

}  // namespace gainsay::cli
