#include "service/store/rocksdb/recent_writes.h"

#include <utility>

#include "absl/hash/hash.h"

namespace gainsay::store {
namespace {

size_t HashOf(std::string_view key) { return absl::Hash<std::string_view>()(key); }

}  // namespace

void RecentWrites::Add(Revision revision, const WriteSet& writes) {
  Commit commit{revision, {}};
  commit.keys.reserve(writes.puts.size() + writes.index.size());
  for (const auto& [key, value] : writes.puts) commit.keys.push_back(HashOf(key));
  for (const std::string& key : writes.index) commit.keys.push_back(HashOf(key));
  for (const Hash key : commit.keys) newest_[key] = revision;
  commits_.push_back(std::move(commit));
}

void RecentWrites::Trim() {
  while (newest_.size() > max_keys_) {
    const Commit& oldest = commits_.front();
    for (const Hash key : oldest.keys) {
      const auto at = newest_.find(key);
      if (at != newest_.end() && at->second == oldest.revision) newest_.erase(at);
    }
    since_ = oldest.revision;
    commits_.pop_front();
  }
}

void RecentWrites::Reset(Revision since) {
  since_ = since;
  newest_.clear();
  commits_.clear();
}

bool RecentWrites::WrittenAfter(std::string_view key, Revision revision) const {
  const auto at = newest_.find(HashOf(key));
  return at != newest_.end() && at->second > revision;
}

}  // namespace gainsay::store
