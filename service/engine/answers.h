#ifndef GAINSAY_SERVICE_ENGINE_ANSWERS_H_
#define GAINSAY_SERVICE_ENGINE_ANSWERS_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "service/engine/lines.h"
#include "service/engine/relate.h"

namespace gainsay::engine {

// The different sets that the claims of one question leave open, by number, and how they relate. Most sets
// are stretches of a line: amounts of one dimension, periods, and sets that have nothing to do with each
// other, such as entities without a hierarchy. These are related by the order of their ends alone, which are
// ranked once; any other two by the comparator. Refers to the domain and the comparator. Once ranked
// thread-safe: what the comparator told is remembered, and telling it twice does no harm.
class Answers {
 public:
  static constexpr uint32_t kNone = static_cast<uint32_t>(-1);

  Answers(const Domain& domain, const Comparator& comparator);
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;

  // Takes in a set and returns its number: equal sets have the same.
  uint32_t Add(Possibilities set);
  // Ranks what was added. Nothing is added after that, and nothing related before.
  void Rank();

  const Domain& domain() const { return domain_; }
  size_t size() const { return sets_.size(); }
  const Possibilities& operator[](uint32_t answer) const { return sets_[answer]; }
  // The number of the set of that key; kNone if it is not among these.
  uint32_t Find(const std::string& key) const;
  const Place& place(uint32_t answer) const { return places_[answer]; }
  // Where a set that is not among these lies to those that are: not to another such.
  Place PlaceOf(const Possibilities& set) const;

  // How the set numbered `a` relates to that numbered `b`.
  SetRelation RelationOf(uint32_t a, uint32_t b) const {
    if (const auto relation = RelateByPlace(places_[a], places_[b])) return *relation;
    return Told(a, b).relation;
  }
  // Whether only a model's word makes the relation what it is.
  bool IsModelJudged(uint32_t a, uint32_t b) const {
    return may_be_model_judged_ && !RelateByPlace(places_[a], places_[b]) && Told(a, b).model_judged;
  }
  // The same, of places, where those tell.
  std::optional<SetRelation> RelateByPlace(const Place& a, const Place& b) const {
    if (a.line != b.line || a.line == kNoLine) return std::nullopt;
    if (!by_magnitude_ || a.line == kPoints || a.line == kTexts) return OnLine(a, b);
    return RoughlyRelate(a, b);
  }
  // The same, of sets, from the comparator, with the reason where there is none.
  Related Compare(const Possibilities& a, const Possibilities& b) const { return comparator_.Relate(a, b); }

  // The line that a set is a stretch of; kNoLine for one that is none, or where how far apart two may lie
  // depends on both.
  int LineOf(const Place& place) const { return by_magnitude_ ? kNoLine : place.line; }
  int LineOf(uint32_t answer) const { return LineOf(places_[answer]); }
  // What two sets are that lie apart on a line: DISJOINT, or of many answers OVERLAPS, or of texts UNDECIDED.
  SetRelation ApartOn(int line) const { return line == kTexts ? texts_apart_ : apart_; }
  // A set's ends on its line: whether it lies after or before another's, or within it, is whether these do.
  int64_t low(uint32_t answer) const { return places_[answer].low; }
  int64_t high(uint32_t answer) const { return places_[answer].high; }

  // Whether some model's word may relate two of the sets.
  bool may_be_model_judged() const { return may_be_model_judged_; }

 private:
  struct Pair {
    SetRelation relation = SetRelation::kUndecided;
    bool model_judged = false;
  };

  int LineFor(const Possibilities& set) const;
  Place PlaceOn(int line, const Possibilities& set, uint32_t answer) const;
  void RankLine(int line, const std::vector<uint32_t>& stretches);
  SetRelation OnLine(const Place& a, const Place& b) const {
    const bool a_in_b = a.low >= b.wide_low && a.high <= b.wide_high;
    const bool b_in_a = b.low >= a.wide_low && b.high <= a.wide_high;
    if (a_in_b) return b_in_a ? SetRelation::kEqual : SetRelation::kRefines;
    if (b_in_a) return SetRelation::kGeneralizes;
    const bool apart = a.high < b.wide_low || a.low > b.wide_high;
    return apart ? ApartOn(a.line) : SetRelation::kOverlaps;
  }
  std::optional<SetRelation> RoughlyRelate(const Place& a, const Place& b) const;
  Pair Told(uint32_t a, uint32_t b) const;

  const Domain& domain_;
  const Comparator& comparator_;
  SetRelation apart_ = SetRelation::kDisjoint;
  SetRelation texts_apart_ = SetRelation::kUndecided;
  double absolute_ = 0;  // by_magnitude_ only: the tolerance, and what share of the magnitude it is
  double relative_ = 0;
  model::Rational tolerance_ = 0;  // otherwise
  bool widens_ = false;
  bool by_magnitude_ = false;  // the tolerance is a share of the larger magnitude
  bool may_be_model_judged_ = false;
  std::vector<Possibilities> sets_;
  absl::flat_hash_map<std::string, uint32_t> by_key_;
  absl::flat_hash_map<std::string, int> dimensions_;  // of lines of amounts
  absl::flat_hash_map<int, Ranking> rankings_;        // by line
  std::vector<Place> places_;
  // By pair, what the comparator told, if anything yet.
  mutable std::unique_ptr<std::atomic<uint8_t>[]> told_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_ANSWERS_H_
