#include "docs/man/man_page.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace gainsay::man {
namespace {

using cli::CommandInfo;
using cli::OptionInfo;

// Text as roff takes it: a line may not begin with a dot or an apostrophe.
std::string Escaped(const std::string& text) {
  const std::string escaped = absl::StrReplaceAll(text, {{"\\", "\\e"}, {"-", "\\-"}});
  return escaped.starts_with('.') || escaped.starts_with('\'') ? "\\&" + escaped : escaped;
}

// "What it does. And how." gives "what it does", for indexes of pages.
std::string InShort(const std::string& what) {
  std::string text = absl::StrReplaceAll(what.substr(0, what.find('.')), {{"\n", " "}});
  if (!text.empty()) text[0] = absl::ascii_tolower(text[0]);
  return text;
}

// Text, of which lines that are indented are shown as they stand.
std::string Paragraphs(const std::string& text) {
  std::string page;
  bool is_shown = false;
  bool is_first = true;
  const std::vector<std::string> lines = absl::StrSplit(text, '\n', absl::SkipEmpty());
  for (const std::string& line : lines) {
    const bool show = line.starts_with("  ");
    if (show && !is_shown) absl::StrAppend(&page, is_first ? "" : ".PP\n", ".RS 4\n.nf\n");
    if (!show && is_shown) absl::StrAppend(&page, ".fi\n.RE\n.PP\n");
    absl::StrAppend(&page, Escaped(show ? line.substr(2) : line), "\n");
    is_shown = show;
    is_first = false;
  }
  return page + (is_shown ? ".fi\n.RE\n" : "");
}

std::string Bold(const std::string& text) { return absl::StrCat("\\fB", Escaped(text), "\\fR"); }
std::string Italic(const std::string& text) { return absl::StrCat("\\fI", Escaped(text), "\\fR"); }

std::string Entry(const std::string& head, const std::string& what) {
  return absl::StrCat(".TP\n", head, "\n", Escaped(absl::StrReplaceAll(what, {{"\n", " "}})), "\n");
}

std::string OptionEntry(const OptionInfo& option) {
  if (option.is_argument()) return Entry(Italic(option.names.front()), option.what);
  const std::string names = absl::StrJoin(
      option.names, ", ", [](std::string* all, const std::string& name) { *all += Bold(name); });
  std::string what = option.what;
  if (!option.otherwise.empty()) absl::StrAppend(&what, " (default: ", option.otherwise, ")");
  if (!option.variable.empty()) absl::StrAppend(&what, " [environment: ", option.variable, "]");
  return Entry(option.type.empty() ? names : absl::StrCat(names, " ", Italic(option.type)), what);
}

std::string Synopsis(const CommandInfo& command) {
  std::string line = absl::StrCat(Bold(command.path), " [", Italic("OPTION"), "]...");
  if (!command.commands.empty()) absl::StrAppend(&line, " ", Italic("COMMAND"));
  for (const OptionInfo& option : command.options) {
    if (!option.is_argument()) continue;
    const std::string name = Italic(option.names.front());
    absl::StrAppend(&line, " ", option.required ? name : absl::StrCat("[", name, "]"));
  }
  return line + "\n";
}

// The arguments, then the options by group: first the command's own.
std::string OptionSections(const CommandInfo& command) {
  std::vector<std::pair<std::string, std::string>> sections = {{"Arguments", ""}, {"Options", ""}};
  for (const OptionInfo& option : command.options) {
    const std::string heading = option.is_argument() ? "Arguments" : option.group;
    auto section = std::find_if(sections.begin(), sections.end(),
                                [&heading](const auto& known) { return known.first == heading; });
    if (section == sections.end()) section = sections.insert(section, {heading, ""});
    section->second += OptionEntry(option);
  }
  std::string page;
  for (const auto& [heading, entries] : sections) {
    if (!entries.empty()) absl::StrAppend(&page, ".SH ", absl::AsciiStrToUpper(heading), "\n", entries);
  }
  return page;
}

}  // namespace

std::string PageName(const CommandInfo& command) { return absl::StrReplaceAll(command.path, {{" ", "-"}}); }

std::string ManPage(const CommandInfo& command, const Volume& volume) {
  std::string page =
      absl::StrCat(".TH ", absl::AsciiStrToUpper(PageName(command)), " ", volume.section, " ", volume.date,
                   " \"gainsay ", volume.version, "\"\n.SH NAME\n", Escaped(PageName(command)), " \\- ",
                   Escaped(InShort(command.what)), "\n.SH SYNOPSIS\n", Synopsis(command), ".SH DESCRIPTION\n",
                   Paragraphs(absl::StrCat(command.what, command.what.ends_with('.') ? "" : ".")));
  if (!command.details.empty()) absl::StrAppend(&page, ".PP\n", Paragraphs(command.details));
  if (!command.commands.empty()) page += ".SH COMMANDS\n";
  for (const CommandInfo& below : command.commands) {
    page += Entry(absl::StrCat(Bold(PageName(below)), "(", volume.section, ")"), below.what);
  }
  page += OptionSections(command);
  if (!volume.see_also.empty()) {
    absl::StrAppend(&page, ".SH SEE ALSO\n",
                    absl::StrJoin(volume.see_also, ",\n",
                                  [](std::string* all, const std::string& name) { *all += Escaped(name); }),
                    "\n");
  }
  return page;
}

}  // namespace gainsay::man
