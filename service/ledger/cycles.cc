#include "service/ledger/cycles.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace gainsay::ledger {
namespace {

using model::TimeSpan;

// Zones are left aside, as they are when a side is told at a moment.
std::optional<TimeSpan> Common(const TimeSpan& a, const TimeSpan& b) {
  TimeSpan common = a;
  if (b.begin && (!common.begin || *common.begin < *b.begin)) common.begin = b.begin;
  if (b.end && (!common.end || *b.end < *common.end)) common.end = b.end;
  if (common.begin && common.end && *common.begin >= *common.end) return std::nullopt;
  return common;
}

bool Covers(const TimeSpan& outer, const TimeSpan& inner) {
  const bool begins = !outer.begin || (inner.begin && *outer.begin <= *inner.begin);
  const bool ends = !outer.end || (inner.end && *inner.end <= *outer.end);
  return begins && ends;
}

Link SpeaksForLink(const std::string& field, const model::SpeaksFor& speaks_for) {
  return {field, speaks_for.entity, speaks_for.valid_time ? speaks_for.valid_time->span() : TimeSpan()};
}

// Where a walk may go on: a record, and when all links that led to it hold.
struct Reached {
  std::string name;
  TimeSpan holds;
};

}  // namespace

std::vector<Link> SideLinks(const model::Entity& entity) {
  std::vector<Link> links;
  if (entity.speaks_for) links.push_back(SpeaksForLink("speaksFor", *entity.speaks_for));
  for (size_t i = 0; i < entity.spoke_for.size(); ++i) {
    links.push_back(SpeaksForLink("spokeFor[" + std::to_string(i) + "]", entity.spoke_for[i]));
  }
  if (!entity.owned_by.empty()) links.push_back({"ownedBy", entity.owned_by, {}});
  return links;
}

std::vector<Link> BroaderLinks(const model::Entity& entity) {
  std::vector<Link> links;
  for (size_t i = 0; i < entity.broader.size(); ++i) {
    links.push_back({"broader[" + std::to_string(i) + "]", entity.broader[i], {}});
  }
  return links;
}

std::vector<Link> PartLinks(const model::Question& question) {
  std::vector<Link> links;
  for (size_t i = 0; i < question.parts.size(); ++i) {
    links.push_back({"parts[" + std::to_string(i) + "]", question.parts[i], {}});
  }
  return links;
}

absl::StatusOr<std::optional<Link>> FindCycle(
    const std::string& start, const std::vector<Link>& links,
    absl::FunctionRef<absl::StatusOr<std::vector<Link>>(const std::string& name)> links_of) {
  for (const Link& first : links) {
    std::unordered_map<std::string, std::vector<TimeSpan>> walked;
    std::vector<Reached> ahead = {{first.to, first.holds}};
    while (!ahead.empty()) {
      const Reached at = std::move(ahead.back());
      ahead.pop_back();
      if (at.name == start) return first;
      std::vector<TimeSpan>& before = walked[at.name];
      const auto covers = [&at](const TimeSpan& span) { return Covers(span, at.holds); };
      if (std::any_of(before.begin(), before.end(), covers)) continue;
      before.push_back(at.holds);
      const absl::StatusOr<std::vector<Link>> next = links_of(at.name);
      if (!next.ok()) return next.status();
      for (const Link& link : *next) {
        if (const std::optional<TimeSpan> holds = Common(at.holds, link.holds)) {
          ahead.push_back({link.to, *holds});
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace gainsay::ledger
