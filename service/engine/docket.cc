#include "service/engine/docket.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "service/engine/carriage.h"
#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

using model::WithdrawalKind;

std::optional<model::TimeSpan> ValidTime(const model::Claim& claim, const model::Question& question,
                                         const std::optional<model::Edtf>& said) {
  if (claim.valid_time) return claim.valid_time->span();
  if (question.evolution != model::Evolution::kVolatile || !said) return std::nullopt;
  return said->span();
}

std::optional<size_t> AnswerOf(const model::Claim& claim, Answers& answers) {
  if (!claim.value) return std::nullopt;
  auto set = answers.domain().SetOf(*claim.value, claim.polarity);
  if (!set) return std::nullopt;
  return answers.Add(*std::move(set));
}

std::vector<Entry::Seen> SeenIn(const model::Claim& claim,
                                const std::unordered_map<std::string, model::Source>& sources) {
  std::vector<Entry::Seen> seen;
  for (const model::Appearance& appearance : claim.appearances) {
    const auto source = sources.find(appearance.source);
    const bool dated = source != sources.end();
    seen.push_back({dated ? LastMomentOf(source->second.publish_time) : kUndatedMoment, &appearance});
  }
  return Entry::BestOfEach(std::move(seen));
}

std::string Words(const model::TimeSpan& span) {
  return absl::StrCat(span.begin.value_or(kUndatedMoment), "/", span.end.value_or(kOpenEnd),
                      span.zoned ? "Z" : "");
}

bool SaidBefore(const Entry& a, const Entry& b) {
  if (a.said != b.said) return a.said < b.said;
  return a.claim->name < b.claim->name;
}

}  // namespace

std::vector<Entry::Seen> Entry::BestOfEach(std::vector<Seen> seen) {
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return std::tie(a.published, a.appearance->source, a.appearance->access) <
           std::tie(b.published, b.appearance->source, b.appearance->access);
  });
  const auto last = std::unique(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.appearance->source == b.appearance->source;
  });
  seen.erase(last, seen.end());
  return seen;
}

std::optional<WithdrawalKind> Entry::EndingBy(Moment said_until) const {
  std::optional<WithdrawalKind> ending;
  for (const auto& [from, kind] : endings) {
    if (kind == WithdrawalKind::kVoided) return kind;
    if (from <= said_until && (!ending || kind < *ending)) ending = kind;
  }
  return ending;
}

bool Entry::FormsPositions() const {
  return claim->speech_act == model::SpeechAct::kAssertion &&
         claim->certainty != model::Certainty::kUncommitted && answer.has_value();
}

Docket::Docket(const CaseFile& file, const QuestionFile& question, const Sides& sides,
               const Citations& citations, Answers& answers) {
  entries_.reserve(question.claims.size());
  for (const auto& claim : question.claims) Take(file, question, sides, claim.record, answers);
  std::sort(entries_.begin(), entries_.end(), SaidBefore);
  std::unordered_map<std::string, Entry*> by_name;
  for (Entry& entry : entries_) by_name[entry.claim->name] = &entry;
  NumberSides();
  FindPlainOrder();
  if (file.source_withdrawals.empty()) {
    const Carriage carriage(entries_, citations, sides);
    for (Entry& entry : entries_) entry.stands_alone = carriage.StandsAlone(entry);
  }
  if (!file.source_withdrawals.empty()) first_withdrawal_ = kUndatedMoment;
  for (const auto& withdrawal : question.withdrawals) {
    const auto ended = by_name.find(withdrawal.record.target);
    if (ended == by_name.end()) continue;
    const Moment from = CountsFrom(withdrawal, file.sources);
    ended->second->endings.emplace_back(from, withdrawal.record.kind);
    if (withdrawal.record.kind != WithdrawalKind::kVoided)
      first_withdrawal_ = std::min(first_withdrawal_, from);
  }
}

void Docket::NumberSides() {
  std::map<std::string_view, size_t> sides;
  for (const Entry& entry : entries_) sides.emplace(entry.side, 0);
  size_t next = 0;
  for (auto& [side, number] : sides) number = next++;
  for (Entry& entry : entries_) entry.side_number = sides.at(entry.side);
}

void Docket::FindPlainOrder() {
  struct Words {
    size_t first = 0;
    bool several = false;  // statements
    bool pooled = false;   // some statement is of several claims
  };
  std::vector<int> claims(statements_.size(), 0);
  for (const Entry& entry : entries_) ++claims[entry.statement];
  std::unordered_map<std::string_view, Words> parties;
  for (const Entry& entry : entries_) {
    Words& words = parties.try_emplace(entry.claim->party, Words{entry.statement}).first->second;
    words.several = words.several || entry.statement != words.first;
    words.pooled = words.pooled || claims[entry.statement] > 1;
  }
  for (Entry& entry : entries_) {
    const Words& words = parties.at(entry.claim->party);
    entry.in_plain_order = !words.several || !words.pooled;
  }
}

void Docket::Take(const CaseFile& file, const QuestionFile& question, const Sides& sides,
                  const model::Claim& claim, Answers& answers) {
  const std::optional<model::Edtf> said =
      claim.said_time ? claim.said_time : FirstPublication(claim.appearances, file.sources);
  Entry entry{.claim = &claim,
              .said = LastMomentOf(said),
              .said_text = said ? said->text() : "",
              .valid = ValidTime(claim, question.question, said),
              .answer = AnswerOf(claim, answers),
              .seen = SeenIn(claim, file.sources)};
  entry.side = sides.RootAt(claim.party, entry.said);
  entry.speaks_for_respondent = sides.SpeaksForAny(question.question.respondents, claim.party, entry.said);
  for (const model::Appearance& appearance : claim.appearances) entry.interpreted |= appearance.interpreted;
  const std::string value = entry.answer  ? answers[*entry.answer].key
                            : claim.value ? std::string("unknown")
                                          : claim.text;
  // "Less than 5" and a denied "at least 5" leave the same open, as do none and 0, and yet are two
  // statements.
  const bool none = claim.value && std::holds_alternative<model::None>(*claim.value);
  const char* denies = claim.polarity == model::Polarity::kDenies ? "denies " : "";
  const StatementKey key{claim.party,
                         absl::StrCat(denies, none ? "none " : "", value),
                         entry.valid ? Words(*entry.valid) : "",
                         entry.side,
                         static_cast<int>(claim.certainty),
                         static_cast<int>(claim.speech_act)};
  entry.statement = statements_.try_emplace(key, statements_.size()).first->second;
  entries_.push_back(std::move(entry));
}

Entry Docket::EntryOf(const model::Claim& claim, const model::Question& question, Answers& answers) {
  return {.claim = &claim,
          .said = LastMomentOf(claim.said_time),
          .side_number = static_cast<size_t>(-1),
          .valid = ValidTime(claim, question, claim.said_time),
          .answer = AnswerOf(claim, answers)};
}

}  // namespace gainsay::engine
