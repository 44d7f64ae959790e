#include "client/cli/party_view.h"

#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "client/cli/comparison_summary.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/markdown_text.h"
#include "client/cli/row_layout.h"
#include "client/cli/time_words.h"
#include "client/cli/value_words.h"
#include "client/cli/wrapping.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

constexpr int kDateStart = 2;

// An outcome's number in a tally, its look, and what it means.
struct OutcomeWords {
  v1::Outcome outcome;
  int (v1::Tally::*number)() const;
  Ink ink;
  std::string_view meaning;
};

constexpr OutcomeWords kOutcomes[] = {
    {v1::OUTCOME_CONFIRMED, &v1::Tally::confirmed, Ink::kGreen, "enough independent sides say so"},
    {v1::OUTCOME_CONTRADICTED, &v1::Tally::contradicted, Ink::kRed,
     "another side, or another party of its own, says otherwise"},
    {v1::OUTCOME_WITHDRAWN, &v1::Tally::withdrawn, Ink::kPlain,
     "taken back, or every document it was seen in was"},
    {v1::OUTCOME_UNANSWERED, &v1::Tally::unanswered, Ink::kYellow,
     "too few independent sides say so, and nobody says otherwise"},
    {v1::OUTCOME_REPLACED, &v1::Tally::replaced, Ink::kPlain, "the party itself said something later"},
    {v1::OUTCOME_NOT_COMPARED, &v1::Tally::not_compared, Ink::kPlain,
     "no assertion, uncommitted, without a value, or of another time"},
};

std::string InLowerCase(const std::string& label) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(label), {{"_", " "}});
}

// "18 claims: 2 contradicted · 12 unanswered · 4 not compared".
std::string TallyInWords(const v1::Tally& tally) {
  const std::string claims = Count(tally.claims(), "claim", "claims");
  std::vector<std::string> numbers;
  for (const OutcomeWords& words : kOutcomes) {
    const int number = (tally.*words.number)();
    if (number == 0) continue;
    const std::string outcome = InLowerCase(client::ShortName(words.outcome));
    numbers.push_back(absl::StrCat(number, kHardSpace, Unbroken(outcome)));
  }
  return numbers.empty() ? claims : absl::StrCat(claims, ": ", absl::StrJoin(numbers, kBetween));
}

// A record's claims, in words. Refers to both arguments.
class PartyRows {
 public:
  PartyRows(const v1::GetPartyRecordResponse& record, const Glossary& glossary)
      : record_(record), glossary_(glossary) {}

  std::vector<std::string> Header() const {
    std::vector<std::string> header = {absl::StrCat("By itself, ", TallyInWords(record_.own())),
                                       absl::StrCat("By its whole side, ", TallyInWords(record_.side()))};
    const std::string times = ReadTimesInWords(record_.read_times());
    if (!times.empty()) header.push_back(times);
    const std::string policy = PolicyInWords(record_.policy(), glossary_);
    if (!policy.empty()) header.push_back("Policy: " + policy);
    return header;
  }

  // One row a claim of an outcome: when, on what, and what.
  std::vector<Row> ClaimsOf(v1::Outcome outcome) const {
    std::vector<Row> rows;
    for (const auto& claim : record_.claims()) {
      if (claim.outcome() != outcome) continue;
      const std::string time =
          claim.said_time().empty() ? "undated" : TimeInWords(Displayable(claim.said_time()));
      rows.push_back({Unbroken(time), InWords(claim)});
    }
    return rows;
  }

 private:
  Line InWords(const v1::PartyClaim& claim) const {
    const std::string question = claim.claim().substr(0, claim.claim().find("/claims/"));
    const std::string title = Displayable(claim.title().empty() ? question : claim.title());
    const bool has_value = claim.value().kind_case() != v1::Value::KIND_NOT_SET;
    std::vector<std::string> words;
    if (claim.speech_act() != v1::SPEECH_ACT_ASSERTION) {
      words.push_back(InLowerCase(client::ShortName(claim.speech_act())));
    }
    if (has_value) words.push_back(ValueInWords(claim.value(), claim.polarity(), question, glossary_));
    const std::string value = absl::StrJoin(words, ": ");
    Line line = {{title + " "}, {value, Ink::kStrong}};
    if (claim.party() != record_.party()) {
      line.push_back({absl::StrCat(", says ", glossary_.NameOf(claim.party()))});
    }
    return line;
  }

  const v1::GetPartyRecordResponse& record_;
  const Glossary& glossary_;
};

}  // namespace

std::vector<Line> PartyTable(const v1::GetPartyRecordResponse& record, const Glossary& glossary, int width) {
  const PartyRows rows(record, glossary);
  std::vector<Line> lines = Wrap({{glossary.NameOf(record.party()), Ink::kStrong}}, width);
  for (const std::string& text : rows.Header()) Append(Wrap({{text}}, width), lines);
  for (const OutcomeWords& words : kOutcomes) {
    const std::vector<Row> claims = rows.ClaimsOf(words.outcome);
    if (claims.empty()) continue;
    lines.emplace_back();
    const std::string label = absl::StrReplaceAll(client::ShortName(words.outcome), {{"_", " "}});
    Append(SideBySide({{0, kTextStart, {{{label, words.ink}}}},
                       {kTextStart, width - kTextStart, {{{std::string(words.meaning), Ink::kFaint}}}}}),
           lines);
    for (const Row& claim : claims) {
      Append(SideBySide({{kDateStart, kTextStart - kDateStart - 1, {{{claim.label, Ink::kFaint}}}},
                         {kTextStart, width - kTextStart, {claim.text}}}),
             lines);
    }
  }
  lines.emplace_back();
  lines.push_back({{absl::StrCat("revision ", record.revision()), Ink::kFaint}});
  return lines;
}

std::string PartyMarkdown(const v1::GetPartyRecordResponse& record, const Glossary& glossary) {
  const PartyRows rows(record, glossary);
  std::string text = absl::StrCat("# ", MarkdownText(glossary.NameOf(record.party())), "\n\n");
  for (const std::string& paragraph : rows.Header()) absl::StrAppend(&text, MarkdownText(paragraph), "\n\n");
  for (const OutcomeWords& words : kOutcomes) {
    const std::vector<Row> claims = rows.ClaimsOf(words.outcome);
    if (claims.empty()) continue;
    const std::string label = absl::StrReplaceAll(client::ShortName(words.outcome), {{"_", " "}});
    absl::StrAppend(&text, "## ", label, "\n\n", MarkdownText(std::string(words.meaning)), "\n\n",
                    MarkdownRows(claims, ""), "\n");
  }
  absl::StrAppend(&text, "Read by Gainsay at revision ", record.revision(), ".\n");
  return text;
}

}  // namespace gainsay::cli
