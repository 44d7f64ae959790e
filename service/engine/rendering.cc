#include "service/engine/rendering.h"

#include <algorithm>

#include "service/engine/consensus.h"

namespace gainsay::engine {
namespace {

RelatedClaim RenderRow(const Bench& bench, const Row& row) {
  const Statement& statement = *row.statement;
  const Origins& origins = bench.traces[bench.stances.IndexOf(statement)].origins;
  RelatedClaim claim{.claim = statement.name(),
                     .party = statement.party(),
                     .side = statement.side(),
                     .relation = row.related.relation,
                     .attribution = origins.attribution,
                     .origins_min = OriginsMin(origins.certain.size(), origins.possible.size()),
                     .origins_max = static_cast<int>(origins.possible.size()),
                     .stated = {statement.first().value, statement.first().polarity},
                     .certainty = statement.first().certainty,
                     .said_time = statement.entry->said_text,
                     .reason = row.related.reason};
  for (const model::Appearance* appearance : statement.appearances) {
    claim.sources.push_back(appearance->source);
    const auto source = bench.file.sources.find(appearance->source);
    if (source == bench.file.sources.end() || source->second.publisher.empty()) continue;
    const std::string& publisher = source->second.publisher;
    if (std::find(claim.publishers.begin(), claim.publishers.end(), publisher) == claim.publishers.end()) {
      claim.publishers.push_back(publisher);
    }
  }
  return claim;
}

}  // namespace

Position RenderPosition(const Bench& bench, const Judgement& judgement) {
  const Stance& stance = *judgement.stance;
  Position position{.stated = ShownValue(stance),
                    .status = judgement.status,
                    .conflict_kind = judgement.conflict_kind,
                    .grade = judgement.grade,
                    .flags = judgement.flags,
                    .counts = judgement.counts,
                    .sides = judgement.sides};
  if (position.sides.size() > bench.limits.rows) position.sides.resize(bench.limits.rows);
  const size_t most = bench.limits.rows;
  for (size_t i = 0; i < judgement.listed.size(); ++i) {
    position.supporters.push_back(RenderRow(bench, judgement.listed[i]));
    position.supporters.back().independent = judgement.independent[i];
    position.supporters.back().counted = judgement.counted[i];
  }
  const Standing standing = bench.stances.StandingTo(stance);
  const auto list_in = [&](std::vector<RelatedClaim>& rows) {
    return [&](const Statement& statement, SetRelation) {
      if (rows.size() == most) return false;
      rows.push_back(RenderRow(bench, standing.RowOf(statement)));
      return rows.size() < most;
    };
  };
  standing.ForEachOpposer(list_in(position.opposers));
  standing.ForEachCompatible(list_in(position.compatible));
  const auto unlisted = [](int all, const std::vector<RelatedClaim>& rows) {
    return all - static_cast<int>(rows.size());
  };
  position.unlisted_supporters = unlisted(judgement.supporters, position.supporters);
  position.unlisted_opposers = unlisted(judgement.opposers, position.opposers);
  position.unlisted_compatible = unlisted(judgement.compatible, position.compatible);
  return position;
}

}  // namespace gainsay::engine
