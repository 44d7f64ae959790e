#include "service/ledger/side_walk.h"

#include <vector>

#include "service/ledger/cycles.h"

namespace gainsay::ledger {

absl::StatusOr<std::string> SideWalk::RootAt(const std::string& party, engine::Moment moment) {
  const absl::Status fetched = Fetch(party);
  if (!fetched.ok()) return fetched;
  return engine::Sides(entities_).RootAt(party, moment);
}

absl::Status SideWalk::Fetch(const std::string& party) {
  std::vector<std::string> ahead = {party};
  while (!ahead.empty()) {
    const std::string name = std::move(ahead.back());
    ahead.pop_back();
    if (entities_.contains(name)) continue;
    const absl::StatusOr<const model::Entity*> entity = file_.Find<model::Entity>(name);
    if (!entity.ok()) return entity.status();
    if (*entity == nullptr) continue;
    file_.Guard(model::NameKind::kEntity, name);
    for (Link& link : SideLinks(**entity)) ahead.push_back(std::move(link.to));
    entities_.emplace(name, **entity);
  }
  return absl::OkStatus();
}

}  // namespace gainsay::ledger
