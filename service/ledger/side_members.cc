#include "service/ledger/side_members.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "service/ledger/cycles.h"

namespace gainsay::ledger {

absl::StatusOr<std::set<std::string>> SideMembersOf(const Reader& reader, const std::string& party) {
  std::set<std::string> side = {party};
  std::vector<std::string> ahead = {party};
  while (!ahead.empty()) {
    const std::string principal = std::move(ahead.back());
    ahead.pop_back();
    const auto visit = [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
      if (side.contains(key.name)) return true;
      const absl::StatusOr<Recorded<model::Entity>> member = reader.Get<model::Entity>(key.name);
      if (!member.ok()) return member.status();
      const std::vector<Link> links = SideLinks(member->record);
      const auto names = [&](const Link& link) { return link.to == principal; };
      if (!std::any_of(links.begin(), links.end(), names)) return true;
      side.insert(key.name);
      ahead.push_back(key.name);
      return true;
    };
    const absl::Status status = reader.Scan(store::SideMembersRange(reader.workspace(), principal), visit);
    if (!status.ok()) return status;
  }
  return side;
}

}  // namespace gainsay::ledger
