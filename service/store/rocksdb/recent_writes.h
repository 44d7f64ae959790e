#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/store/store.h"

namespace gainsay::store {

// Which keys the last commits wrote, so that the conditions of a write are usually checked without
// reading. Not thread-safe.
class RecentWrites {
 public:
  // Knows of every commit after `since`. Trim keeps at most `max_keys` keys.
  RecentWrites(Revision since, size_t max_keys) : since_(since), max_keys_(max_keys) {}

  // Takes note of the next commit.
  void Add(Revision revision, const std::vector<std::pair<std::string, std::string>>& puts);

  // Forgets the oldest commits, down to the most keys to keep.
  void Trim();

  // Forgets everything up to `since`, and everything after it as well.
  void Reset(Revision since);

  // Every commit after this one is known.
  Revision since() const { return since_; }

  // Whether one of the known commits after `revision` wrote in the range.
  bool WrittenAfter(const KeyRange& range, Revision revision) const;

 private:
  using Newest = std::map<std::string, Revision, std::less<>>;
  struct Commit {
    Revision revision;
    std::vector<Newest::iterator> keys;
  };

  Revision since_;
  const size_t max_keys_;
  Newest newest_;  // by key, the last commit that wrote it
  std::deque<Commit> commits_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_RECENT_WRITES_H_
