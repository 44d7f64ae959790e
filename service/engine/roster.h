#ifndef GAINSAY_SERVICE_ENGINE_ROSTER_H_
#define GAINSAY_SERVICE_ENGINE_ROSTER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/name_table.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// Whom and which documents a case names, by number, and on whose side each is: what `Sides` tells of names,
// told of numbers. A side is the number of an entity; a document whose publisher is not known is one of its
// own. Numbers compare as names do. Refers to the file; the names are kept in the arena. Thread-safe.
class Roster {
 public:
  static constexpr uint32_t kNone = NameTable::kNone;

  Roster(const CaseFile& file, TextArena& arena);
  Roster(const Roster&) = delete;
  Roster& operator=(const Roster&) = delete;

  const NameTable& entities() const { return entities_; }
  const NameTable& sources() const { return sources_; }

  // Null for one that is named, but not on file.
  const model::Entity* entity(uint32_t number) const { return entity_records_[number]; }
  const model::Source* source(uint32_t number) const { return source_records_[number]; }

  size_t sides() const { return entities_.size() + sources_.size(); }
  std::string_view side_name(uint32_t side) const {
    return side < entities_.size() ? entities_[side] : sources_[side - entities_.size()];
  }
  // A document's publisher; kNone if it is not known.
  uint32_t publisher(uint32_t source) const { return publishers_[source]; }
  // The side of a document's publisher when it was published.
  uint32_t publisher_side(uint32_t source) const { return publisher_sides_[source]; }

  // As Sides::RootAt. Only an entity speaks for others.
  uint32_t RootAt(uint32_t party, Moment moment) const { return Walk(party, moment, true); }
  // The same through `speaks_for` and `spoke_for` alone: who is owned does not speak for the owner.
  uint32_t SpokenForAt(uint32_t party, Moment moment) const { return Walk(party, moment, false); }
  model::EntityKind KindOf(uint32_t side) const;

 private:
  void AddNames(const QuestionFile& question);
  void NumberLinks();
  void FindPublishers();
  uint32_t Walk(uint32_t party, Moment moment, bool through_owners) const;
  uint32_t NextAt(uint32_t party, Moment moment, bool through_owners) const;

  NameTable entities_;
  NameTable sources_;
  std::vector<const model::Entity*> entity_records_;
  std::vector<const model::Source*> source_records_;
  // Of each entity, from links_[first_link_[i]] on: whose word its word counts as, whose it did, its owner.
  std::vector<uint32_t> first_link_;
  std::vector<uint32_t> links_;
  std::vector<uint32_t> publishers_;
  std::vector<uint32_t> publisher_sides_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_ROSTER_H_
