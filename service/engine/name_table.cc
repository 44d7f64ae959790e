#include "service/engine/name_table.h"

#include <algorithm>
#include <cstring>

namespace gainsay::engine {
namespace {

// How many characters all names begin with alike.
size_t CommonPrefix(const std::vector<std::string_view>& names) {
  size_t common = names.front().size();
  for (const std::string_view name : names) {
    const auto ends =
        std::mismatch(name.begin(), name.begin() + static_cast<ptrdiff_t>(std::min(common, name.size())),
                      names.front().begin());
    common = static_cast<size_t>(ends.first - name.begin());
  }
  return common;
}

// A name with its first characters after those that all share, as a number that compares as they do: nearly
// every comparison is one of numbers.
struct Keyed {
  uint64_t key = 0;
  uint32_t added = 0;
  std::string_view name;

  friend bool operator<(const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.name < b.name;
  }
};

uint64_t KeyAfter(size_t prefix, std::string_view name) {
  const std::string_view rest = name.substr(prefix);
  char bytes[sizeof(uint64_t)] = {};
  std::memcpy(bytes, rest.data(), std::min(rest.size(), sizeof(bytes)));
  uint64_t key = 0;
  for (const char byte : bytes) key = key << 8 | static_cast<unsigned char>(byte);
  return key;
}

}  // namespace

void NameTable::Reserve(size_t names) {
  names_.reserve(names);
  numbers_.reserve(names);
}

void NameTable::Add(std::string_view name) {
  if (numbers_.try_emplace(name, static_cast<uint32_t>(names_.size())).second) names_.push_back(name);
}

void NameTable::Number(TextArena& arena) {
  if (names_.empty()) return;
  const size_t prefix = CommonPrefix(names_);
  std::vector<Keyed> order;
  order.reserve(names_.size());
  for (const std::string_view name : names_) {
    order.push_back({KeyAfter(prefix, name), static_cast<uint32_t>(order.size()), name});
  }
  std::sort(order.begin(), order.end());
  numbered_.resize(order.size());
  for (size_t i = 0; i < order.size(); ++i) {
    names_[i] = arena.Keep(order[i].name);
    numbered_[order[i].added] = static_cast<uint32_t>(i);
  }
}

}  // namespace gainsay::engine
