#include "service/engine/standing.h"

#include <algorithm>
#include <utility>

namespace gainsay::engine {
namespace {

using Sources = std::unordered_map<std::string, model::Source>;

}  // namespace

Moment RecordedMoment(absl::Time recorded) { return absl::ToUnixSeconds(recorded) + 1; }

Moment CountsFrom(const OnFile<model::Withdrawal>& withdrawal, const Sources& sources) {
  if (withdrawal.record.time) return LastMomentOf(withdrawal.record.time);
  const Moment published = LastMomentOf(FirstPublication(withdrawal.record.appearances, sources));
  return published != kUndatedMoment ? published : RecordedMoment(withdrawal.record_time);
}

Endings EndingsBy(Moment said_until, const std::vector<OnFile<model::Withdrawal>>& withdrawals,
                  const Sources& sources) {
  Endings endings;
  for (const auto& withdrawal : withdrawals) {
    const model::WithdrawalKind kind = withdrawal.record.kind;
    const bool voids = kind == model::WithdrawalKind::kVoided;
    if (!voids && CountsFrom(withdrawal, sources) > said_until) continue;
    const auto [ending, is_new] = endings.emplace(withdrawal.record.target, kind);
    if (voids || (!is_new && ending->second != model::WithdrawalKind::kVoided && kind < ending->second)) {
      ending->second = kind;
    }
  }
  return endings;
}

const model::Edtf* FirstPublication(const std::vector<model::Appearance>& appearances,
                                    const Sources& sources) {
  const auto place = [](const model::Edtf& time) {
    return std::make_pair(LastMomentOf(&time), std::string_view(time.text()));
  };
  const model::Edtf* first = nullptr;
  for (const model::Appearance& appearance : appearances) {
    const auto source = sources.find(appearance.source);
    if (source == sources.end() || !source->second.publish_time) continue;
    const model::Edtf& published = *source->second.publish_time;
    if (first == nullptr || place(published) < place(*first)) first = &published;
  }
  return first;
}

std::unordered_set<std::string> StandingSources(const std::vector<const model::Appearance*>& appearances,
                                                const Endings& pulled, const Sources& sources) {
  std::unordered_map<std::string, bool> first_hand;
  for (const model::Appearance* appearance : appearances) {
    first_hand[appearance->source] |= appearance->access == model::Access::kFirstHand;
  }
  std::unordered_map<std::string, int> supports;  // cited carriers that still stand
  std::unordered_map<std::string, std::vector<std::string>> cited_by;
  std::vector<std::string> fallen;
  for (const auto& [name, is_first_hand] : first_hand) {
    if (pulled.contains(name)) fallen.push_back(name);
    const auto source = sources.find(name);
    if (is_first_hand || source == sources.end()) continue;
    for (const model::Citation& citation : source->second.cites) {
      if (citation.source == name || !first_hand.contains(citation.source)) continue;
      ++supports[name];
      cited_by[citation.source].push_back(name);
    }
  }
  std::unordered_set<std::string> standing;
  for (const auto& [name, is_first_hand] : first_hand) standing.insert(name);
  while (!fallen.empty()) {
    const std::string name = std::move(fallen.back());
    fallen.pop_back();
    if (standing.erase(name) == 0) continue;
    for (const std::string& citing : cited_by[name]) {
      if (--supports[citing] == 0) fallen.push_back(citing);
    }
  }
  return standing;
}

}  // namespace gainsay::engine
