#ifndef GAINSAY_SERVICE_ENGINE_ANSWERS_H_
#define GAINSAY_SERVICE_ENGINE_ANSWERS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "service/engine/relate.h"

namespace gainsay::engine {

// The different sets that the claims of one question leave open, by number, and how they relate. Most sets
// are stretches of a line: amounts of one dimension, periods, and sets that have nothing to do with each
// other, such as entities without a hierarchy. These are related by the order of their ends alone, which are
// ranked once; any other two by the comparator. Refers to the domain and the comparator. Not thread-safe: it
// remembers what the comparator told.
class Answers {
 public:
  Answers(const Domain& domain, const Comparator& comparator) : domain_(domain), comparator_(comparator) {}
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;

  // Takes in a set and returns its number: equal sets have the same.
  size_t Add(Possibilities set);
  // Ranks what was added. Nothing is added after that, and nothing related before.
  void Rank();

  const Domain& domain() const { return domain_; }
  const Possibilities& operator[](size_t answer) const { return sets_[answer]; }

  // How the set numbered `a` relates to that numbered `b`.
  Related Relate(size_t a, size_t b) const;
  // The same without the reason.
  SetRelation RelationOf(size_t a, size_t b) const {
    const Place& one = places_[a];
    const Place& other = places_[b];
    if (one.line == other.line && one.line != kNoLine) {
      if (!by_magnitude_ || one.line == kPoints || one.line == kTexts) return OnLine(one, other);
      if (const auto relation = RoughlyRelate(one, other)) return *relation;
    }
    return Relate(a, b).relation;
  }

  // The line that a set is a stretch of, and which of two such are apart; kNoLine for one that is none, or
  // where how far apart two may lie depends on both.
  static constexpr int kNoLine = -1;
  int LineOf(size_t answer) const { return by_magnitude_ ? kNoLine : places_[answer].line; }
  // What two sets are that lie apart on a line: DISJOINT, or of many answers OVERLAPS, or of texts UNDECIDED.
  SetRelation ApartOn(int line) const { return line == kTexts ? texts_apart_ : apart_; }
  // A set's ends on its line: whether it lies after or before another's, or within it, is whether these do.
  int64_t low(size_t answer) const { return places_[answer].low; }
  int64_t high(size_t answer) const { return places_[answer].high; }
  // The same, widened by the tolerance.
  int64_t wide_low(size_t answer) const { return places_[answer].wide_low; }
  int64_t wide_high(size_t answer) const { return places_[answer].wide_high; }

  // Whether a set is one exact amount, affirmed.
  bool IsExact(size_t answer) const { return places_[answer].exact; }
  // Whether both are stretches of a line, and no part of `a` is beyond any part of `b`.
  bool KeepsBelow(size_t a, size_t b) const;
  // Whether some model's word may relate two of the sets.
  bool may_be_model_judged() const { return may_be_model_judged_; }

 private:
  // Where a set lies. Ends are even for a closed one; an open one lies next to it, inwards.
  struct Place {
    int line = kNoLine;
    int64_t low = 0;
    int64_t high = 0;
    int64_t wide_low = 0;
    int64_t wide_high = 0;
    bool exact = false;
    double low_value = 0;
    double high_value = 0;
    double magnitude = 0;  // of the larger bounded end
  };
  // A stretch as it was given.
  struct Stretch {
    size_t answer = 0;
    Interval interval;
  };

  static constexpr int kZoneless = 0;
  static constexpr int kZoned = 1;
  static constexpr int kPoints = 2;
  static constexpr int kTexts = 3;
  static constexpr int kFirstDimension = 4;

  int LineFor(const Possibilities& set);
  void RankLine(const std::vector<Stretch>& stretches);
  SetRelation OnLine(const Place& a, const Place& b) const;
  std::optional<SetRelation> RoughlyRelate(const Place& a, const Place& b) const;

  const Domain& domain_;
  const Comparator& comparator_;
  SetRelation apart_ = SetRelation::kDisjoint;
  SetRelation texts_apart_ = SetRelation::kUndecided;
  double absolute_ = 0;  // by_magnitude_ only: the tolerance, and what share of the magnitude it is
  double relative_ = 0;
  bool by_magnitude_ = false;  // the tolerance is a share of the larger magnitude
  bool may_be_model_judged_ = false;
  std::vector<Possibilities> sets_;
  std::unordered_map<std::string, size_t> by_key_;
  std::unordered_map<std::string, int> dimensions_;
  std::vector<Place> places_;
  mutable std::unordered_map<uint64_t, Related> told_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_ANSWERS_H_
