#include "client/cli/comparison_summary.h"

#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/comparison_words.h"
#include "client/cli/display_text.h"
#include "client/cli/listing.h"
#include "client/cli/styled_text.h"
#include "client/cli/time_words.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

constexpr int kDefaultMinSides = 2;

}  // namespace

std::string StatusesInWords(const v1::CompareTopicResponse& answer) {
  std::map<v1::Status, int> numbers;  // the enum has the order of answers
  for (const auto& comparison : answer.comparisons()) ++numbers[comparison.status()];
  const std::string questions = Count(answer.comparisons_size(), "question", "questions");
  if (numbers.empty()) return questions;
  return absl::StrCat(
      questions, ": ", absl::StrJoin(numbers, kBetween, [](std::string* out, const auto& entry) {
        const std::string label = absl::AsciiStrToLower(StatusLabel(entry.first));
        absl::StrAppend(
            out, entry.second, kHardSpace,
            entry.first == v1::STATUS_NO_STATEMENTS ? "without" + Unbroken(" statements") : label);
      }));
}

std::string PolicyInWords(const v1::Policy& policy, const Glossary& glossary) {
  std::vector<std::string> words;
  if (policy.min_sides() != 0 && policy.min_sides() != kDefaultMinSides) {
    words.push_back(absl::StrCat(Count(policy.min_sides(), "side", "sides"), " to confirm"));
  }
  if (policy.count_anonymous()) words.emplace_back("unnamed parties count");
  if (policy.count_uncertain()) words.emplace_back("probable and possible statements count");
  if (policy.min_reliability() != v1::RELIABILITY_UNSPECIFIED) {
    words.push_back(absl::StrCat("only sources graded ", client::ShortName(policy.min_reliability()),
                                 " or better confirm"));
  }
  if (!policy.parties().empty()) {
    std::vector<std::string> parties;
    for (const auto& party : policy.parties()) parties.push_back(glossary.NameOf(party));
    words.push_back(absl::StrCat("only what ", InOneList(parties, parties.size()), " said"));
  }
  return absl::StrJoin(words, kBetween);
}

std::string ReadTimesInWords(const v1::ReadTimes& times) {
  std::vector<std::string> words;
  const auto add = [&](const std::string& what, const std::string& time) {
    if (!time.empty()) words.push_back(what + Unbroken(TimeInWords(Displayable(time))));
  };
  int64_t revision = 0;  // the service reads digits alone as one
  if (absl::SimpleAtoi(times.known_at(), &revision)) {
    words.push_back(absl::StrCat("on file at revision ", revision));
  } else {
    add("on file by ", times.known_at());
  }
  add("said until ", times.said_until());
  add("about ", times.valid_at());
  return words.empty() ? "" : absl::StrCat("Only statements ", absl::StrJoin(words, ", "));
}

}  // namespace gainsay::cli
