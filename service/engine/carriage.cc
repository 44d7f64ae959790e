#include "service/engine/carriage.h"

#include <algorithm>

namespace gainsay::engine {

using model::Access;

Carriage::Carriage(const std::vector<Entry>& entries, const Citations& citations, const Sides& sides)
    : citations_(citations), sides_(sides) {
  for (const Entry& entry : entries) {
    speakers_.insert(entry.side);
    for (const Entry::Seen& seen : entry.seen) {
      const size_t source = citations.IndexOf(seen.appearance->source);
      if (source != Citations::kNone) carried_[source].insert(entry.side);
    }
  }
}

bool Carriage::StandsAlone(const Entry& entry) const {
  return entry.seen.empty() ||
         std::any_of(entry.seen.begin(), entry.seen.end(),
                     [&](const Entry::Seen& seen) { return IsGround(entry, *seen.appearance); });
}

std::set<std::string> Carriage::ReliesOn(const Entry& entry) const {
  std::set<std::string> relied_on;
  for (const Entry::Seen& seen : entry.seen) {
    const size_t cited = CitedOfOthers(entry, *seen.appearance);
    if (cited == Citations::kNone) return {};
    relied_on.insert(citations_.publisher_side(cited));
    const auto carriers = carried_.find(cited);
    if (carriers != carried_.end()) relied_on.insert(carriers->second.begin(), carriers->second.end());
  }
  return relied_on;
}

bool Carriage::IsOutlet(const std::string& entity) const {
  return sides_.KindOf(entity) == model::EntityKind::kOutlet;
}

// A document that cites nothing passes nobody's word on. It may yet be hearsay, of a publisher who speaks
// too; or what an outlet has from those that it quotes there.
bool Carriage::IsGround(const Entry& entry, const model::Appearance& appearance) const {
  const size_t source = citations_.IndexOf(appearance.source);
  if (source == Citations::kNone) return true;
  const std::string& publisher = citations_.publisher_side(source);
  const bool cites = !citations_.cites(source).empty();
  if (publisher != entry.side) return !cites && (IsOutlet(publisher) || !speakers_.contains(publisher));
  if (appearance.access == Access::kFirstHand) return true;
  const bool outlet = IsOutlet(entry.claim->party) || IsOutlet(publisher);
  return !cites && (!outlet || carried_.at(source).size() == 1);
}

// Some document of another side that the claim's own document cites, and that does not carry the claim's own
// side; kNone if there is none.
size_t Carriage::CitedOfOthers(const Entry& entry, const model::Appearance& appearance) const {
  const size_t source = citations_.IndexOf(appearance.source);
  if (source == Citations::kNone || citations_.publisher_side(source) != entry.side ||
      appearance.access == Access::kFirstHand) {
    return Citations::kNone;
  }
  for (const size_t cited : citations_.cites(source)) {
    const auto carriers = carried_.find(cited);
    const bool own = carriers != carried_.end() && carriers->second.contains(entry.side);
    if (!own && citations_.publisher_side(cited) != entry.side) return cited;
  }
  return Citations::kNone;
}

}  // namespace gainsay::engine
