#include "client/cli/check_words.h"

#include <google/protobuf/repeated_field.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/comparison_rows.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/excerpt.h"
#include "client/cli/listing.h"
#include "client/cli/markdown_text.h"
#include "client/cli/value_words.h"
#include "client/cli/wrapping.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using google::protobuf::util::MessageDifferencer;
using Positions = google::protobuf::RepeatedPtrField<v1::CheckedPosition>;

constexpr int kPartStart = 4;
constexpr int kPartTextStart = 17;
constexpr size_t kMostParties = 8;  // of a position; JSON has them all

constexpr std::pair<v1::Label, Ink> kInks[] = {
    {v1::LABEL_SUPPORTED, Ink::kGreen},
    {v1::LABEL_REFUTED, Ink::kRed},
    {v1::LABEL_CONFLICTING_EVIDENCE, Ink::kRed},
    {v1::LABEL_NOT_ENOUGH_EVIDENCE, Ink::kYellow},
};

Ink InkOf(v1::Label label) {
  for (const auto& [known, ink] : kInks) {
    if (known == label) return ink;
  }
  return Ink::kPlain;
}

// One answer, for whatever lays it out. Refers to all arguments.
class CheckWords {
 public:
  CheckWords(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer, const Glossary& glossary)
      : candidate_(candidate), answer_(answer), glossary_(glossary) {}

  // "SUPPORTED · at least 10 persons · How many were injured?".
  Line Heading() const {
    if (answer_.has_error()) {
      const auto& error = answer_.error();
      const std::string field = error.field().empty() ? "" : error.field() + ": ";
      return {{error.code(), Ink::kRed}, {kBetween + Displayable(field + error.message())}};
    }
    Line heading = {
        {absl::StrReplaceAll(client::ShortName(answer_.label()), {{"_", " "}}), InkOf(answer_.label())},
        {kBetween},
        {Asked(), Ink::kStrong}};
    const auto& title = answer_.comparison().title();
    const std::string question = Displayable(title.empty() ? answer_.question() : title);
    if (!question.empty()) heading.push_back({kBetween + question});
    return heading;
  }

  std::vector<Row> Rows() const {
    std::vector<Row> rows;
    for (const auto& position : answer_.agreeing()) rows.push_back({"agrees", {{InWords(position)}}});
    for (const auto& position : answer_.disagreeing()) rows.push_back({"contradicts", {{InWords(position)}}});
    for (const auto& missing : answer_.missing()) rows.push_back({"missing", {{Displayable(missing)}}});
    for (int i = 0; i < answer_.candidates_size(); ++i) {
      rows.push_back({absl::StrCat("candidate ", i + 1), InWords(answer_.candidates(i))});
    }
    if (answer_.comparison().explanation().empty()) return rows;
    for (Row& row : ComparisonRows(answer_.comparison(), glossary_).Explanation()) {
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  std::string Asked() const {
    const auto& claim = candidate_.claim();
    if (claim.has_value()) {
      return ValueInWords(claim.value(), claim.polarity(), answer_.question(), glossary_);
    }
    return absl::StrCat("“", Displayable(candidate_.has_claim() ? claim.text() : candidate_.text()), "”");
  }

  // "12 persons: hospital and fire-brigade".
  std::string InWords(const v1::CheckedPosition& position) const {
    const std::string value =
        ValueInWords(position.value(), position.polarity(), answer_.question(), glossary_);
    const std::vector<std::string> parties = PartiesOf(position);
    return parties.empty() ? value : absl::StrCat(value, ": ", InOneList(parties, kMostParties));
  }

  // What the question is and what is said on it; which words fit; why it is no more.
  Line InWords(const v1::CandidateQuestion& candidate) const {
    Line line;
    if (!candidate.title().empty()) line = {{Displayable(candidate.title()), Ink::kStrong}, {kBetween}};
    line.push_back({StatusLabel(candidate.status()), StatusInk(candidate.status())});
    for (const auto& confirmed : candidate.consensus().all_of()) {
      const std::string value =
          ValueInWords(confirmed.value(), confirmed.polarity(), candidate.question(), glossary_);
      line.push_back({absl::StrCat(kBetween, value)});
    }
    line.push_back({absl::StrCat(kBetween, Displayable(candidate.question()))});
    if (candidate.has_snippet() && candidate.snippet().text() != candidate.title()) {
      line.push_back({absl::StrCat(kBetween, "“", Excerpt(candidate.snippet()), "”")});
    }
    line.push_back({absl::StrCat(kBetween, Displayable(candidate.reason()))});
    return line;
  }

  // Who holds a position, if the comparison lists it.
  std::vector<std::string> PartiesOf(const v1::CheckedPosition& position) const {
    std::vector<std::string> parties;
    for (const auto& listed : answer_.comparison().positions()) {
      if (listed.polarity() != position.polarity() ||
          !MessageDifferencer::Equals(listed.value(), position.value())) {
        continue;
      }
      for (const auto& claim : listed.supporters()) {
        if (claim.relation() == v1::SET_RELATION_EQUAL) parties.push_back(glossary_.NameOf(claim.party()));
      }
    }
    return parties;
  }

  const v1::Candidate& candidate_;
  const v1::CheckClaimsResponse& answer_;
  const Glossary& glossary_;
};

}  // namespace

std::vector<Line> CheckTable(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer,
                             const Glossary& glossary, int width) {
  const CheckWords words(candidate, answer, glossary);
  const std::string number = absl::StrCat(answer.line());
  const int digits = static_cast<int>(number.size());
  const int start = std::max(kPartStart, digits + 1);
  std::vector<Line> lines =
      SideBySide({{0, digits, {{{number, Ink::kFaint}}}}, {start, width - start, {words.Heading()}}});
  std::string last;
  for (const Row& row : words.Rows()) {
    const std::string label = row.label == last ? "" : row.label;
    std::vector<Line> more = SideBySide({{kPartStart, kPartTextStart - kPartStart, {{{label, Ink::kFaint}}}},
                                         {kPartTextStart, width - kPartTextStart, {row.text}}});
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    last = row.label;
  }
  return lines;
}

std::string CheckMarkdown(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer,
                          const Glossary& glossary) {
  const CheckWords words(candidate, answer, glossary);
  std::string text = absl::StrCat("- ", answer.line(), ": ", MarkdownText(words.Heading()), "\n");
  for (const Row& row : words.Rows()) {
    absl::StrAppend(&text, "  - ", row.label, ": ", MarkdownText(row.text), "\n");
  }
  return text;
}

}  // namespace gainsay::cli
