#include "service/ledger/case_cache.h"

#include <algorithm>
#include <utility>

namespace gainsay::ledger {
namespace {

// Reading more of the log than this takes longer than reading cases again.
constexpr store::Revision kMostCommitsFollowed = 20'000;
constexpr int kCommitsRead = 500;

}  // namespace

std::string KeyOf(const CaseQuery& query) {
  // No name has a space.
  std::string key(query.workspace);
  key.append(" ").append(query.question).append(" ").append(query.answer);
  for (const std::string& party : query.parties) key.append(" ").append(party);
  return key;
}

CaseCache::CaseCache(const store::Store& store, const Limits& limits) : store_(store), limits_(limits) {}

absl::StatusOr<std::optional<CaseCache::Found>> CaseCache::Find(const CaseQuery& query,
                                                                std::optional<store::Revision> revision) {
  const std::string key = KeyOf(query);
  const absl::MutexLock lock(&mutex_);
  const absl::Status followed = Follow();
  if (!followed.ok()) return followed;
  const auto known = by_key_.find(key);
  if (known == by_key_.end()) return std::nullopt;
  const Found found{known->second->standing, revision.value_or(followed_)};
  // From its last change until now it is as it is.
  if (found.revision < found.standing->last_change().revision) return std::nullopt;
  held_.splice(held_.begin(), held_, known->second->self);
  MakeRoom();
  return found;
}

absl::StatusOr<bool> CaseCache::Keep(const CaseQuery& query, std::shared_ptr<const StandingCase> standing,
                                     store::Revision read_at) {
  const absl::MutexLock lock(&mutex_);
  const absl::Status followed = Follow();
  if (!followed.ok()) return followed;
  const absl::StatusOr<bool> stands = StillStands(*standing, read_at);
  if (!stands.ok() || !*stands) return stands;
  std::string key = KeyOf(query);
  if (const auto known = by_key_.find(key); known != by_key_.end()) Drop(*known->second);
  Held& held = held_.emplace_front(Held{std::move(key), std::move(standing), {}});
  held.self = held_.begin();
  by_key_.emplace(held.key, &held);
  for (const Scope scope : held.standing->scopes()) readers_[scope].insert(&held);
  bytes_ += held.standing->bytes();
  held.standing->answers().CountIn(answer_bytes_);
  MakeRoom();
  return true;
}

absl::Status CaseCache::Follow() {
  const store::Revision latest = store_.GetLatestRevision();
  if (held_.empty() || latest - followed_ > kMostCommitsFollowed) {
    Clear();
    followed_ = latest;
  }
  while (followed_ < latest) {
    const absl::StatusOr<std::vector<store::LogEntry>> commits = store_.ReadLog(followed_, kCommitsRead);
    if (!commits.ok()) return commits.status();
    for (const store::LogEntry& commit : *commits) {
      for (const std::string& key : commit.keys) DropReadersOf(ScopeOf(key));
      followed_ = commit.revision;
    }
  }
  return absl::OkStatus();
}

// Whether nothing that a case read has been written since.
absl::StatusOr<bool> CaseCache::StillStands(const StandingCase& standing, store::Revision read_at) const {
  if (read_at == followed_) return true;
  const store::Revision since = followed_ - read_at;
  if (since > kCommitsRead) return false;
  const auto commits = store_.ReadLog(read_at, static_cast<int>(since));
  if (!commits.ok()) return commits.status();
  const absl::flat_hash_set<Scope> scopes(standing.scopes().begin(), standing.scopes().end());
  for (const store::LogEntry& commit : *commits) {
    for (const std::string& key : commit.keys) {
      if (scopes.contains(ScopeOf(key))) return false;
    }
  }
  return true;
}

// Lets those go that have not been used for longest, be it the one used last.
void CaseCache::MakeRoom() {
  while (!held_.empty() && bytes_ + *answer_bytes_ > limits_.most_bytes) Drop(held_.back());
}

void CaseCache::DropReadersOf(Scope scope) {
  const auto found = readers_.find(scope);
  if (found == readers_.end()) return;
  const std::vector<Held*> readers(found->second.begin(), found->second.end());
  for (Held* held : readers) Drop(*held);
}

void CaseCache::Drop(Held& held) {
  for (const Scope scope : held.standing->scopes()) {
    const auto found = readers_.find(scope);
    if (found == readers_.end()) continue;  // two scopes of the case share a hash
    found->second.erase(&held);
    if (found->second.empty()) readers_.erase(found);
  }
  by_key_.erase(held.key);
  bytes_ -= held.standing->bytes();
  held_.erase(held.self);
}

void CaseCache::Clear() {
  readers_.clear();
  by_key_.clear();
  held_.clear();
  bytes_ = 0;
}

}  // namespace gainsay::ledger
