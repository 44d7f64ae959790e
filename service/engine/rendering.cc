#include "service/engine/rendering.h"

#include <algorithm>

#include "service/engine/consensus.h"

namespace gainsay::engine {
namespace {

RelatedClaim RenderRow(const Bench& bench, const Standing& standing, const Row& row) {
  return {.shown = &bench.exhibits[bench.stances.IndexOf(*row.statement)]->shown,
          .relation = row.relation,
          .reason = standing.ReasonOf(row)};
}

}  // namespace

Position RenderPosition(const Bench& bench, const Judgement& judgement) {
  const Stance& stance = *judgement.stance;
  Position position{.stated = ShownValue(stance),
                    .status = judgement.status,
                    .conflict_kind = judgement.conflict_kind,
                    .grade = judgement.grade,
                    .flags = judgement.flags,
                    .counts = judgement.counts};
  const size_t most = bench.limits.rows;
  const size_t sides = std::min(judgement.sides.size(), most);
  position.sides.reserve(sides);
  for (size_t i = 0; i < sides; ++i) position.sides.push_back(bench.roster.side_name(judgement.sides[i]));
  const Standing standing = bench.stances.StandingTo(stance);
  position.supporters.reserve(judgement.listed.size());
  position.opposers.reserve(std::min(static_cast<size_t>(judgement.opposers), most));
  position.compatible.reserve(std::min(static_cast<size_t>(judgement.compatible), most));
  for (size_t i = 0; i < judgement.listed.size(); ++i) {
    position.supporters.push_back(RenderRow(bench, standing, judgement.listed[i]));
    position.supporters.back().independent = judgement.independent[i];
    position.supporters.back().counted = judgement.counted[i];
  }
  const auto list_in = [&](std::vector<RelatedClaim>& rows) {
    return [&](const Statement& statement, SetRelation relation) {
      if (rows.size() == most) return false;
      rows.push_back(RenderRow(bench, standing, {&statement, relation}));
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
