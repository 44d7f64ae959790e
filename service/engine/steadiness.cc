#include "service/engine/steadiness.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "service/engine/carriage.h"
#include "service/engine/number_set.h"
#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

// The most pairs of answers that are looked at for one that excludes the other.
constexpr size_t kMostPairs = 5'000;

// Whether nobody took anything back, and no model's word counts.
bool NothingRevised(const Bench& bench, const Docket& docket, Moment cut) {
  return docket.none_withdrawn_by(cut) && !bench.answers.may_be_model_judged();
}

// Since when what was said at an earlier moment is just a part of what is read now, where nothing was
// revised: as long as nobody's later word has replaced an earlier one, or at least since a party last spoke
// again.
Moment OnlyGrewSince(const Bench& bench, const Docket& docket, Moment cut) {
  const auto& statements = bench.stances.statements();
  const bool always =
      !bench.reading.replaced && std::all_of(statements.begin(), statements.end(),
                                             [](const Statement& s) { return s.entry->in_plain_order; });
  return always ? kUndatedMoment : docket.LastSpokeAgainBy(cut);
}

// Whether nothing that was ever said, replaced or not, excludes anything else that was: it is certain that no
// position has been opposed.
bool NeverOpposed(const Bench& bench, const Docket& docket, Moment cut) {
  std::vector<bool> given(bench.answers.size(), false);
  absl::InlinedVector<uint32_t, 16> answers;
  size_t pairs = 0;
  for (const Entry& entry : docket.entries()) {
    if (entry.said > cut) break;
    if (!entry.FormsPositions() || given[entry.answer]) continue;
    given[entry.answer] = true;
    pairs += answers.size();
    if (pairs > kMostPairs) return false;
    for (const uint32_t other : answers) {
      if (bench.answers.RelationOf(other, entry.answer) == SetRelation::kDisjoint) return false;
    }
    answers.push_back(entry.answer);
  }
  return true;
}

// Of a position that has never been opposed.
Moment ConfirmedSince(const Bench& bench, const Judgement& judgement, Moment cut) {
  const auto& members = judgement.stance->members;
  const auto first = std::find_if(members.begin(), members.end(),
                                  [](const Statement* member) { return member->entry->in_plain_order; });
  if (first == members.end()) return cut;
  const Standing standing = bench.stances.StandingTo(*judgement.stance);
  NumberSet alone;
  for (const Row& row : standing.supporters()) {
    const Statement& statement = *row.statement;
    const bool certain =
        !statement.valid() && statement.entries.size() == 1 && statement.entry->in_plain_order;
    if (!certain || !statement.stands_alone || !CountsTowards(bench, row)) continue;
    alone.insert(statement.side());
    if (static_cast<int>(alone.size()) < bench.policy.min_sides) continue;
    // There is no position before somebody says just this.
    return std::max(statement.said(), (*first)->said());
  }
  return cut;
}

Moment AnyConfirmedSince(const Bench& bench, const std::vector<Judgement>& judgements, Moment cut) {
  Moment since = cut;
  for (const Judgement& judgement : judgements) {
    if (judgement.status != Status::kConfirmed) break;
    since = std::min(since, ConfirmedSince(bench, judgement, cut));
  }
  return since;
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

// Of a question in which nothing conflicts, and what is read only grew.
Moment GrowingSince(const Bench& bench, const Docket& docket, const std::vector<Judgement>& judgements,
                    Status status, Moment cut) {
  if (status == Status::kConfirmed) return AnyConfirmedSince(bench, judgements, cut);
  if (status == Status::kIndeterminate) return IndeterminateSince(bench, cut);
  if (status == Status::kUnconfirmed && bench.stances.all_related()) {
    return UnconfirmedSince(bench, docket, cut);
  }
  return cut;
}

}  // namespace

Moment ConflictingSince(const Docket& docket, const StatementPair& conflict, Moment cut) {
  if (!docket.none_withdrawn_by(cut)) return cut;
  const auto& [first, second] = conflict;
  const bool plain = first->entry->in_plain_order && second->entry->in_plain_order;
  return plain ? second->said() : std::max(second->said(), docket.LastSpokeAgainBy(cut));
}

Moment UnopposedSince(const Bench& bench, const Docket& docket, const std::vector<Judgement>& judgements,
                      Status status, Moment cut) {
  if (judgements.empty() || !NothingRevised(bench, docket, cut)) return cut;
  if (status == Status::kConfirmed && NeverOpposed(bench, docket, cut)) {
    return AnyConfirmedSince(bench, judgements, cut);
  }
  return std::max(OnlyGrewSince(bench, docket, cut), GrowingSince(bench, docket, judgements, status, cut));
}

}  // namespace gainsay::engine
