#include "service/engine/reading.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "service/engine/evolution.h"
#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

using model::Claim;
using model::SpeechAct;
using model::WithdrawalKind;

constexpr size_t kNone = static_cast<size_t>(-1);

// Claims that are one statement, all ended alike, by said time, then name.
struct Bucket {
  std::optional<WithdrawalKind> ending;
  absl::InlinedVector<const Entry*, 1> entries;
  size_t next = kNone;  // of the same statement, ended otherwise
};

class Reader {
 public:
  Reader(const Record& record, const Cut& cut, const std::vector<std::string>& parties, ReadingDepth depth)
      : record_(record),
        cut_(cut),
        everyone_(parties.empty()),
        full_(depth == ReadingDepth::kFull),
        pulled_(EndingsBy(cut.said_until, record.file.source_withdrawals, record.file.sources)) {
    for (const std::string& party : parties) {
      // Of whom nothing on file speaks there is nothing to compare.
      const uint32_t number = record.roster.entities().Find(party);
      if (number != Roster::kNone) parties_.push_back(number);
    }
  }

  Reading Read() {
    formed_.reserve(record_.docket.entries().size());
    if (full_) reading_.utterances.reserve(record_.docket.entries().size());
    for (const Bucket& bucket : Buckets()) MakeStatement(bucket);
    if (!pulled_.empty()) std::sort(formed_.begin(), formed_.end(), SaidBefore);
    if (record_.docket.any_spoke_again()) {
      successions_ = Successions(formed_);
      if (full_) reading_.changes = ChangesOf(successions_, formed_, record_.question, record_.answers);
    }
    KeepLatest();
    std::sort(reading_.withdrawn.begin(), reading_.withdrawn.end(), SaidBefore);
    if (full_) SortOthers();
    return std::move(reading_);
  }

 private:
  // What had been said by then and was not entered in error, by statement and how it ended. A claim that was
  // withdrawn is no longer one with those that were not.
  std::vector<Bucket> Buckets() const {
    std::vector<Bucket> buckets;
    buckets.reserve(record_.docket.entries().size());
    std::vector<size_t> first(record_.docket.statements(), kNone);
    for (const Entry& entry : record_.docket.entries()) {
      if (entry.said > cut_.said_until) break;
      const std::optional<WithdrawalKind> ending = entry.EndingBy(cut_.said_until);
      if (ending == WithdrawalKind::kVoided) continue;
      BucketOf(ending, first[entry.statement], buckets).entries.push_back(&entry);
    }
    return buckets;
  }

  // The bucket of an entry among those of its statement, of which `first` is the first; a new one if need be.
  static Bucket& BucketOf(const std::optional<WithdrawalKind>& ending, size_t& first,
                          std::vector<Bucket>& buckets) {
    size_t last = kNone;
    for (size_t at = first; at != kNone; at = buckets[at].next) {
      if (buckets[at].ending == ending) return buckets[at];
      last = at;
    }
    (last == kNone ? first : buckets[last].next) = buckets.size();
    return buckets.emplace_back(Bucket{.ending = ending, .entries = {}});
  }

  // Whether a statement is to be compared. Who else has spoken is read as well, so that no respondent is
  // taken to be silent for not being compared.
  bool IsCompared(const Statement& statement) const {
    return everyone_ || std::any_of(parties_.begin(), parties_.end(), [&](uint32_t party) {
             return party == statement.party() ||
                    record_.roster.RootAt(party, statement.said()) == statement.side();
           });
  }

  // Lists a statement of another time than the one asked for; returns whether it is.
  bool IsOfOtherTime(const Statement& statement) {
    if (!cut_.valid_at || TimesOverlap(statement.valid(), cut_.valid_at)) return false;
    List(statement, OtherReason::kOtherTime);
    return true;
  }

  void MakeStatement(const Bucket& bucket) {
    if (pulled_.empty()) return Place(StatementOf(bucket.entries, nullptr), bucket);
    std::vector<const model::Appearance*> appearances;
    for (const Entry* entry : bucket.entries) {
      for (const model::Appearance& appearance : entry->claim->appearances)
        appearances.push_back(&appearance);
    }
    const auto standing = StandingSources(appearances, pulled_, record_.file.sources);
    Bucket live{.ending = bucket.ending, .entries = {}};
    for (const Entry* entry : bucket.entries) {
      const auto& own = entry->claim->appearances;
      const bool stands = own.empty() || std::any_of(own.begin(), own.end(), [&](const auto& appearance) {
                            return standing.contains(appearance.source);
                          });
      if (stands) {
        live.entries.push_back(entry);
      } else if (!OnlyVoided(own)) {
        LoseSources(entry);
      }
    }
    if (!live.entries.empty()) Place(StatementOf(live.entries, &standing), live);
  }

  // Whether every source that a claim was seen in was entered in error.
  bool OnlyVoided(const std::vector<model::Appearance>& appearances) const {
    return std::all_of(appearances.begin(), appearances.end(), [this](const auto& appearance) {
      const auto ending = pulled_.find(appearance.source);
      return ending != pulled_.end() && ending->second == WithdrawalKind::kVoided;
    });
  }

  // `standing` is null if every source stands.
  Statement StatementOf(const absl::InlinedVector<const Entry*, 1>& entries,
                        const std::unordered_set<std::string>* standing) {
    Statement statement{.entry = entries.front(), .entries = entries};
    if (standing == nullptr && entries.size() == 1) {
      statement.seen = statement.entry->seen;
      statement.interpreted = statement.entry->interpreted;
      statement.stands_alone = statement.entry->stands_alone;
      return statement;
    }
    const auto stands = [standing](const model::Appearance& appearance) {
      return standing == nullptr || standing->contains(appearance.source);
    };
    std::vector<Entry::Seen>& seen = reading_.seen.emplace_back();
    const bool anywhere =
        std::any_of(entries.begin(), entries.end(), [](const Entry* entry) { return !entry->seen.empty(); });
    for (const Entry* entry : entries) {
      statement.stands_alone |= entry->stands_alone && (!anywhere || !entry->seen.empty());
      for (const Entry::Seen& each : entry->seen) {
        if (stands(*each.appearance)) seen.push_back(each);
      }
      if (!entry->interpreted) continue;
      const auto& own = entry->claim->appearances;
      statement.interpreted |= std::any_of(own.begin(), own.end(), [&](const model::Appearance& appearance) {
        return appearance.interpreted && stands(appearance);
      });
    }
    if (entries.size() > 1) Entry::KeepBestOfEach(seen);
    for (Entry::Seen& each : seen) each.passes_on = false;
    Entry::NoteRelays(seen, record_.citations);
    statement.seen = seen;
    return statement;
  }

  void Place(Statement statement, const Bucket& bucket) {
    const Claim& claim = statement.first();
    if (full_ && !bucket.ending) {
      reading_.utterances.insert(reading_.utterances.end(), bucket.entries.begin(), bucket.entries.end());
    }
    if (!IsCompared(statement) || IsOfOtherTime(statement)) return;
    if (bucket.ending) {
      if (bucket.ending == WithdrawalKind::kDisowned) reading_.misattribution_claimed = true;
      ended_.push_back(std::move(statement));
    } else if (statement.entry->FormsPositions()) {
      formed_.push_back(std::move(statement));
    } else if (claim.speech_act != SpeechAct::kAssertion) {
      List(statement, OtherReason::kSpeechAct);
    } else {
      List(statement, claim.certainty == model::Certainty::kUncommitted ? OtherReason::kUncommitted
                                                                        : OtherReason::kUnknownValue);
    }
  }

  // A claim none of whose documents stands any more.
  void LoseSources(const Entry* entry) {
    const std::unordered_set<std::string> none;
    Statement statement = StatementOf({entry}, &none);
    if (!IsCompared(statement) || IsOfOtherTime(statement)) return;
    List(statement, OtherReason::kWithdrawn);
    if (entry->FormsPositions()) reading_.withdrawn.push_back(std::move(statement));
  }

  std::vector<Succession> Successions(const std::vector<Statement>& statements) const {
    return SuccessionsOf(statements, HasManyAnswers(record_.question), record_.answers);
  }

  // Tells each party's latest statements from those they replaced. What a party withdrew still replaces
  // what it had said before.
  void KeepLatest() {
    std::vector<Statement> said = std::move(formed_);
    const size_t live = said.size();
    for (Statement& ended : ended_) {
      List(ended, OtherReason::kWithdrawn);
      if (ended.entry->FormsPositions()) said.push_back(std::move(ended));
    }
    // What was withdrawn replaces too.
    if (said.size() > live && record_.docket.any_spoke_again()) successions_ = Successions(said);
    if (said.size() == live && successions_.empty()) {
      reading_.statements = std::move(said);
      return;
    }
    const std::vector<bool> replaced = Replaced(successions_, said, record_.question, record_.answers);
    reading_.statements.reserve(live);
    for (size_t i = 0; i < said.size(); ++i) {
      if (i >= live) {
        reading_.withdrawn.push_back(std::move(said[i]));
      } else if (replaced[i]) {
        reading_.replaced = true;
        List(said[i], OtherReason::kEarlier);
      } else {
        reading_.statements.push_back(std::move(said[i]));
      }
    }
  }

  void List(const Statement& statement, OtherReason reason) {
    if (!full_) return;
    for (const Entry* claim : statement.entries) reading_.others.push_back({claim, statement.entry, reason});
  }

  void SortOthers() {
    std::sort(reading_.others.begin(), reading_.others.end(), [](const auto& a, const auto& b) {
      return std::tie(a.statement->said, a.claim->claim->name) <
             std::tie(b.statement->said, b.claim->claim->name);
    });
    std::sort(reading_.utterances.begin(), reading_.utterances.end(), [](const Entry* a, const Entry* b) {
      return std::tie(a->said, a->claim->name) < std::tie(b->said, b->claim->name);
    });
  }

  const Record& record_;
  const Cut& cut_;
  const bool everyone_;
  std::vector<uint32_t> parties_;
  const bool full_;
  const Endings pulled_;
  std::vector<Statement> formed_;
  std::vector<Statement> ended_;
  std::vector<Succession> successions_;
  Reading reading_;
};

}  // namespace

Cut CutOf(const ReadTimes& times) {
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  return cut;
}

Reading Read(const Record& record, const Cut& cut, const std::vector<std::string>& parties,
             ReadingDepth depth) {
  return Reader(record, cut, parties, depth).Read();
}

}  // namespace gainsay::engine
