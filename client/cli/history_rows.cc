#include "client/cli/history_rows.h"

#include <map>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/cli/comparison_rows.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/listing.h"
#include "client/cli/resource_names.h"
#include "client/cli/time_words.h"
#include "client/cli/value_words.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

constexpr std::pair<v1::WithdrawalKind, std::string_view> kWithdrawals[] = {
    {v1::WITHDRAWAL_KIND_RETRACTED, "taken back"},
    {v1::WITHDRAWAL_KIND_SUPERSEDED, "replaced by a later statement"},
    {v1::WITHDRAWAL_KIND_DISOWNED, "the party says it never said so"},
    {v1::WITHDRAWAL_KIND_SOURCE_PULLED, "taken down by its publisher"},
    {v1::WITHDRAWAL_KIND_VOIDED, "was entered here in error"},
};

// What else may be new: one, and many.
constexpr std::pair<NameKind, std::pair<const char*, const char*>> kNouns[] = {
    {NameKind::kClaim, {"other statement", "other statements"}},
    {NameKind::kWithdrawal, {"other withdrawal", "other withdrawals"}},
    {NameKind::kSilence, {"observed silence", "observed silences"}},
    {NameKind::kRelation, {"judgement of texts", "judgements of texts"}},
    {NameKind::kQuestion, {"question", "questions"}},
    {NameKind::kSource, {"document", "documents"}},
    {NameKind::kEntity, {"entity", "entities"}},
};

std::string Date(const std::string& edtf) { return Unbroken(TimeInWords(Displayable(edtf))); }

// RFC 3339 with a fraction, as EDTF of whole seconds.
std::string InSeconds(const std::string& known_at) {
  constexpr size_t kToSeconds = 19;  // "2025-12-27T14:05:09"
  return known_at.size() < kToSeconds ? known_at : known_at.substr(0, kToSeconds) + "Z";
}

std::string EndingInWords(v1::WithdrawalKind kind) {
  for (const auto& [known, words] : kWithdrawals) {
    if (known == kind) return std::string(words);
  }
  return absl::AsciiStrToLower(client::ShortName(kind));
}

// "said", or what else the party did by it.
std::string ActInWords(v1::SpeechAct act) {
  if (act == v1::SPEECH_ACT_ASSERTION || act == v1::SPEECH_ACT_UNSPECIFIED) return "said";
  return absl::AsciiStrToLower(client::ShortName(act));
}

// "2 documents and 5 entities".
std::string CountsOf(const std::map<NameKind, int>& numbers) {
  std::vector<std::string> counts;
  for (const auto& [kind, words] : kNouns) {
    const auto number = numbers.find(kind);
    if (number != numbers.end()) counts.push_back(Count(number->second, words.first, words.second));
  }
  return InOneList(counts, counts.size());
}

// An entry as a comparison that knows nothing else.
v1::Comparison ComparisonOf(const v1::HistoryEntry& entry, const std::string& question) {
  v1::Comparison comparison;
  comparison.set_question(question);
  comparison.set_status(entry.status());
  comparison.set_conflict_kind(entry.conflict_kind());
  comparison.set_grade(entry.grade());
  if (entry.has_consensus()) *comparison.mutable_consensus() = entry.consensus();
  return comparison;
}

}  // namespace

std::string HistoryRows::Title() const {
  return Displayable(history_.title().empty() ? history_.question() : history_.title());
}

std::string HistoryRows::Order() const {
  return AsKnown() ? "The answers as they were given, in the order in which records were made"
                   : "What is on file, in the order in which it was said";
}

std::string HistoryRows::When(const v1::HistoryEntry& entry) const {
  if (AsKnown()) return Date(entry.known_at().substr(0, entry.known_at().find('T')));
  return entry.said_time().empty() ? "undated" : Date(entry.said_time());
}

std::vector<Line> HistoryRows::Details(const v1::HistoryEntry& entry) const {
  const v1::Comparison comparison = ComparisonOf(entry, history_.question());
  const ComparisonRows rows(comparison, glossary_);
  std::vector<Line> details = {rows.Confirmed(), rows.Remarks()};
  std::erase_if(details, [](const Line& detail) { return detail.empty(); });
  return details;
}

std::string HistoryRows::ClaimInWords(const v1::Claim& claim, const v1::HistoryEntry& entry) const {
  const bool has_value = claim.value().kind_case() != v1::Value::KIND_NOT_SET;
  const std::string what = has_value
                               ? ValueInWords(claim.value(), claim.polarity(), claim.question(), glossary_)
                               : absl::StrCat("“", Displayable(claim.text()), "”");
  std::string words = absl::StrCat(glossary_.NameOf(claim.party()), ": ", what);
  const bool dated = !claim.said_time().empty();
  if (dated && (AsKnown() || claim.said_time() != entry.said_time())) {
    absl::StrAppend(&words, ", ", Date(claim.said_time()));
  }
  return words;
}

std::string HistoryRows::WithdrawalInWords(const v1::Withdrawal& withdrawal,
                                           const v1::HistoryEntry& entry) const {
  std::string words;
  const auto claim = causes_.claims.find(withdrawal.claim());
  if (claim != causes_.claims.end()) {
    words = ClaimInWords(claim->second, entry);
  } else if (withdrawal.has_source()) {
    const auto title = causes_.titles.find(withdrawal.source());
    const bool titled = title != causes_.titles.end() && !title->second.empty();
    words = titled ? absl::StrCat("document “", Displayable(title->second), "”")
                   : absl::StrCat("document ", Displayable(withdrawal.source()));
  } else {
    words = withdrawal.has_silence() ? "an observed silence" : Displayable(withdrawal.claim());
  }
  absl::StrAppend(&words, " — ", EndingInWords(withdrawal.kind()));
  const bool dated = !withdrawal.time().empty();
  if (dated && (AsKnown() || withdrawal.time() != entry.said_time())) {
    absl::StrAppend(&words, ", ", Date(withdrawal.time()));
  }
  return words;
}

std::vector<Row> HistoryRows::Causes(const v1::HistoryEntry& entry) const {
  std::vector<Row> rows;
  std::map<NameKind, int> untold;
  for (const std::string& cause : entry.causes()) {
    const auto claim = causes_.claims.find(cause);
    const auto withdrawal = causes_.withdrawals.find(cause);
    if (rows.size() == kMostCauses) {
      ++untold[KindOf(cause)];
    } else if (claim != causes_.claims.end()) {
      rows.push_back({ActInWords(claim->second.speech_act()), {{ClaimInWords(claim->second, entry)}}});
    } else if (withdrawal != causes_.withdrawals.end()) {
      rows.push_back({"withdrawn", {{WithdrawalInWords(withdrawal->second, entry)}}});
    } else {
      ++untold[KindOf(cause)];
    }
  }
  const std::string others = CountsOf(untold);
  if (!others.empty()) rows.push_back({rows.empty() ? "new" : "with", {{others}}});
  if (AsKnown()) {
    const std::string known = InSeconds(entry.known_at());
    rows.push_back({"on file", {{absl::StrCat(Date(known), ", revision ", entry.revision())}}});
  }
  return rows;
}

}  // namespace gainsay::cli
