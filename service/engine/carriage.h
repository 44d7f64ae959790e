#ifndef GAINSAY_SERVICE_ENGINE_CARRIAGE_H_
#define GAINSAY_SERVICE_ENGINE_CARRIAGE_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "service/engine/citations.h"
#include "service/engine/roster.h"

namespace gainsay::engine {

struct Entry;

// Which sides' statements each document carries. By number, both.
class Carriers {
 public:
  // Takes in one that a document carries.
  void Add(uint32_t source, uint32_t side) { carried_.emplace_back(source, side); }
  // Sorts what was added. Nothing is added after that.
  void Sort();

  // Each once, in order: the document, and a side.
  absl::Span<const std::pair<uint32_t, uint32_t>> Of(uint32_t source) const;

 private:
  std::vector<std::pair<uint32_t, uint32_t>> carried_;
};

// Who speaks through which document, over all claims of a question, whenever they were said: what can be told
// of independence whoever else supports a position. Takes it that every document stands. Refers to its
// arguments.
class Carriage {
 public:
  using SidesReliedOn = absl::InlinedVector<uint32_t, 4>;

  Carriage(const std::vector<Entry>& entries, const Citations& citations, const Roster& roster);

  // Whether a side that supports a position by this claim relies on nobody, whoever else supports it.
  bool StandsAlone(const Entry& entry) const;

  // Whom a claim relies on whoever else supports its position: everyone who may stand for a document that it
  // cites, perhaps more than once. Nobody if it may stand by itself.
  SidesReliedOn ReliesOn(const Entry& entry) const;

 private:
  bool IsOutlet(uint32_t side) const;
  bool IsGround(const Entry& entry, uint32_t source, bool first_hand) const;
  uint32_t CitedOfOthers(const Entry& entry, uint32_t source, bool first_hand) const;

  const Citations& citations_;
  const Roster& roster_;
  std::vector<bool> speaks_;  // by side
  Carriers carriers_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CARRIAGE_H_
