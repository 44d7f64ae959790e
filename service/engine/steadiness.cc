#include "service/engine/steadiness.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "service/engine/carriage.h"
#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

// Whether what was said at an earlier moment is just a part of what is read now: nobody took anything back,
// and nobody's later word has replaced an earlier one.
bool OnlyGrew(const Bench& bench, const Docket& docket, Moment cut) {
  const auto& statements = bench.stances.statements();
  return docket.none_withdrawn_by(cut) && !bench.reading.replaced && !bench.answers.may_be_model_judged() &&
         std::all_of(statements.begin(), statements.end(),
                     [](const Statement& statement) { return statement.entry->in_plain_order; });
}

Moment ConfirmedSince(const Bench& bench, const Judgement& judgement, Moment cut) {
  const Standing standing = bench.stances.StandingTo(*judgement.stance);
  absl::flat_hash_set<uint32_t> alone;
  for (const Row& row : standing.supporters()) {
    const Statement& statement = *row.statement;
    const bool certain = !statement.valid() && statement.entries.size() == 1;
    if (!certain || !statement.stands_alone || !CountsTowards(bench, row)) continue;
    alone.insert(statement.side());
    if (static_cast<int>(alone.size()) < bench.policy.min_sides) continue;
    // There is no position before somebody says just this.
    return std::max(statement.said(), judgement.stance->members.front()->said());
  }
  return cut;
}

// Whether so many of a position's supporters as hold at one moment can never be voices enough: every voice is
// that of a side that may stand by itself, or of one that others rely on.
bool MayConfirm(const Bench& bench, const Carriage& carriage, const std::vector<Row>& supporters) {
  bool may = false;
  ForEachMoment(supporters, Moments::kFullest, [&](const std::vector<size_t>& holding) {
    absl::flat_hash_set<uint32_t> voices;
    for (const size_t i : holding) {
      if (may || static_cast<int>(voices.size()) >= bench.policy.min_sides) break;
      const Entry& entry = *supporters[i].statement->entry;
      const Carriage::SidesReliedOn relied_on = carriage.ReliesOn(entry);
      if (relied_on.empty() || supporters[i].statement->entries.size() > 1) {
        voices.insert(entry.side);
      } else {
        voices.insert(relied_on.begin(), relied_on.end());
      }
    }
    may = may || static_cast<int>(voices.size()) >= bench.policy.min_sides;
  });
  return may;
}

Moment UnconfirmedSince(const Bench& bench, const Docket& docket, Moment cut) {
  for (const Stance& stance : bench.stances.all()) {
    if (MayConfirm(bench, *docket.carriage(), bench.stances.StandingTo(stance).supporters())) return cut;
  }
  return bench.stances.statements().front().said();
}

// Nothing that different sides say can be related, so it is since there have been two; unless one of them
// alone confirms, and was not yet contradicted by its own.
Moment IndeterminateSince(const Bench& bench, Moment cut) {
  if (bench.policy.min_sides < 2) return cut;
  const auto& statements = bench.stances.statements();
  const auto other = std::find_if(statements.begin(), statements.end(), [&](const Statement& statement) {
    return !OfOneSide(statement, statements.front());
  });
  return other == statements.end() ? cut : other->said();
}

}  // namespace

Moment ConflictingSince(const Docket& docket, const std::vector<Statement>& statements, size_t second,
                        Moment cut) {
  const bool plain = docket.none_withdrawn_by(cut) &&
                     std::all_of(statements.begin(), statements.begin() + static_cast<ptrdiff_t>(second) + 1,
                                 [](const Statement& statement) { return statement.entry->in_plain_order; });
  return plain ? statements[second].said() : cut;
}

Moment UnopposedSince(const Bench& bench, const Docket& docket, const std::vector<Judgement>& judgements,
                      Status status, Moment cut) {
  if (judgements.empty() || !OnlyGrew(bench, docket, cut)) return cut;
  if (status == Status::kConfirmed) return ConfirmedSince(bench, judgements.front(), cut);
  if (status == Status::kIndeterminate) return IndeterminateSince(bench, cut);
  if (status == Status::kUnconfirmed && bench.stances.all_related())
    return UnconfirmedSince(bench, docket, cut);
  return cut;
}

}  // namespace gainsay::engine
