#ifndef GAINSAY_SERVICE_ENGINE_NAME_TABLE_H_
#define GAINSAY_SERVICE_ENGINE_NAME_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/engine/text_arena.h"

namespace gainsay::engine {

// Names, numbered in their order, so that numbers compare as the names do. Looking up is thread-safe, as long
// as the names that were added last; the table's own are kept.
class NameTable {
 public:
  static constexpr uint32_t kNone = static_cast<uint32_t>(-1);

  void Reserve(size_t names);
  // Takes in a name, once however often it is given, by reference.
  void Add(std::string_view name);
  // Numbers what was added. The names are kept in `arena`. Nothing is added after that.
  void Number(TextArena& arena);

  size_t size() const { return names_.size(); }
  std::string_view operator[](size_t number) const { return names_[number]; }
  // The number of a name; kNone if it was not added.
  uint32_t Find(std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? kNone : numbered_[found->second];
  }

 private:
  std::vector<std::string_view> names_;                      // by number
  absl::flat_hash_map<std::string_view, uint32_t> numbers_;  // in which order they were added
  std::vector<uint32_t> numbered_;                           // by that
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_NAME_TABLE_H_
