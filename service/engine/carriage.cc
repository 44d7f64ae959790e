#include "service/engine/carriage.h"

#include <algorithm>

#include "service/engine/docket.h"

namespace gainsay::engine {
namespace {

bool IsFirstHand(const Entry::Seen& seen) { return seen.appearance->access == model::Access::kFirstHand; }

}  // namespace

void Carriers::Sort() {
  std::sort(carried_.begin(), carried_.end());
  carried_.erase(std::unique(carried_.begin(), carried_.end()), carried_.end());
}

absl::Span<const std::pair<uint32_t, uint32_t>> Carriers::Of(uint32_t source) const {
  const auto begin = std::partition_point(carried_.begin(), carried_.end(),
                                          [source](const auto& carried) { return carried.first < source; });
  auto end = begin;
  while (end != carried_.end() && end->first == source) ++end;
  return absl::MakeConstSpan(carried_).subspan(static_cast<size_t>(begin - carried_.begin()),
                                               static_cast<size_t>(end - begin));
}

Carriage::Carriage(const std::vector<Entry>& entries, const Citations& citations, const Roster& roster)
    : citations_(citations), roster_(roster), speaks_(roster.sides(), false) {
  for (const Entry& entry : entries) {
    speaks_[entry.side] = true;
    for (const Entry::Seen& seen : entry.seen) {
      if (seen.on_file) carriers_.Add(seen.source, entry.side);
    }
  }
  carriers_.Sort();
}

bool Carriage::StandsAlone(const Entry& entry) const {
  return entry.seen.empty() ||
         std::any_of(entry.seen.begin(), entry.seen.end(), [&](const Entry::Seen& seen) {
           return !seen.on_file || IsGround(entry, seen.source, IsFirstHand(seen));
         });
}

Carriage::SidesReliedOn Carriage::ReliesOn(const Entry& entry) const {
  SidesReliedOn relied_on;
  for (const Entry::Seen& seen : entry.seen) {
    if (!seen.on_file) return {};
    const uint32_t cited = CitedOfOthers(entry, seen.source, IsFirstHand(seen));
    if (cited == Roster::kNone) return {};
    relied_on.push_back(citations_.publisher(cited));
    for (const auto& [source, side] : carriers_.Of(cited)) relied_on.push_back(side);
  }
  return relied_on;
}

bool Carriage::IsOutlet(uint32_t side) const { return roster_.KindOf(side) == model::EntityKind::kOutlet; }

// A document that cites nothing passes nobody's word on. It may yet be hearsay, of a publisher who speaks
// too; or what an outlet has from those that it quotes there.
bool Carriage::IsGround(const Entry& entry, uint32_t source, bool first_hand) const {
  const uint32_t publisher = citations_.publisher(source);
  const bool cites = !citations_.cites(source).empty();
  if (publisher != entry.side) return !cites && (IsOutlet(publisher) || !speaks_[publisher]);
  if (first_hand) return true;
  const bool outlet = IsOutlet(entry.party) || IsOutlet(publisher);
  return !cites && (!outlet || carriers_.Of(source).size() == 1);
}

// Some document of another side that the claim's own document cites, and that does not carry the claim's own
// side; kNone if there is none.
uint32_t Carriage::CitedOfOthers(const Entry& entry, uint32_t source, bool first_hand) const {
  if (citations_.publisher(source) != entry.side || first_hand) return Roster::kNone;
  for (const uint32_t cited : citations_.cites(source)) {
    const auto carriers = carriers_.Of(cited);
    const bool own = std::any_of(carriers.begin(), carriers.end(),
                                 [&](const auto& carried) { return carried.second == entry.side; });
    if (!own && citations_.publisher(cited) != entry.side) return cited;
  }
  return Roster::kNone;
}

}  // namespace gainsay::engine
