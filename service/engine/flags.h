#ifndef GAINSAY_SERVICE_ENGINE_FLAGS_H_
#define GAINSAY_SERVICE_ENGINE_FLAGS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace gainsay::engine {

// In order of name, which is how flags are shown.
enum class Flag {
  kAnonymousOnly,
  kCircularSourcing,
  kDerivedSupport,
  kInconsistentSum,
  kInternalConflict,
  kInterpreted,
  kMisattributionClaimed,
  kModelJudged,
  kPartiallyConfirmed,
  kRespondentDenies,
  kRespondentSilent,
  kRetractedSupport,
  kSelfContradiction,
  kSingleOrigin,
  kSingleRelay,
  kSingleSide,
  kSuccession,
  kTentative,
  kUndated,
  kUndecidedText,
  kUnreliableSupportOnly,
  kUpdated
};

// A set of flags, in order.
class Flags {
 public:
  using value_type = Flag;

  class const_iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Flag;
    using difference_type = std::ptrdiff_t;
    using pointer = const Flag*;
    using reference = Flag;

    const_iterator() = default;
    Flag operator*() const { return static_cast<Flag>(std::countr_zero(rest_)); }
    const_iterator& operator++() {
      rest_ &= rest_ - 1;
      return *this;
    }
    const_iterator operator++(int) {
      const const_iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const const_iterator&, const const_iterator&) = default;

   private:
    friend class Flags;
    explicit const_iterator(uint32_t rest) : rest_(rest) {}

    uint32_t rest_ = 0;
  };
  using iterator = const_iterator;

  Flags() = default;
  Flags(std::initializer_list<Flag> flags) {
    for (const Flag flag : flags) insert(flag);
  }

  void insert(Flag flag) { bits_ |= BitOf(flag); }
  void insert(const Flags& others) { bits_ |= others.bits_; }
  bool contains(Flag flag) const { return (bits_ & BitOf(flag)) != 0; }
  bool empty() const { return bits_ == 0; }
  size_t size() const { return static_cast<size_t>(std::popcount(bits_)); }
  const_iterator begin() const { return const_iterator(bits_); }
  const_iterator end() const { return const_iterator(0); }

  friend bool operator==(const Flags&, const Flags&) = default;

 private:
  static uint32_t BitOf(Flag flag) { return uint32_t{1} << static_cast<int>(flag); }

  uint32_t bits_ = 0;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_FLAGS_H_
