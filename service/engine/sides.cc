#include "service/engine/sides.h"

#include <algorithm>
#include <unordered_set>

#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

bool Holds(const model::SpeaksFor& link, Moment moment) {
  if (!link.valid_time || moment == kUndatedMoment) return true;
  const model::TimeSpan& span = link.valid_time->span();
  return (!span.begin || *span.begin < moment) && (!span.end || moment <= *span.end);
}

// Whom an entity's word counts as at a moment; empty: its own.
std::string SpeaksForAt(const model::Entity& entity, Moment moment) {
  const auto link = SpeaksForLinkAt(entity, moment);
  if (!link) return "";
  return *link == 0 ? entity.speaks_for->entity : entity.spoke_for[*link - 1].entity;
}

}  // namespace

Moment LastMomentOf(const model::Edtf* time) {
  if (time == nullptr) return kUndatedMoment;
  return time->span().end.value_or(kOpenEnd);
}

std::optional<size_t> SpeaksForLinkAt(const model::Entity& entity, Moment moment) {
  if (entity.speaks_for && Holds(*entity.speaks_for, moment)) return 0;
  for (size_t i = 0; i < entity.spoke_for.size(); ++i) {
    if (Holds(entity.spoke_for[i], moment)) return i + 1;
  }
  return std::nullopt;
}

std::string Sides::RootAt(const std::string& party, Moment moment) const {
  return Walk(party, moment, nullptr);
}

std::vector<std::string> Sides::EdgesAt(const std::string& party, Moment moment) const {
  std::vector<std::string> edges;
  Walk(party, moment, &edges);
  return edges;
}

std::string Sides::Walk(const std::string& party, Moment moment, std::vector<std::string>* edges) const {
  // Writes refuse cycles at any one time; an undated walk takes links of different times together.
  std::unordered_set<std::string> seen;
  std::string at = party;
  while (seen.insert(at).second) {
    const auto found = entities_.find(at);
    if (found == entities_.end()) return at;
    std::string next = SpeaksForAt(found->second, moment);
    const char* link = " speaks_for ";
    if (next.empty()) {
      next = found->second.owned_by;
      link = " owned_by ";
    }
    if (next.empty()) return at;
    if (edges != nullptr) edges->push_back(absl::StrCat(at, link, next));
    at = std::move(next);
  }
  return *std::min_element(seen.begin(), seen.end());
}

}  // namespace gainsay::engine
