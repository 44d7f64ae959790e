#include "service/engine/respondents.h"

#include <algorithm>
#include <set>

#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

// The most claims that a respondent's row lists.
constexpr size_t kMostClaims = 1'000;

struct LiveSilence {
  Moment as_of = kUndatedMoment;
  uint32_t spoken_for = Roster::kNone;  // who the silent party speaks for
  RespondentSilence row;
};

// Nothing if the silence was withdrawn, not yet observed, or seen only in documents that no longer stand.
std::optional<LiveSilence> Consider(const model::Silence& silence, const CaseFile& file, const Endings& ended,
                                    const Endings& pulled, const Roster& roster, const Cut& cut) {
  if (ended.contains(silence.name)) return std::nullopt;
  LiveSilence live;
  const model::Edtf* as_of =
      silence.as_of_time ? &*silence.as_of_time : FirstPublication(silence.appearances, file.sources);
  live.as_of = LastMomentOf(as_of);
  if (live.as_of > cut.said_until) return std::nullopt;
  std::vector<const model::Appearance*> appearances;
  for (const model::Appearance& appearance : silence.appearances) appearances.push_back(&appearance);
  const auto standing = StandingSources(appearances, pulled, file.sources);
  if (!appearances.empty() && standing.empty()) return std::nullopt;
  std::set<std::string> observers;
  for (const std::string& name : standing) {
    const auto source = file.sources.find(name);
    if (source != file.sources.end() && !source->second.publisher.empty()) {
      observers.insert(source->second.publisher);
    }
  }
  // Of whom nothing else is on file speaks for no respondent.
  const uint32_t party = roster.entities().Find(silence.party);
  if (party != Roster::kNone) live.spoken_for = roster.SpokenForAt(party, live.as_of);
  live.row = {.silence = silence.name,
              .party = silence.party,
              .kind = silence.kind,
              .as_of_time = as_of != nullptr ? as_of->text() : "",
              .observers = {observers.begin(), observers.end()},
              .sources = {standing.begin(), standing.end()}};
  std::sort(live.row.sources.begin(), live.row.sources.end());
  return live;
}

}  // namespace

std::vector<Respondent> RespondentsOf(const CaseFile& file, const Reading& reading, const Roster& roster,
                                      const Cut& cut) {
  const Endings ended = EndingsBy(cut.said_until, file.question.withdrawals, file.sources);
  const Endings pulled = EndingsBy(cut.said_until, file.source_withdrawals, file.sources);
  std::vector<LiveSilence> silences;
  for (const auto& silence : file.question.silences) {
    auto live = Consider(silence.record, file, ended, pulled, roster, cut);
    if (live) silences.push_back(std::move(*live));
  }
  std::sort(silences.begin(), silences.end(), [](const LiveSilence& a, const LiveSilence& b) {
    return a.as_of != b.as_of ? a.as_of > b.as_of : a.row.silence < b.row.silence;
  });
  std::vector<Respondent> respondents;
  for (const std::string& entity : file.question.question.respondents) {
    Respondent respondent{.entity = entity};
    const uint32_t number = roster.entities().Find(entity);
    for (const Entry* entry : reading.utterances) {
      if (!entry->speaks_for_respondent) continue;
      const uint32_t spoke_for = roster.SpokenForAt(number, entry->said);
      if (roster.SpokenForAt(entry->party, entry->said) != spoke_for) continue;
      if (respondent.claims.size() < kMostClaims) {
        respondent.claims.push_back(entry->claim->name);
      } else {
        ++respondent.unlisted_claims;
      }
    }
    for (const LiveSilence& silence : silences) {
      if (silence.spoken_for != roster.SpokenForAt(number, silence.as_of)) continue;
      respondent.silences.push_back(silence.row);
      respondent.silences.back().overtaken = !respondent.claims.empty();
    }
    if (!respondent.claims.empty()) {
      respondent.state = RespondentState::kSpoke;
    } else if (!respondent.silences.empty()) {
      respondent.state = RespondentState::kSilent;
    }
    respondents.push_back(std::move(respondent));
  }
  std::sort(respondents.begin(), respondents.end(),
            [](const Respondent& a, const Respondent& b) { return a.entity < b.entity; });
  return respondents;
}

}  // namespace gainsay::engine
