#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/store/store.h"

namespace gainsay::store {

// Which keys the last commits wrote, so that the conditions of a write are usually checked without
// reading. Knows keys by their hash: two that share one count as the same. Not thread-safe.
class RecentWrites {
 public:
  // Knows of every commit after `since`. Trim keeps at most `max_keys` keys.
  RecentWrites(Revision since, size_t max_keys) : since_(since), max_keys_(max_keys) {}

  // Takes note of the next commit.
  void Add(Revision revision, const WriteSet& writes);

  // Forgets the oldest commits, down to the most keys to keep.
  void Trim();

  // Forgets everything up to `since`, and everything after it as well.
  void Reset(Revision since);

  // Every commit after this one is known.
  Revision since() const { return since_; }

  // Whether one of the known commits after `revision` wrote a key.
  bool WrittenAfter(std::string_view key, Revision revision) const;

 private:
  using Hash = size_t;
  struct Commit {
    Revision revision;
    std::vector<Hash> keys;
  };

  Revision since_;
  const size_t max_keys_;
  absl::flat_hash_map<Hash, Revision> newest_;  // by key, the last commit that wrote it
  std::deque<Commit> commits_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_
