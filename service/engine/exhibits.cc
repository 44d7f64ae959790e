#include "service/engine/exhibits.h"

#include <algorithm>

namespace gainsay::engine {

Exhibits::Exhibits(const Docket& docket, const Roster& roster, const Citations& citations, TextArena& arena)
    : docket_(docket), roster_(roster), citations_(citations) {
  exhibits_.reserve(docket.entries().size());
  for (const Entry& entry : docket.entries()) {
    Exhibit& exhibit = exhibits_.emplace_back();
    exhibit.text = arena.Keep(entry.claim->text);
    ShownClaim& shown = exhibit.shown;
    shown.claim = arena.Keep(entry.claim->name);
    shown.party = roster.entities()[entry.party];
    shown.side = roster.side_name(entry.side);
    shown.stated = entry.stated;
    shown.certainty = entry.claim->certainty;
    shown.said_time = arena.Keep(entry.said_text);
    NoteDocuments(entry.side, entry.seen, exhibit);
  }
}

std::vector<const Exhibit*> Exhibits::Of(const std::vector<Statement>& statements,
                                         std::forward_list<Exhibit>& own) const {
  std::vector<const Exhibit*> exhibits;
  exhibits.reserve(statements.size());
  for (const Statement& statement : statements) {
    const Exhibit* exhibit = &Of(*statement.entry);
    if (!statement.is_whole()) {
      Exhibit& made = own.emplace_front(*exhibit);
      NoteDocuments(statement.side(), statement.seen, made);
      exhibit = &made;
    }
    exhibits.push_back(exhibit);
  }
  return exhibits;
}

void Exhibits::NoteDocuments(uint32_t side, absl::Span<const Entry::Seen> seen, Exhibit& exhibit) const {
  exhibit.origins = OriginsOf(side, seen, citations_);
  ShownClaim& shown = exhibit.shown;
  shown.attribution = exhibit.origins.attribution;
  shown.origins_min = OriginsMin(exhibit.origins.certain.size(), exhibit.origins.possible.size());
  shown.origins_max = static_cast<int>(exhibit.origins.possible.size());
  shown.sources.clear();
  shown.publishers.clear();
  for (const Entry::Seen& each : seen) {
    shown.sources.push_back(roster_.sources()[each.source]);
    const uint32_t publisher = roster_.publisher(each.source);
    if (publisher == Roster::kNone) continue;
    const std::string_view name = roster_.entities()[publisher];
    if (std::find(shown.publishers.begin(), shown.publishers.end(), name) == shown.publishers.end()) {
      shown.publishers.push_back(name);
    }
  }
}

}  // namespace gainsay::engine
