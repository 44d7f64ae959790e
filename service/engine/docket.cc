#include "service/engine/docket.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

using model::WithdrawalKind;

// What one statement of a party is told from another by.
struct StatementKey {
  uint32_t party = 0;
  uint32_t side = 0;
  uint32_t value = 0;
  int manner = 0;  // certainty and speech act
  std::optional<model::TimeSpan> valid;

  friend bool operator==(const StatementKey&, const StatementKey&) = default;
  template <class H>
  friend H AbslHashValue(H h, const StatementKey& key) {
    const model::TimeSpan valid = key.valid.value_or(model::TimeSpan());
    return H::combine(std::move(h), key.party, key.side, key.value, key.manner, valid.begin, valid.end);
  }
};

std::optional<model::TimeSpan> ValidTime(const model::Claim& claim, const model::Question& question,
                                         const model::Edtf* said) {
  if (claim.valid_time) return claim.valid_time->span();
  if (question.evolution != model::Evolution::kVolatile || said == nullptr) return std::nullopt;
  return said->span();
}

// Of what leaves the same open, "less than 5" and a denied "at least 5" are two statements, and so are none
// and 0.
uint32_t ValueOf(const model::Claim& claim, const Wordings::Wording& wording) {
  const bool none = claim.value && std::holds_alternative<model::None>(*claim.value);
  const bool denies = claim.polarity == model::Polarity::kDenies;
  const bool without_set = wording.answer == Answers::kNone;
  const uint32_t number = without_set ? wording.number : wording.answer;
  return number << 3 | (without_set ? 4U : 0U) | (denies ? 2U : 0U) | (none ? 1U : 0U);
}

}  // namespace

void Entry::KeepBestOfEach(std::vector<Seen>& seen) {
  if (seen.size() < 2) return;
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return std::tie(a.published, a.source, a.appearance->access) <
           std::tie(b.published, b.source, b.appearance->access);
  });
  const auto last = std::unique(seen.begin(), seen.end(),
                                [](const Seen& a, const Seen& b) { return a.source == b.source; });
  seen.erase(last, seen.end());
}

void Entry::NoteRelays(std::vector<Seen>& seen, const Citations& citations) {
  if (seen.size() < 2) return;
  absl::InlinedVector<uint32_t, 4> sources;
  bool any_cites = false;
  for (const Seen& each : seen) {
    if (!each.on_file) continue;
    sources.push_back(each.source);
    any_cites = any_cites || !citations.cites(each.source).empty();
  }
  if (sources.size() < 2 || !any_cites) return;
  const std::vector<bool> leads = citations.LeadToEachOther(sources);
  size_t next = 0;
  for (Seen& each : seen) {
    if (!each.on_file) continue;
    each.passes_on = leads[next++] && each.appearance->access != model::Access::kFirstHand;
  }
}

std::optional<WithdrawalKind> Entry::EndingBy(Moment said_until) const {
  std::optional<WithdrawalKind> ending;
  for (const auto& [from, kind] : endings) {
    if (kind == WithdrawalKind::kVoided) return kind;
    if (from <= said_until && (!ending || kind < *ending)) ending = kind;
  }
  return ending;
}

Docket::Docket(const CaseFile& file, const QuestionFile& question, const Roster& roster,
               const Citations& citations, Answers& answers)
    : roster_(roster) {
  for (const std::string& respondent : question.question.respondents) {
    respondents_.push_back(roster.entities().Find(respondent));
  }
  entries_.reserve(question.claims.size());
  values_.reserve(question.claims.size());
  for (const Dated& dated : InOrder(file, question, answers)) Take(dated, question.question);
  NoteDocuments(citations);
  PoolStatements();
  if (file.source_withdrawals.empty()) {
    carriage_.emplace(entries_, citations, roster);
    for (Entry& entry : entries_) entry.stands_alone = carriage_->StandsAlone(entry);
  } else {
    first_withdrawal_ = kUndatedMoment;
  }
  if (!question.withdrawals.empty()) NoteWithdrawals(file, question);
}

std::vector<Docket::Dated> Docket::InOrder(const CaseFile& file, const QuestionFile& question,
                                           Answers& answers) {
  std::vector<Dated> claims;
  claims.reserve(question.claims.size());
  for (const auto& claim : question.claims) {
    const model::Edtf* time = claim.record.said_time
                                  ? &*claim.record.said_time
                                  : FirstPublication(claim.record.appearances, file.sources);
    claims.push_back({LastMomentOf(time), time, &claim, &wordings_.Of(claim.record, answers)});
  }
  std::sort(claims.begin(), claims.end(), [](const Dated& a, const Dated& b) {
    return a.said != b.said ? a.said < b.said : a.claim->record.name < b.claim->record.name;
  });
  return claims;
}

void Docket::Take(const Dated& dated, const model::Question& question) {
  const model::Claim& claim = dated.claim->record;
  const Wordings::Wording& wording = *dated.wording;
  Entry& entry = entries_.emplace_back(Entry{.claim = &claim,
                                             .record = dated.claim,
                                             .said = dated.said,
                                             .stated = &wording.stated,
                                             .answer = wording.answer,
                                             .valid = ValidTime(claim, question, dated.time)});
  if (dated.time != nullptr) entry.said_text = dated.time->text();
  values_.push_back(ValueOf(claim, wording));
  entry.party = roster_.entities().Find(claim.party);
  entry.side = roster_.RootAt(entry.party, entry.said);
  entry.anonymous = roster_.KindOf(entry.party) == model::EntityKind::kAnonymous ||
                    roster_.KindOf(entry.side) == model::EntityKind::kAnonymous;
  if (respondents_.empty()) return;
  const uint32_t speaks_for = roster_.SpokenForAt(entry.party, entry.said);
  entry.speaks_for_respondent = std::any_of(
      respondents_.begin(), respondents_.end(),
      [&](uint32_t respondent) { return roster_.SpokenForAt(respondent, entry.said) == speaks_for; });
}

// Two passes: the spans point into one list, which must not grow any more.
void Docket::NoteDocuments(const Citations& citations) {
  std::vector<size_t> first;
  first.reserve(entries_.size() + 1);
  std::vector<Entry::Seen> seen;
  for (Entry& entry : entries_) {
    first.push_back(seen_.size());
    seen.clear();
    for (const model::Appearance& appearance : entry.claim->appearances) {
      entry.interpreted |= appearance.interpreted;
      const uint32_t source = roster_.sources().Find(appearance.source);
      const model::Source* record = roster_.source(source);
      const Moment published = record == nullptr ? kUndatedMoment : LastMomentOf(record->publish_time);
      seen.push_back({published, source, record != nullptr, false, &appearance});
    }
    Entry::KeepBestOfEach(seen);
    Entry::NoteRelays(seen, citations);
    seen_.insert(seen_.end(), seen.begin(), seen.end());
  }
  first.push_back(seen_.size());
  for (size_t i = 0; i < entries_.size(); ++i) {
    entries_[i].seen = {seen_.data() + first[i], first[i + 1] - first[i]};
  }
}

void Docket::PoolStatements() {
  std::vector<uint32_t> of_party(roster_.entities().size(), 0);
  for (const Entry& entry : entries_) {
    if (++of_party[entry.party] > 1) spoke_again_.push_back(entry.said);
  }
  std::vector<uint32_t> claims;  // by statement
  absl::flat_hash_map<StatementKey, uint32_t> known;
  for (size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    const auto next = static_cast<uint32_t>(claims.size());
    entry.statement = next;
    entry.spoke_again = of_party[entry.party] > 1;
    if (entry.spoke_again) {
      const int manner =
          static_cast<int>(entry.claim->certainty) << 8 | static_cast<int>(entry.claim->speech_act);
      const StatementKey key{entry.party, entry.side, values_[i], manner, entry.valid};
      entry.statement = known.try_emplace(key, next).first->second;
    }
    if (entry.statement == next) claims.push_back(0);
    ++claims[entry.statement];
  }
  statements_ = claims.size();
  if (any_spoke_again()) FindPlainOrder(claims);
}

// `claims` is how many each statement is made by.
void Docket::FindPlainOrder(const std::vector<uint32_t>& claims) {
  struct Words {
    const Entry* first = nullptr;
    bool several = false;  // statements
    bool pooled = false;   // some statement is of several claims
  };
  std::vector<Words> by_party(roster_.entities().size());
  for (const Entry& entry : entries_) {
    Words& words = by_party[entry.party];
    if (words.first == nullptr) words.first = &entry;
    words.several = words.several || entry.statement != words.first->statement;
    words.pooled = words.pooled || claims[entry.statement] > 1;
  }
  for (Entry& entry : entries_) {
    const Words& words = by_party[entry.party];
    entry.in_plain_order = !words.several || !words.pooled;
  }
}

void Docket::NoteWithdrawals(const CaseFile& file, const QuestionFile& question) {
  absl::flat_hash_map<std::string_view, Entry*> by_name;
  for (Entry& entry : entries_) by_name[entry.claim->name] = &entry;
  for (const auto& withdrawal : question.withdrawals) {
    const auto ended = by_name.find(withdrawal.record.target);
    if (ended == by_name.end()) continue;
    const Moment from = CountsFrom(withdrawal, file.sources);
    ended->second->endings.emplace_back(from, withdrawal.record.kind);
    if (withdrawal.record.kind != WithdrawalKind::kVoided)
      first_withdrawal_ = std::min(first_withdrawal_.value_or(from), from);
  }
}

Moment Docket::LastSpokeAgainBy(Moment said_until) const {
  const auto after = std::upper_bound(spoke_again_.begin(), spoke_again_.end(), said_until);
  return after == spoke_again_.begin() ? kUndatedMoment : *(after - 1);
}

Entry Docket::EntryOf(const model::Claim& claim, const model::Question& question) {
  const model::Edtf* said = claim.said_time ? &*claim.said_time : nullptr;
  return {.claim = &claim,
          .said = LastMomentOf(said),
          .party = Roster::kNone,
          .side = Roster::kNone,
          .valid = ValidTime(claim, question, said)};
}

}  // namespace gainsay::engine
