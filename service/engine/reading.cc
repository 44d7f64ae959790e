#include "service/engine/reading.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
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
  Reader(const CaseFile& file, const model::Question& question, const Docket& docket, const Answers& answers,
         const Sides& sides, const Cut& cut, const std::vector<std::string>& parties, ReadingDepth depth)
      : file_(file),
        question_(question),
        docket_(docket),
        answers_(answers),
        sides_(sides),
        cut_(cut),
        parties_(parties),
        full_(depth == ReadingDepth::kFull),
        pulled_(EndingsBy(cut.said_until, file.source_withdrawals, file.sources)) {}

  Reading Read() {
    for (const Bucket& bucket : Buckets()) MakeStatement(bucket);
    if (!pulled_.empty()) std::sort(formed_.begin(), formed_.end(), SaidBefore);
    if (full_) reading_.changes = ChangesOf(formed_, question_, answers_);
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
    buckets.reserve(docket_.entries().size());
    std::vector<size_t> first(docket_.statements(), kNone);
    for (const Entry& entry : docket_.entries()) {
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
    return parties_.empty() || std::any_of(parties_.begin(), parties_.end(), [&](const std::string& party) {
             return party == statement.party() || sides_.RootAt(party, statement.said()) == statement.side();
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
    const auto standing = StandingSources(appearances, pulled_, file_.sources);
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
  static Statement StatementOf(const absl::InlinedVector<const Entry*, 1>& entries,
                               const std::unordered_set<std::string>* standing) {
    Statement statement{.entry = entries.front()};
    const auto stands = [standing](const model::Appearance& appearance) {
      return standing == nullptr || standing->contains(appearance.source);
    };
    std::vector<Entry::Seen> seen;
    const bool anywhere =
        std::any_of(entries.begin(), entries.end(), [](const Entry* entry) { return !entry->seen.empty(); });
    for (const Entry* entry : entries) {
      statement.claims.push_back(entry->claim);
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
    if (entries.size() > 1) seen = Entry::BestOfEach(std::move(seen));
    for (const Entry::Seen& each : seen) {
      statement.appearances.push_back(each.appearance);
      if (statement.published == kUndatedMoment) statement.published = each.published;
    }
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

  // Tells each party's latest statements from those they replaced. What a party withdrew still replaces
  // what it had said before.
  void KeepLatest() {
    std::vector<Statement> said = std::move(formed_);
    const size_t live = said.size();
    for (Statement& ended : ended_) {
      List(ended, OtherReason::kWithdrawn);
      if (ended.entry->FormsPositions()) said.push_back(std::move(ended));
    }
    const std::vector<bool> replaced = Replaced(said, question_, answers_);
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
    for (const Claim* claim : statement.claims) {
      reading_.others.push_back({.claim = claim->name,
                                 .reason = reason,
                                 .party = claim->party,
                                 .side = statement.side(),
                                 .speech_act = claim->speech_act,
                                 .stated = {claim->value, claim->polarity},
                                 .said_time = statement.entry->said_text,
                                 .text = claim->text});
      order_[claim->name] = statement.said();
    }
  }

  void SortOthers() {
    std::sort(
        reading_.others.begin(), reading_.others.end(), [this](const OtherClaim& a, const OtherClaim& b) {
          return std::make_pair(order_.at(a.claim), a.claim) < std::make_pair(order_.at(b.claim), b.claim);
        });
    std::sort(reading_.utterances.begin(), reading_.utterances.end(), [](const Entry* a, const Entry* b) {
      return std::tie(a->said, a->claim->name) < std::tie(b->said, b->claim->name);
    });
  }

  const CaseFile& file_;
  const model::Question& question_;
  const Docket& docket_;
  const Answers& answers_;
  const Sides& sides_;
  const Cut& cut_;
  const std::vector<std::string>& parties_;
  const bool full_;
  const Endings pulled_;
  std::vector<Statement> formed_;
  std::vector<Statement> ended_;
  std::unordered_map<std::string, Moment> order_;
  Reading reading_;
};

}  // namespace

Cut CutOf(const ReadTimes& times) {
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  return cut;
}

Reading Read(const CaseFile& file, const model::Question& question, const Docket& docket,
             const Answers& answers, const Sides& sides, const Cut& cut,
             const std::vector<std::string>& parties, ReadingDepth depth) {
  return Reader(file, question, docket, answers, sides, cut, parties, depth).Read();
}

}  // namespace gainsay::engine
