#include "service/search/candidate_checker.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/search/passages.h"
#include "service/search/search.h"

namespace gainsay::search {
namespace {

constexpr size_t kMostCandidates = 5;
constexpr size_t kMostClaims = 3;  // of a candidate
// Matches looked at for candidates: many claims may be on one question.
constexpr int kMatchesAtOnce = 100;
constexpr int kMostMatches = 1'000;
// Claims that hold a text's words in its order, of which those that say it are told.
constexpr int kMostSaying = 1'000;

SearchFilter FilterFor(const ledger::Wording& wording, QueryForm form, std::vector<model::NameKind> kinds,
                       bool confidential) {
  return {.query = wording.text,
          .form = form,
          .kinds = std::move(kinds),
          .topic = wording.topic,
          .party = {},
          .said_time = {},
          .confidential = confidential};
}

// Whether a claim is on file there, and was not recorded by mistake.
bool Holds(const engine::QuestionFile& file, const std::string& claim) {
  const auto is_it = [&claim](const auto& held) { return held.record.name == claim; };
  const auto voids = [&claim](const auto& held) {
    return held.record.target == claim && held.record.kind == model::WithdrawalKind::kVoided;
  };
  return std::any_of(file.claims.begin(), file.claims.end(), is_it) &&
         std::none_of(file.withdrawals.begin(), file.withdrawals.end(), voids);
}

// "“minister”, “call” and 2 other words".
std::string InQuotes(const std::vector<std::string>& words) {
  constexpr size_t kMostWords = 6;
  const size_t shown = std::min(words.size(), kMostWords);
  std::vector<std::string> quoted;
  for (size_t i = 0; i < shown; ++i) quoted.push_back(absl::StrCat("“", words[i], "”"));
  if (shown < words.size()) quoted.push_back(absl::StrCat(words.size() - shown, " more"));
  if (quoted.size() == 1) return quoted.front();
  const std::string last = std::move(quoted.back());
  quoted.pop_back();
  return absl::StrCat(absl::StrJoin(quoted, ", "), " and ", last);
}

std::string ReasonOf(const CandidateQuestion& candidate, const std::vector<std::string>& ambiguous_on) {
  if (std::find(ambiguous_on.begin(), ambiguous_on.end(), candidate.question) != ambiguous_on.end()) {
    return "A claim there says it in the same words, but these stand for another statement as well.";
  }
  constexpr char kNotTheSame[] = "no claim there says it in the same words.";
  if (!candidate.snippet) return absl::StrCat("It names who speaks there; ", kNotTheSame);
  return absl::StrCat("It shares ", InQuotes(MatchedWords(*candidate.snippet)), " with ",
                      candidate.claims.empty() ? "the question's title" : "what is on file there", "; ",
                      kNotTheSame);
}

// Gathers the questions of matches, which come best first.
class Gathering {
 public:
  explicit Gathering(ledger::Checker& checker) : checker_(checker) {}

  bool full() const { return candidates_.size() == kMostCandidates; }
  std::vector<CandidateQuestion> Take() && { return std::move(candidates_); }

  absl::Status Add(const Found& match) {
    const std::string& name = ledger::NameOf(match.record.record);
    const bool is_claim = std::holds_alternative<model::Claim>(match.record.record);
    const std::string question(is_claim ? model::ParentOf(name) : name);
    const auto same = [&question](const CandidateQuestion& each) { return each.question == question; };
    const auto known = std::find_if(candidates_.begin(), candidates_.end(), same);
    if (known == candidates_.end() ? full() : !is_claim || known->claims.size() == kMostClaims) {
      return absl::OkStatus();
    }
    const absl::StatusOr<ledger::KnownQuestion> looked = checker_.LookThen(question);
    // The index may have what was not yet known at the moment that is read.
    if (absl::IsNotFound(looked.status())) return absl::OkStatus();
    if (!looked.ok()) return looked.status();
    if (is_claim && !Holds(looked->standing->file().question, name)) return absl::OkStatus();
    std::vector<FittingClaim> claims;
    if (is_claim) claims.push_back({name, WordsOf(std::get<model::Claim>(match.record.record))});
    if (known != candidates_.end()) {
      known->claims.push_back(std::move(claims.front()));
      return absl::OkStatus();
    }
    if (candidates_.empty()) best_ = match.score;
    candidates_.push_back({.question = question,
                           .claims = std::move(claims),
                           .score = best_ > 0 ? match.score / best_ : 1,
                           .snippet = match.snippet,
                           .reason = {},
                           .comparison = looked->comparison});
    return absl::OkStatus();
  }

 private:
  ledger::Checker& checker_;
  double best_ = 0;
  std::vector<CandidateQuestion> candidates_;
};

}  // namespace

absl::StatusOr<CheckedByWords> CandidateChecker::Check(const ledger::Candidate& candidate, Await await,
                                                       ledger::GoOn go_on) {
  if (const auto* text = std::get_if<ledger::Wording>(&candidate)) return CheckText(*text, await, go_on);
  absl::StatusOr<ledger::CheckedCandidate> checked = checker_.Check(candidate);
  if (!checked.ok()) return checked.status();
  return CheckedByWords{*std::move(checked), {}};
}

absl::StatusOr<CheckedByWords> CandidateChecker::CheckText(const ledger::Wording& wording, Await await,
                                                           ledger::GoOn go_on) {
  const absl::StatusOr<store::Revision> revision = checker_.Refresh();
  if (!revision.ok()) return revision.status();
  absl::StatusOr<ledger::CheckedCandidate> checked = checker_.CheckThen(wording);
  if (!checked.ok()) return checked.status();
  CheckedByWords text{*std::move(checked), {}};
  if (!text.statement.question.empty()) return text;
  const absl::Status indexed = await(*revision);
  if (!indexed.ok()) return indexed;
  if (wording.topic.empty()) {
    absl::StatusOr<std::vector<std::string>> saying = QuestionsSaying(wording, *revision, go_on);
    if (!saying.ok()) return saying.status();
    checked = checker_.CheckThen(ledger::Wording{wording.text, "", *std::move(saying)});
    if (!checked.ok()) return checked.status();
    text.statement = *std::move(checked);
    if (!text.statement.question.empty()) return text;
  }
  absl::StatusOr<std::vector<CandidateQuestion>> candidates = CandidatesFor(wording, *revision, go_on);
  // The topic is not on file, which the answer says.
  if (absl::IsNotFound(candidates.status())) return text;
  if (!candidates.ok()) return candidates.status();
  if (candidates->empty()) {
    text.statement.answer.missing.emplace_back("No claim and no question there shares a word with it.");
  }
  text.candidates = *std::move(candidates);
  for (CandidateQuestion& candidate : text.candidates) {
    candidate.reason = ReasonOf(candidate, text.statement.ambiguous_on);
  }
  return text;
}

absl::StatusOr<std::vector<std::string>> CandidateChecker::QuestionsSaying(const ledger::Wording& wording,
                                                                           store::Revision at_least,
                                                                           ledger::GoOn go_on) {
  const SearchFilter filter =
      FilterFor(wording, QueryForm::kPhrase, {model::NameKind::kClaim}, confidential_);
  const auto found = Search(index_, workspace_, filter, 0, kMostSaying, at_least, go_on);
  if (!found.ok()) return found.status();
  // Of claims that are not looked at, some may state something else.
  if (found->more) {
    return absl::InvalidArgumentError(
        absl::StrCat("topic: is required: more than ", kMostSaying, " claims hold these words"));
  }
  std::set<std::string> questions;
  for (const Found& match : found->items) {
    questions.insert(std::get<model::Claim>(match.record.record).question);
  }
  return std::vector<std::string>(questions.begin(), questions.end());
}

absl::StatusOr<std::vector<CandidateQuestion>> CandidateChecker::CandidatesFor(const ledger::Wording& wording,
                                                                               store::Revision at_least,
                                                                               ledger::GoOn go_on) {
  const SearchFilter filter = FilterFor(wording, QueryForm::kWords,
                                        {model::NameKind::kClaim, model::NameKind::kQuestion}, confidential_);
  Gathering gathering(checker_);
  for (int looked_at = 0; looked_at < kMostMatches && !gathering.full(); looked_at += kMatchesAtOnce) {
    const auto found = Search(index_, workspace_, filter, looked_at, kMatchesAtOnce, at_least, go_on);
    if (!found.ok()) return found.status();
    for (const Found& match : found->items) {
      const absl::Status added = gathering.Add(match);
      if (!added.ok()) return added;
    }
    if (!found->more) break;
  }
  return std::move(gathering).Take();
}

}  // namespace gainsay::search
