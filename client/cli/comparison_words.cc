#include "client/cli/comparison_words.h"

#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

// In the order in which people are told: what weighs most comes first.
constexpr std::pair<v1::Flag, std::string_view> kFlags[] = {
    {v1::FLAG_RESPONDENT_DENIES, "a respondent denies it"},
    {v1::FLAG_MISATTRIBUTION_CLAIMED, "a party says it never said so"},
    {v1::FLAG_SELF_CONTRADICTION, "a party contradicts what it said earlier"},
    {v1::FLAG_INTERNAL_CONFLICT, "parties of one side contradict each other"},
    {v1::FLAG_INCONSISTENT_SUM, "the parts do not add up to the total"},
    {v1::FLAG_MODEL_JUDGED, "contradiction judged by a model alone"},
    {v1::FLAG_PARTIALLY_CONFIRMED, "confirmed only in part"},
    {v1::FLAG_SINGLE_SIDE, "one side only"},
    {v1::FLAG_SINGLE_ORIGIN, "perhaps a single origin"},
    {v1::FLAG_SINGLE_RELAY, "all known through one publisher"},
    {v1::FLAG_CIRCULAR_SOURCING, "documents cite each other in a circle"},
    {v1::FLAG_DERIVED_SUPPORT, "some only repeat others"},
    {v1::FLAG_ANONYMOUS_ONLY, "only unnamed parties say so"},
    {v1::FLAG_TENTATIVE, "said only as probable or possible"},
    {v1::FLAG_UNRELIABLE_SUPPORT_ONLY, "no source as reliable as asked"},
    {v1::FLAG_RETRACTED_SUPPORT, "a statement for it was withdrawn"},
    {v1::FLAG_RESPONDENT_SILENT, "a respondent is silent"},
    {v1::FLAG_UPDATED, "brought up to date"},
    {v1::FLAG_SUCCESSION, "statements speak of different times"},
    {v1::FLAG_INTERPRETED, "a document says more than its quote"},
    {v1::FLAG_UNDECIDED_TEXT, "texts that nothing on file relates"},
    {v1::FLAG_UNDATED, "a statement is undated"},
};

constexpr std::pair<v1::SilenceKind, std::string_view> kSilences[] = {
    {v1::SILENCE_KIND_NO_OFFICIAL_ANNOUNCEMENT, "no official announcement"},
    {v1::SILENCE_KIND_NO_RESPONSE, "did not answer when asked"},
    {v1::SILENCE_KIND_DECLINED_TO_COMMENT, "declined to comment"},
    {v1::SILENCE_KIND_NEITHER_CONFIRMS_NOR_DENIES, "neither confirms nor denies"},
    {v1::SILENCE_KIND_UNDER_INVESTIGATION, "says it is looking into it"},
    {v1::SILENCE_KIND_NONE_FOUND, "no statement found"},
};

constexpr std::pair<v1::ConflictKind, std::string_view> kConflicts[] = {
    {v1::CONFLICT_KIND_UNSPECIFIED, ""},
    {v1::CONFLICT_KIND_DENIAL, "one denies what another says"},
    {v1::CONFLICT_KIND_DIFFERENT_VALUES, "different answers"},
};

constexpr std::pair<v1::Grade, std::string_view> kGrades[] = {
    {v1::GRADE_UNSPECIFIED, "Confirmed"},
    {v1::GRADE_COUNTERPARTY, "Confirmed by a respondent"},
    {v1::GRADE_THIRD_PARTY, "Confirmed by third parties"},
};

constexpr std::pair<v1::OtherReason, std::string_view> kOthers[] = {
    {v1::OTHER_REASON_UNKNOWN_VALUE, "did not say"}, {v1::OTHER_REASON_UNCOMMITTED, "mentioned"},
    {v1::OTHER_REASON_EARLIER, "earlier"},           {v1::OTHER_REASON_WITHDRAWN, "withdrawn"},
    {v1::OTHER_REASON_OTHER_TIME, "other time"},
};

constexpr std::pair<v1::Status, Ink> kInks[] = {
    {v1::STATUS_CONFLICTING, Ink::kRed},
    {v1::STATUS_CONFIRMED, Ink::kGreen},
    {v1::STATUS_UNCONFIRMED, Ink::kYellow},
};

// Phrases as short as this stay in one line, even on the narrowest terminal.
constexpr size_t kUnbrokenPhrase = 24;

template <class Enum>
std::string InLowerCase(Enum value) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(client::ShortName(value)), {{"_", " "}});
}

template <class Enum, size_t kRows>
std::string InWords(const std::pair<Enum, std::string_view> (&table)[kRows], Enum value) {
  for (const auto& [known, words] : table) {
    if (known == value) return std::string(words);
  }
  return InLowerCase(value);
}

}  // namespace

std::vector<std::string> FlagsInWords(const std::set<v1::Flag>& flags, const v1::Counts& counts) {
  std::vector<std::string> words;
  std::set<v1::Flag> untold = flags;
  for (const auto& [flag, in_words] : kFlags) {
    if (untold.erase(flag) == 0) continue;
    const bool surely = flag == v1::FLAG_SINGLE_ORIGIN && counts.origins_max() == 1;
    words.push_back(surely ? "a single origin" : std::string(in_words));
  }
  for (const v1::Flag flag : untold) words.push_back(InLowerCase(flag));
  for (std::string& phrase : words) {
    if (phrase.size() <= kUnbrokenPhrase) phrase = Unbroken(phrase);
  }
  return words;
}
std::string SilenceInWords(v1::SilenceKind kind) { return InWords(kSilences, kind); }
std::string ConflictInWords(v1::ConflictKind kind) { return InWords(kConflicts, kind); }
std::string ConfirmedByInWords(v1::Grade grade) { return InWords(kGrades, grade); }

std::string OtherInWords(const v1::OtherClaim& other) {
  if (other.reason() == v1::OTHER_REASON_SPEECH_ACT) return InLowerCase(other.speech_act());
  return InWords(kOthers, other.reason());
}

std::string StatusLabel(v1::Status status) {
  return absl::StrReplaceAll(client::ShortName(status), {{"_", " "}});
}

Ink StatusInk(v1::Status status) {
  for (const auto& [known, ink] : kInks) {
    if (known == status) return ink;
  }
  return Ink::kFaint;
}

std::string Count(int number, const std::string& one, const std::string& many) {
  return absl::StrCat(number, kHardSpace, number == 1 ? one : many);
}

std::string CountsInWords(const v1::Counts& counts) {
  std::vector<std::string> words = {Count(counts.sides(), "side", "sides")};
  if (counts.confirming_sides() < counts.sides()) {
    words.back() += Unbroken(absl::StrCat(" (", counts.confirming_sides(), " counted)"));
  }
  if (counts.documents() == 0) {
    words.push_back(Unbroken("no document"));
  } else {
    const std::string least = counts.origins_min() == counts.origins_max()
                                  ? ""
                                  : absl::StrCat(counts.origins_min(), kHardSpace, "to", kHardSpace);
    words.push_back(least + Count(counts.origins_max(), "origin", "origins"));
    words.push_back(Count(counts.documents(), "document", "documents"));
  }
  return absl::StrJoin(words, kBetween);
}

}  // namespace gainsay::cli
