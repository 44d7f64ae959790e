#include "service/engine/rendering.h"

#include <algorithm>

#include "service/engine/consensus.h"

namespace gainsay::engine {
namespace {

RelatedClaim RenderRow(const Bench& bench, const Stance::Row& row, const Origins& origins) {
  const Statement& statement = *row.statement;
  RelatedClaim claim{.claim = statement.name(),
                     .party = statement.party,
                     .side = statement.side,
                     .relation = row.related.relation,
                     .attribution = origins.attribution,
                     .origins_min = OriginsMin(origins.certain, origins.possible),
                     .origins_max = static_cast<int>(origins.possible.size()),
                     .stated = {statement.first().value, statement.first().polarity},
                     .certainty = statement.first().certainty,
                     .said_time = statement.said_text,
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

std::vector<RelatedClaim> RenderRows(const Bench& bench, const std::vector<Stance::Row>& rows) {
  std::vector<RelatedClaim> claims;
  for (const Stance::Row& row : rows) {
    claims.push_back(RenderRow(bench, row, OriginsOf(*row.statement, bench.citations)));
  }
  return claims;
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
                    .sides = judgement.independence.sides};
  for (size_t i = 0; i < stance.supporters.size(); ++i) {
    position.supporters.push_back(RenderRow(bench, stance.supporters[i], judgement.origins[i]));
    position.supporters.back().independent = judgement.independence.independent[i];
    position.supporters.back().counted = judgement.counted[i];
  }
  position.opposers = RenderRows(bench, stance.opposers);
  position.compatible = RenderRows(bench, stance.compatible);
  return position;
}

}  // namespace gainsay::engine
