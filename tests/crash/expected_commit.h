#ifndef GAINSAY_TESTS_CRASH_EXPECTED_COMMIT_H_
#define GAINSAY_TESTS_CRASH_EXPECTED_COMMIT_H_

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace gainsay::crash {

// Which of the writer's commits: enough to know every byte of it.
struct CommitId {
  uint64_t seed = 0;  // of the writer's run
  int thread = 0;
  int number = 0;

  friend bool operator==(const CommitId&, const CommitId&) = default;
};

inline std::string ThreadKey(int thread) { return absl::StrCat("thread/", thread); }

// What the commit writes: first a key that tells which it is, then its thread's key, then now a few and now
// many others, some shared with other threads.
inline std::vector<std::pair<std::string, std::string>> ExpectedPuts(const CommitId& id) {
  std::mt19937_64 random(id.seed * 1'000'003 + id.thread * 10'007 + id.number);
  std::vector<std::pair<std::string, std::string>> puts;
  puts.emplace_back(absl::StrCat("commit/", id.seed, "/", id.thread, "/", id.number), "");
  puts.emplace_back(ThreadKey(id.thread), absl::StrCat(id.number));
  const uint64_t others = random() % 20 == 0 ? 60 : random() % 5;
  for (uint64_t i = 0; i < others; ++i) {
    puts.emplace_back(absl::StrCat("other/", i, "/", random() % 50),
                      std::string(random() % 3000, static_cast<char>('a' + random() % 26)));
  }
  return puts;
}

// The commit whose first key this is.
inline std::optional<CommitId> ParseCommitId(const std::string& key) {
  const std::vector<std::string> parts = absl::StrSplit(key, '/');
  CommitId id;
  if (parts.size() != 4 || parts[0] != "commit" || !absl::SimpleAtoi(parts[1], &id.seed) ||
      !absl::SimpleAtoi(parts[2], &id.thread) || !absl::SimpleAtoi(parts[3], &id.number)) {
    return std::nullopt;
  }
  return id;
}

}  // namespace gainsay::crash

#endif  // GAINSAY_TESTS_CRASH_EXPECTED_COMMIT_H_
