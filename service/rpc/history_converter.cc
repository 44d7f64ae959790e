#include "service/rpc/history_converter.h"

#include <algorithm>

#include "service/rpc/comparison_converter.h"
#include "service/rpc/comparison_enums.h"

namespace gainsay::rpc {

std::string KnownAtText(absl::Time time) {
  return absl::FormatTime("%Y-%m-%d%ET%H:%M:%E6S%Ez", time, absl::UTCTimeZone());
}

v1::HistoryEntry HistoryEntryToProto(const engine::Turn& turn) {
  const engine::Verdict& verdict = turn.verdict;
  v1::HistoryEntry proto;
  proto.set_status(ToWire(verdict.status));
  if (verdict.conflict_kind) proto.set_conflict_kind(ToWire(*verdict.conflict_kind));
  if (verdict.grade) proto.set_grade(ToWire(*verdict.grade));
  if (verdict.consensus) *proto.mutable_consensus() = ConsensusToProto(*verdict.consensus);
  proto.set_said_time(turn.said_time);
  proto.set_known_at(KnownAtText(turn.known));
  proto.set_revision(turn.revision);
  const size_t named = std::min(turn.causes.size(), kMaxCauses);
  proto.mutable_causes()->Assign(turn.causes.begin(), turn.causes.begin() + static_cast<ptrdiff_t>(named));
  return proto;
}

}  // namespace gainsay::rpc
