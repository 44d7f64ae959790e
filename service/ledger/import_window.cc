#include "service/ledger/import_window.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "service/ledger/import_circles.h"
#include "service/ledger/record_name.h"

namespace gainsay::ledger {
namespace {

// What a record of one of the other kinds names leads never back to its kind.
bool MayBeInCircle(const model::Record& record) {
  return std::holds_alternative<model::Entity>(record) || std::holds_alternative<model::Source>(record) ||
         std::holds_alternative<model::Question>(record);
}

}  // namespace

void ImportWindow::Put(int64_t line, SharedRecord record, std::vector<Reference> missing) {
  // It may wait for long.
  record.DropWrites();
  const Position position = next_++;
  std::set<Position>& same_name = declaring_[NameOf(*record)];
  int waits_for = same_name.empty() ? 0 : 1;
  same_name.insert(position);
  for (const Reference& reference : missing) {
    if (waiters_[reference.name].insert(position).second) ++waits_for;
  }
  pending_.emplace(position, Pending{line, std::move(record), std::move(missing), waits_for});
  if (waits_for == 0) ready_.insert(position);
}

std::optional<ImportWindow::Position> ImportWindow::NextReady() const {
  if (ready_.empty()) return std::nullopt;
  return *ready_.begin();
}

void ImportWindow::Keep(Position position) {
  const std::string name = NameOf(*at(position).record);
  Remove(position);
  Made(name);
}

void ImportWindow::Refuse(Position position) {
  const Pending& pending = at(position);
  refused_.insert_or_assign(NameOf(*pending.record), Refused{pending.line, position});
  Remove(position);
}

void ImportWindow::Made(const std::string& name) {
  const auto waiters = waiters_.find(name);
  if (waiters == waiters_.end()) return;
  const std::set<Position> released = std::move(waiters->second);
  waiters_.erase(waiters);
  refused_.erase(name);
  for (const Position position : released) Release(position);
}

std::vector<ImportWindow::Position> ImportWindow::WaitingFor(const std::string& name) const {
  const auto waiters = waiters_.find(name);
  if (waiters == waiters_.end()) return {};
  return {waiters->second.begin(), waiters->second.end()};
}

std::optional<ImportWindow::Position> ImportWindow::Declaring(const std::string& name) const {
  const auto declaring = declaring_.find(name);
  if (declaring == declaring_.end()) return std::nullopt;
  return *declaring->second.begin();
}

std::optional<int64_t> ImportWindow::RefusedLine(const std::string& name) const {
  const auto refused = refused_.find(name);
  if (refused == refused_.end()) return std::nullopt;
  return refused->second.line;
}

std::vector<std::vector<ImportWindow::Position>> ImportWindow::Circles() const {
  std::vector<Position> nodes;
  std::unordered_map<Position, size_t> index;
  for (const auto& [position, pending] : pending_) {
    if (!MayBeInCircle(*pending.record)) continue;
    index.emplace(position, nodes.size());
    nodes.push_back(position);
  }
  std::vector<std::vector<size_t>> edges(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (const Reference& reference : at(nodes[i]).missing) {
      if (!IsMissing(reference.name)) continue;
      const std::optional<Position> declaring = Declaring(reference.name);
      const auto to = declaring ? index.find(*declaring) : index.end();
      if (to != index.end()) edges[i].push_back(to->second);
    }
  }
  std::vector<std::vector<Position>> circles;
  for (const std::vector<size_t>& circle : FindCircles(edges)) {
    std::vector<Position>& positions = circles.emplace_back();
    for (const size_t node : circle) positions.push_back(nodes[node]);
    std::sort(positions.begin(), positions.end());
  }
  return circles;
}

bool ImportWindow::IsClosed(const std::vector<Position>& positions) const {
  const std::set<Position> among(positions.begin(), positions.end());
  for (const Position position : positions) {
    if (!pending_.contains(position)) return false;
    const Pending& pending = at(position);
    if (*Declaring(NameOf(*pending.record)) != position) return false;
    for (const Reference& reference : pending.missing) {
      if (!IsMissing(reference.name)) continue;
      const std::optional<Position> declared = Declaring(reference.name);
      if (!declared || !among.contains(*declared)) return false;
    }
  }
  return true;
}

std::vector<ImportWindow::Position> ImportWindow::UpTo(Position position) const {
  std::vector<Position> positions;
  for (const auto& [at, pending] : pending_) {
    if (at > position) break;
    positions.push_back(at);
  }
  return positions;
}

void ImportWindow::ForgetRefused(Position before) {
  std::erase_if(refused_, [&](const auto& refused) {
    return refused.second.position < before && !IsMissing(refused.first);
  });
}

void ImportWindow::Release(Position position) {
  if (--pending_.at(position).waits_for == 0) ready_.insert(position);
}

void ImportWindow::Remove(Position position) {
  ready_.erase(position);
  for (const Reference& reference : at(position).missing) {
    const auto waiters = waiters_.find(reference.name);
    if (waiters == waiters_.end()) continue;
    waiters->second.erase(position);
    if (waiters->second.empty()) waiters_.erase(waiters);
  }
  const auto declaring = declaring_.find(NameOf(*at(position).record));
  const bool was_first = *declaring->second.begin() == position;
  declaring->second.erase(position);
  if (declaring->second.empty()) {
    declaring_.erase(declaring);
  } else if (was_first) {
    Release(*declaring->second.begin());
  }
  pending_.erase(position);
}

}  // namespace gainsay::ledger
