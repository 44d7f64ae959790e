#ifndef GAINSAY_SERVICE_ENGINE_TEXT_ARENA_H_
#define GAINSAY_SERVICE_ENGINE_TEXT_ARENA_H_

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace gainsay::engine {

// Copies of many short texts, in few blocks: they live as long as it does, and never move.
class TextArena {
 public:
  TextArena() = default;
  TextArena(const TextArena&) = delete;
  TextArena& operator=(const TextArena&) = delete;

  std::string_view Keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) NewBlock(text.size());
    char* const copy = next_;
    std::memcpy(copy, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {copy, text.size()};
  }

 private:
  // Holds the names and texts of a question of some thirty claims.
  static constexpr size_t kBlock = 8'192;

  void NewBlock(size_t needed) {
    const size_t size = std::max(needed, kBlock);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TEXT_ARENA_H_
