#include "service/store/rocksdb/recent_writes.h"

namespace gainsay::store {

void RecentWrites::Add(Revision revision, const std::vector<std::pair<std::string, std::string>>& puts) {
  Commit commit{revision, {}};
  commit.keys.reserve(puts.size());
  for (const auto& [key, value] : puts) {
    const auto [at, added] = newest_.try_emplace(key, revision);
    if (!added && at->second == revision) continue;
    at->second = revision;
    commit.keys.push_back(at);
  }
  commits_.push_back(std::move(commit));
}

void RecentWrites::Trim() {
  while (newest_.size() > max_keys_) {
    const Commit& oldest = commits_.front();
    for (const Newest::iterator at : oldest.keys) {
      if (at->second == oldest.revision) newest_.erase(at);
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

bool RecentWrites::WrittenAfter(const KeyRange& range, Revision revision) const {
  for (auto at = newest_.lower_bound(range.begin); at != newest_.end() && at->first < range.end; ++at) {
    if (at->second > revision) return true;
  }
  return false;
}

}  // namespace gainsay::store
