#include "client/cli/comparison_rows.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/listing.h"
#include "client/cli/time_words.h"
#include "client/cli/value_words.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

constexpr int kMostClaims = 8;         // of one kind about a position; JSON has them all
constexpr size_t kMostPublishers = 3;  // of a claim
constexpr size_t kMostCompatible = 4;  // values

std::string Date(const std::string& edtf) { return Unbroken(TimeInWords(Displayable(edtf))); }

std::vector<std::string> NamesOf(const google::protobuf::RepeatedPtrField<std::string>& entities,
                                 const Glossary& glossary) {
  std::vector<std::string> names;
  for (const std::string& entity : entities) names.push_back(glossary.NameOf(entity));
  return names;
}

// "probably ", for a claim that is not certain.
std::string Hedge(v1::Certainty certainty) {
  if (certainty == v1::CERTAINTY_PROBABLE) return "probably ";
  return certainty == v1::CERTAINTY_POSSIBLE ? "possibly " : "";
}

template <class Flagged>
std::set<v1::Flag> FlagsOf(const Flagged& flagged) {
  std::set<v1::Flag> flags;
  for (const int flag : flagged.flags()) flags.insert(static_cast<v1::Flag>(flag));
  return flags;
}

std::string WithCapital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string ComparisonRows::InWords(const v1::Value& value, v1::Polarity polarity) const {
  return ValueInWords(value, polarity, comparison_.question(), glossary_);
}

std::string ComparisonRows::Party(const std::string& party, const std::string& side) const {
  const std::string name = glossary_.NameOf(party);
  return side.empty() || side == party ? name : absl::StrCat(name, " (", glossary_.NameOf(side), ")");
}

Line ComparisonRows::Confirmed() const {
  std::vector<std::string> values;
  if (comparison_.consensus().has_value()) {
    values.push_back(InWords(comparison_.consensus().value(), v1::POLARITY_AFFIRMS));
  } else {
    for (const auto& position : comparison_.consensus().all_of()) {
      values.push_back(InWords(position.value(), position.polarity()));
    }
  }
  if (values.empty()) return {};
  return {{absl::StrCat(ConfirmedByInWords(comparison_.grade()), ": ")},
          {InOneList(values, values.size()), Ink::kStrong}};
}

Line ComparisonRows::Remarks() const {
  std::set<v1::Flag> flags = FlagsOf(comparison_);
  if (!IsAlone()) {
    // Each position tells its own.
    for (const auto& position : comparison_.positions()) {
      for (const v1::Flag flag : FlagsOf(position)) flags.erase(flag);
    }
  }
  std::vector<std::string> remarks = FlagsInWords(flags, comparison_.counts());
  const std::string conflict = ConflictInWords(comparison_.conflict_kind());
  if (!conflict.empty()) remarks.insert(remarks.begin(), conflict);
  if (!comparison_.since().said_time().empty()) {
    remarks.push_back(absl::StrCat("since ", Date(comparison_.since().said_time())));
  }
  if (remarks.empty()) return {};
  return {{WithCapital(absl::StrJoin(remarks, kBetween))}};
}

std::string ComparisonRows::ValueOf(const v1::Position& position) const {
  return InWords(position.value(), position.polarity());
}

Line ComparisonRows::StandingOf(const v1::Position& position) const {
  const std::string counts = CountsInWords(position.counts());
  if (IsAlone()) return {{counts}};
  std::vector<std::string> words = FlagsInWords(FlagsOf(position), position.counts());
  words.insert(words.begin(), counts);
  return {{StatusLabel(position.status()), StatusInk(position.status())},
          {kBetween + absl::StrJoin(words, kBetween)}};
}

std::string ComparisonRows::Provenance(const v1::RelatedClaim& claim) const {
  // Where no claim at all has a document, the counts say so once.
  if (claim.sources().empty())
    return comparison_.counts().documents() == 0 ? "" : Unbroken("no document on file");
  const std::vector<std::string> publishers = NamesOf(claim.publishers(), glossary_);
  const std::string names = InOneList(publishers, kMostPublishers);
  const std::string documents = names.empty() ? Count(claim.sources_size(), "document", "documents") : names;
  if (claim.attribution() != v1::ATTRIBUTION_FIRST_HAND) return absl::StrCat("through ", documents);
  const bool own = claim.publishers_size() == 1 &&
                   (claim.publishers(0) == claim.party() || claim.publishers(0) == claim.side());
  return own ? "first hand" : absl::StrCat("first hand, in ", documents);
}

std::string ComparisonRows::ClaimInWords(const v1::RelatedClaim& claim, const std::string& shown) const {
  std::string words = Party(claim.party(), claim.side());
  const std::string value = Hedge(claim.certainty()) + InWords(claim.value(), claim.polarity());
  if (value != shown) absl::StrAppend(&words, ": ", value);
  absl::StrAppend(&words, ", ", claim.said_time().empty() ? "undated" : Date(claim.said_time()));
  const std::string provenance = Provenance(claim);
  return provenance.empty() ? words : absl::StrCat(words, ", ", provenance);
}

std::vector<Row> ComparisonRows::RowsOf(const std::string& label, const Claims& claims,
                                        const std::string& shown) const {
  std::vector<Row> rows;
  for (const auto& claim : claims) {
    if (static_cast<int>(rows.size()) == kMostClaims && claims.size() > kMostClaims + 1) {
      rows.push_back({label, {{absl::StrCat("and ", claims.size() - kMostClaims, " more"), Ink::kFaint}}});
      break;
    }
    rows.push_back({label, {{ClaimInWords(claim, shown)}}});
  }
  return rows;
}

std::vector<Row> ComparisonRows::Supporters(const v1::Position& position) const {
  std::vector<Row> rows = RowsOf("says so", position.supporters(), ValueOf(position));
  for (int i = 0; i < position.supporters_size() && i < kMostClaims; ++i) {
    const auto& claim = position.supporters(i);
    const char* why_not = !claim.independent() ? " (not independent)"
                          : claim.counted()    ? ""
                                               : " (not counted)";
    if (*why_not != '\0') rows[static_cast<size_t>(i)].text.push_back({why_not, Ink::kFaint});
  }
  return rows;
}

std::vector<Row> ComparisonRows::Opposers(const v1::Position& position) const {
  return RowsOf("against", position.opposers(), "");
}

std::vector<Row> ComparisonRows::Neither(const v1::Position& position) const {
  // Who says these stands with their own positions.
  std::vector<std::string> compatible;
  std::vector<std::string> other_time;
  std::vector<Row> untold;
  const auto add = [](const std::string& value, std::vector<std::string>& values) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  };
  for (const auto& claim : position.compatible()) {
    const std::string value = Hedge(claim.certainty()) + InWords(claim.value(), claim.polarity());
    if (!claim.reason().empty()) {
      untold.push_back({"cannot tell", {{absl::StrCat(value, " — ", Displayable(claim.reason()))}}});
    } else {
      add(value, claim.relation() == v1::SET_RELATION_SUCCESSION ? other_time : compatible);
    }
  }
  std::vector<Row> rows;
  if (!compatible.empty())
    rows.push_back({"compatible", {{"with " + InOneList(compatible, kMostCompatible)}}});
  if (!other_time.empty()) rows.push_back({"other time", {{InOneList(other_time, kMostCompatible)}}});
  rows.insert(rows.end(), untold.begin(), untold.end());
  return rows;
}

std::string ComparisonRows::OtherClaimInWords(const v1::OtherClaim& other) const {
  const bool has_value = other.value().kind_case() != v1::Value::KIND_NOT_SET && !other.value().has_unknown();
  // What was replaced or withdrawn is told by its value, what was never compared by its words.
  const bool compared = other.reason() == v1::OTHER_REASON_EARLIER ||
                        other.reason() == v1::OTHER_REASON_WITHDRAWN ||
                        other.reason() == v1::OTHER_REASON_OTHER_TIME;
  std::string words = Party(other.party(), other.side());
  if (!other.said_time().empty()) absl::StrAppend(&words, ", ", Date(other.said_time()));
  if (has_value && (compared || other.text().empty())) {
    return absl::StrCat(words, ": ", InWords(other.value(), other.polarity()));
  }
  return other.text().empty() ? words : absl::StrCat(words, ": “", Displayable(other.text()), "”");
}

std::vector<Row> ComparisonRows::Others() const {
  std::vector<Row> rows;
  for (const auto& other : comparison_.others()) {
    rows.push_back({OtherInWords(other), {{OtherClaimInWords(other)}}});
  }
  // Of one kind together, in the order in which each kind first comes.
  std::vector<std::string> labels;
  for (const Row& row : rows) {
    if (std::find(labels.begin(), labels.end(), row.label) == labels.end()) labels.push_back(row.label);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::find(labels.begin(), labels.end(), a.label) <
           std::find(labels.begin(), labels.end(), b.label);
  });
  return rows;
}

std::string ComparisonRows::SilenceOf(const v1::Respondent& respondent,
                                      const v1::RespondentSilence& silence) const {
  std::string words = Party(respondent.entity(), respondent.entity());
  if (silence.party() != respondent.entity())
    absl::StrAppend(&words, ", through ", glossary_.NameOf(silence.party()));
  absl::StrAppend(&words, ": ", SilenceInWords(silence.kind()));
  if (!silence.as_of_time().empty()) absl::StrAppend(&words, " as of ", Date(silence.as_of_time()));
  const std::string observers = InOneList(NamesOf(silence.observers(), glossary_), kMostPublishers);
  if (!observers.empty()) absl::StrAppend(&words, ", observed by ", observers);
  return words;
}

std::vector<Row> ComparisonRows::Respondents() const {
  std::vector<Row> rows;
  std::vector<std::string> spoke;
  std::vector<Row> overtaken;
  std::vector<std::string> not_on_file;
  for (const auto& respondent : comparison_.respondents()) {
    if (respondent.state() == v1::RESPONDENT_STATE_NOT_ON_FILE) {
      not_on_file.push_back(glossary_.NameOf(respondent.entity()));
    }
    if (respondent.state() == v1::RESPONDENT_STATE_SPOKE)
      spoke.push_back(glossary_.NameOf(respondent.entity()));
    for (const auto& silence : respondent.silences()) {
      const Row row = {silence.overtaken() ? "was silent" : "silent", {{SilenceOf(respondent, silence)}}};
      (silence.overtaken() ? overtaken : rows).push_back(row);
      if (silence.overtaken()) overtaken.back().text.back().text += "; has spoken since";
    }
  }
  if (!not_on_file.empty()) {
    rows.push_back({"not on file", {{InOneList(not_on_file, not_on_file.size())}}});
  }
  if (!spoke.empty()) rows.push_back({"spoke", {{InOneList(spoke, spoke.size())}}});
  rows.insert(rows.end(), overtaken.begin(), overtaken.end());
  return rows;
}

std::vector<Row> ComparisonRows::Explanation() const {
  std::vector<Row> rows;
  if (!comparison_.flags().empty()) {
    std::vector<std::string> flags;
    for (const int flag : comparison_.flags())
      flags.push_back(client::ShortName(static_cast<v1::Flag>(flag)));
    rows.push_back({"flags", {{absl::StrJoin(flags, " ")}}});
  }
  for (const auto& step : comparison_.explanation()) {
    rows.push_back({"why", {{Displayable(step.text())}}});
  }
  return rows;
}

}  // namespace gainsay::cli
