#include "service/engine/reading.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "absl/strings/str_cat.h"
#include "service/engine/evolution.h"
#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

using model::Certainty;
using model::Claim;
using model::SpeechAct;
using model::WithdrawalKind;

// A claim with what the reading needs to know of it.
struct Candidate {
  const Claim* claim;
  Moment said = kUndatedMoment;
  std::string said_text;
  std::string side;
  std::optional<model::TimeSpan> valid;
  std::optional<WithdrawalKind> ending;
};

class Reader {
 public:
  Reader(const CaseFile& file, const QuestionFile& question, const Domain& domain,
         const Comparator& comparator, const Sides& sides, const Cut& cut,
         const std::vector<std::string>& parties)
      : file_(file),
        question_(question),
        domain_(domain),
        comparator_(comparator),
        sides_(sides),
        cut_(cut),
        parties_(parties),
        endings_(EndingsBy(cut.said_until, question.withdrawals, file.sources)),
        pulled_(EndingsBy(cut.said_until, file.source_withdrawals, file.sources)) {}

  Reading Read() {
    for (const auto& claim : question_.claims) {
      const std::optional<Candidate> candidate = Consider(claim.record);
      if (candidate) Sort(*candidate);
    }
    for (auto& [key, candidates] : groups_) MakeStatements(candidates);
    std::sort(formed_.begin(), formed_.end(), SaidBefore);
    reading_.changes = ChangesOf(formed_, question_.question, comparator_);
    KeepLatest();
    std::sort(reading_.withdrawn.begin(), reading_.withdrawn.end(), SaidBefore);
    SortOthers();
    return std::move(reading_);
  }

 private:
  // Nothing if the claim had not been said by then, or was entered in error.
  std::optional<Candidate> Consider(const Claim& claim) {
    Candidate candidate{.claim = &claim};
    const auto ending = endings_.find(claim.name);
    if (ending != endings_.end()) candidate.ending = ending->second;
    if (candidate.ending == WithdrawalKind::kVoided) return std::nullopt;
    const std::optional<model::Edtf> said =
        claim.said_time ? claim.said_time : FirstPublication(claim.appearances, file_.sources);
    candidate.said = LastMomentOf(said);
    if (said) candidate.said_text = said->text();
    if (candidate.said > cut_.said_until) return std::nullopt;
    candidate.side = sides_.RootAt(claim.party, candidate.said);
    candidate.valid = ValidTime(claim, said);
    return candidate;
  }

  std::optional<model::TimeSpan> ValidTime(const Claim& claim, const std::optional<model::Edtf>& said) const {
    if (claim.valid_time) return claim.valid_time->span();
    if (question_.question.evolution != model::Evolution::kVolatile || !said) return std::nullopt;
    return said->span();
  }

  // Whether a statement is to be compared. Who else has spoken is read as well, so that no respondent is
  // taken to be silent for not being compared.
  bool IsCompared(const Statement& statement) const {
    return parties_.empty() || std::any_of(parties_.begin(), parties_.end(), [&](const std::string& party) {
             return party == statement.party || sides_.RootAt(party, statement.said) == statement.side;
           });
  }

  // Lists a statement of another time than the one asked for; returns whether it is.
  bool IsOfOtherTime(const Statement& statement) {
    if (!cut_.valid_at || TimesOverlap(statement.valid, cut_.valid_at)) return false;
    List(statement, OtherReason::kOtherTime);
    return true;
  }

  // Puts the claim with those that may be one statement with it, whatever kind of claim it is: that its
  // sources stand is settled among them.
  void Sort(const Candidate& candidate) {
    const Claim& claim = *candidate.claim;
    std::string value = claim.text;
    if (claim.value) {
      const auto set = domain_.SetOf(*claim.value, claim.polarity);
      value = set ? set->key : "unknown";
    }
    const std::string valid = candidate.valid ? absl::StrCat(candidate.valid->begin.value_or(kUndatedMoment),
                                                             "/", candidate.valid->end.value_or(kOpenEnd),
                                                             candidate.valid->zoned ? "Z" : "")
                                              : "";
    // A claim that was withdrawn is no longer one with those that were not.
    const int ending = candidate.ending ? static_cast<int>(*candidate.ending) : 0;
    groups_[{claim.party, value, valid, candidate.side, static_cast<int>(claim.certainty),
             static_cast<int>(claim.speech_act), ending}]
        .push_back(candidate);
  }

  void MakeStatements(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.said, a.claim->name) < std::tie(b.said, b.claim->name);
    });
    std::vector<const model::Appearance*> appearances;
    for (const Candidate& candidate : candidates) {
      for (const model::Appearance& appearance : candidate.claim->appearances)
        appearances.push_back(&appearance);
    }
    const auto standing = StandingSources(appearances, pulled_, file_.sources);
    std::vector<Candidate> live;
    for (const Candidate& candidate : candidates) {
      const auto& own = candidate.claim->appearances;
      const bool stands = own.empty() || std::any_of(own.begin(), own.end(), [&](const auto& appearance) {
                            return standing.contains(appearance.source);
                          });
      if (stands) {
        live.push_back(candidate);
      } else if (!OnlyVoided(own)) {
        LoseSources(candidate);
      }
    }
    if (!live.empty()) Place(StatementOf(live, standing), live);
  }

  // Whether every source that a claim was seen in was entered in error.
  bool OnlyVoided(const std::vector<model::Appearance>& appearances) const {
    return std::all_of(appearances.begin(), appearances.end(), [this](const auto& appearance) {
      const auto ending = pulled_.find(appearance.source);
      return ending != pulled_.end() && ending->second == WithdrawalKind::kVoided;
    });
  }

  Statement StatementOf(const std::vector<Candidate>& claims,
                        const std::unordered_set<std::string>& standing) const {
    const Candidate& first = claims.front();
    Statement statement{.party = first.claim->party,
                        .side = first.side,
                        .said = first.said,
                        .said_text = first.said_text,
                        .set = {},
                        .valid = first.valid};
    if (first.claim->value) {
      const auto set = domain_.SetOf(*first.claim->value, first.claim->polarity);
      if (set) statement.set = *set;
    }
    std::map<std::tuple<Moment, std::string>, const model::Appearance*> by_source;
    for (const Candidate& candidate : claims) {
      statement.claims.push_back(candidate.claim);
      for (const model::Appearance& appearance : candidate.claim->appearances) {
        if (!standing.contains(appearance.source)) continue;
        statement.interpreted |= appearance.interpreted;
        const model::Appearance*& kept =
            by_source[{LastMomentOf(FirstPublication({appearance}, file_.sources)), appearance.source}];
        if (kept == nullptr || appearance.access < kept->access) kept = &appearance;
      }
    }
    for (const auto& [place, appearance] : by_source) {
      statement.appearances.push_back(appearance);
      const Moment published = std::get<0>(place);
      if (published != kUndatedMoment &&
          (statement.published == kUndatedMoment || published < statement.published)) {
        statement.published = published;
      }
    }
    return statement;
  }

  static bool FormsPositions(const Statement& statement) {
    const Claim& claim = statement.first();
    return claim.speech_act == SpeechAct::kAssertion && claim.certainty != Certainty::kUncommitted &&
           !statement.set.key.empty();
  }

  void Place(Statement statement, const std::vector<Candidate>& claims) {
    const Claim& claim = statement.first();
    const std::optional<WithdrawalKind> ending = claims.front().ending;
    if (!ending) {
      for (const Candidate& candidate : claims) {
        reading_.utterances.push_back({candidate.claim->name, candidate.claim->party, candidate.said});
      }
    }
    if (!IsCompared(statement) || IsOfOtherTime(statement)) return;
    if (ending) {
      if (*ending == WithdrawalKind::kDisowned) reading_.misattribution_claimed = true;
      ended_.push_back(std::move(statement));
    } else if (FormsPositions(statement)) {
      formed_.push_back(std::move(statement));
    } else if (claim.speech_act != SpeechAct::kAssertion) {
      List(statement, OtherReason::kSpeechAct);
    } else {
      List(statement, claim.certainty == Certainty::kUncommitted ? OtherReason::kUncommitted
                                                                 : OtherReason::kUnknownValue);
    }
  }

  // A claim none of whose documents stands any more.
  void LoseSources(const Candidate& candidate) {
    Statement statement = StatementOf({candidate}, {});
    if (!IsCompared(statement) || IsOfOtherTime(statement)) return;
    List(statement, OtherReason::kWithdrawn);
    if (FormsPositions(statement)) reading_.withdrawn.push_back(std::move(statement));
  }

  // Tells each party's latest statements from those they replaced. What a party withdrew still replaces
  // what it had said before.
  void KeepLatest() {
    std::vector<Statement> said = std::move(formed_);
    const size_t live = said.size();
    for (Statement& ended : ended_) {
      List(ended, OtherReason::kWithdrawn);
      if (FormsPositions(ended)) said.push_back(std::move(ended));
    }
    const std::vector<bool> replaced = Replaced(said, question_.question, comparator_);
    for (size_t i = 0; i < said.size(); ++i) {
      if (i >= live) {
        reading_.withdrawn.push_back(std::move(said[i]));
      } else if (replaced[i]) {
        List(said[i], OtherReason::kEarlier);
      } else {
        reading_.statements.push_back(std::move(said[i]));
      }
    }
  }

  void List(const Statement& statement, OtherReason reason) {
    for (const Claim* claim : statement.claims) {
      reading_.others.push_back({.claim = claim->name,
                                 .reason = reason,
                                 .party = claim->party,
                                 .side = statement.side,
                                 .speech_act = claim->speech_act,
                                 .stated = {claim->value, claim->polarity},
                                 .said_time = statement.said_text,
                                 .text = claim->text});
      order_[claim->name] = statement.said;
    }
  }

  void SortOthers() {
    std::sort(
        reading_.others.begin(), reading_.others.end(), [this](const OtherClaim& a, const OtherClaim& b) {
          return std::make_pair(order_.at(a.claim), a.claim) < std::make_pair(order_.at(b.claim), b.claim);
        });
    std::sort(reading_.utterances.begin(), reading_.utterances.end(),
              [](const Utterance& a, const Utterance& b) {
                return std::tie(a.said, a.claim) < std::tie(b.said, b.claim);
              });
  }

  using GroupKey = std::tuple<std::string, std::string, std::string, std::string, int, int, int>;

  const CaseFile& file_;
  const QuestionFile& question_;
  const Domain& domain_;
  const Comparator& comparator_;
  const Sides& sides_;
  const Cut& cut_;
  const std::vector<std::string>& parties_;
  const Endings endings_;
  const Endings pulled_;
  std::map<GroupKey, std::vector<Candidate>> groups_;
  std::vector<Statement> formed_;
  std::vector<Statement> ended_;
  std::unordered_map<std::string, Moment> order_;
  Reading reading_;
};

}  // namespace

Reading Read(const CaseFile& file, const QuestionFile& question, const Domain& domain,
             const Comparator& comparator, const Sides& sides, const Cut& cut,
             const std::vector<std::string>& parties) {
  return Reader(file, question, domain, comparator, sides, cut, parties).Read();
}

}  // namespace gainsay::engine
