#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "service/engine/sides.h"
#include "service/ledger/side_walk.h"
#include "service/ledger/statement_checks.h"

namespace gainsay::ledger {
namespace {

using engine::Moment;
using model::WithdrawalKind;

absl::Status NoAuthority(const std::string& field, const std::string& reason) {
  return FieldError(absl::StatusCode::kFailedPrecondition, field, reason);
}

absl::Status Misfit(const std::string& noun, const std::string& kinds) {
  return FieldError(absl::StatusCode::kInvalidArgument, "kind", "a " + noun + " is " + kinds);
}

// When what appeared in these documents was first published; kUndatedMoment if none is dated.
absl::StatusOr<Moment> FirstPublished(Overlay& file, const std::vector<model::Appearance>& appearances) {
  std::optional<Moment> first;
  for (const model::Appearance& appearance : appearances) {
    const absl::StatusOr<const model::Source*> source = file.Find<model::Source>(appearance.source);
    if (!source.ok()) return source.status();
    if (*source == nullptr || !(*source)->publish_time) continue;
    const Moment published = engine::LastMomentOf((*source)->publish_time);
    first = std::min(first.value_or(published), published);
  }
  return first.value_or(engine::kUndatedMoment);
}

absl::StatusOr<Moment> MomentOf(Overlay& file, const std::optional<model::Edtf>& time,
                                const std::vector<model::Appearance>& appearances) {
  if (time) return engine::LastMomentOf(time);
  return FirstPublished(file, appearances);
}

// A statement that is withdrawn: whose, and when it was made.
struct Statement {
  std::string party;
  Moment moment;
};

// Whether `party`, at `moment`, is of the side of who made the statement.
absl::StatusOr<bool> IsOfItsSide(SideWalk& sides, const std::string& party, Moment moment,
                                 const Statement& statement) {
  if (party == statement.party) return true;
  const absl::StatusOr<std::string> root = sides.RootAt(party, moment);
  if (!root.ok()) return root.status();
  for (const Moment then : {statement.moment, moment}) {
    const absl::StatusOr<std::string> side = sides.RootAt(statement.party, then);
    if (!side.ok()) return side.status();
    if (*side == *root) return true;
  }
  return false;
}

absl::Status CheckSide(SideWalk& sides, const std::string& field, const std::string& party, Moment moment,
                       const Statement& statement) {
  const absl::StatusOr<bool> same = IsOfItsSide(sides, party, moment, statement);
  if (!same.ok()) return same.status();
  if (*same) return absl::OkStatus();
  return NoAuthority(field, party + " is not of the side of " + statement.party);
}

bool SaidBefore(const model::Claim& a, const model::Claim& b) {
  if (!a.said_time || !b.said_time) return false;
  const model::TimeSpan& first = a.said_time->span();
  const model::TimeSpan& second = b.said_time->span();
  return first.end && second.begin && *first.end <= *second.begin;
}

absl::Status CheckSuperseding(Overlay& file, SideWalk& sides, const model::Withdrawal& withdrawal,
                              const model::Claim& claim, const Statement& statement) {
  const absl::StatusOr<const model::Claim*> later = file.Find<model::Claim>(withdrawal.superseded_by);
  if (!later.ok()) return later.status();
  if (*later == nullptr || (*later)->question != claim.question || (*later)->name == claim.name) {
    return FieldError(absl::StatusCode::kInvalidArgument, "supersededBy",
                      "must be another claim on " + claim.question);
  }
  if (SaidBefore(**later, claim)) {
    return NoAuthority("supersededBy", (*later)->name + " was said before " + claim.name);
  }
  const absl::StatusOr<Moment> said = MomentOf(file, (*later)->said_time, (*later)->appearances);
  if (!said.ok()) return said.status();
  return CheckSide(sides, "supersededBy", (*later)->party, *said, statement);
}

absl::Status CheckOfClaim(Overlay& file, const model::Withdrawal& withdrawal, Moment moment) {
  const absl::StatusOr<const model::Claim*> claim = file.Find<model::Claim>(withdrawal.target);
  if (!claim.ok()) return claim.status();
  const absl::StatusOr<Moment> said = MomentOf(file, (*claim)->said_time, (*claim)->appearances);
  if (!said.ok()) return said.status();
  const Statement statement{(*claim)->party, *said};
  const std::string& party = withdrawal.party.empty() ? statement.party : withdrawal.party;
  SideWalk sides(file);
  switch (withdrawal.kind) {
    case WithdrawalKind::kRetracted:
      return CheckSide(sides, "party", party, moment, statement);
    case WithdrawalKind::kSuperseded: {
      const absl::Status side = CheckSide(sides, "party", party, moment, statement);
      return side.ok() ? CheckSuperseding(file, sides, withdrawal, **claim, statement) : side;
    }
    case WithdrawalKind::kDisowned:
      if (party == statement.party) return absl::OkStatus();
      return NoAuthority("party", "only " + statement.party + " can disown what it is said to have said");
    case WithdrawalKind::kVoided:
      return absl::OkStatus();
    case WithdrawalKind::kSourcePulled:
      break;
  }
  return Misfit("claim", "RETRACTED, SUPERSEDED, DISOWNED or VOIDED");
}

absl::Status CheckOfSilence(Overlay& file, const model::Withdrawal& withdrawal, Moment moment) {
  const absl::StatusOr<const model::Silence*> silence = file.Find<model::Silence>(withdrawal.target);
  if (!silence.ok()) return silence.status();
  const absl::StatusOr<Moment> seen = MomentOf(file, (*silence)->as_of_time, (*silence)->appearances);
  if (!seen.ok()) return seen.status();
  const Statement statement{(*silence)->party, *seen};
  const std::string& party = withdrawal.party.empty() ? statement.party : withdrawal.party;
  SideWalk sides(file);
  switch (withdrawal.kind) {
    case WithdrawalKind::kRetracted:
      return CheckSide(sides, "party", party, moment, statement);
    case WithdrawalKind::kVoided:
      return absl::OkStatus();
    case WithdrawalKind::kSuperseded:
    case WithdrawalKind::kDisowned:
    case WithdrawalKind::kSourcePulled:
      break;
  }
  return Misfit("silence", "RETRACTED or VOIDED");
}

absl::Status CheckOfSource(Overlay& file, const model::Withdrawal& withdrawal, Moment moment) {
  if (withdrawal.kind == WithdrawalKind::kVoided) return absl::OkStatus();
  if (withdrawal.kind != WithdrawalKind::kSourcePulled) return Misfit("source", "SOURCE_PULLED or VOIDED");
  if (withdrawal.party.empty()) return absl::OkStatus();
  const absl::StatusOr<const model::Source*> source = file.Find<model::Source>(withdrawal.target);
  if (!source.ok()) return source.status();
  file.Guard(model::NameKind::kSource, withdrawal.target);
  if ((*source)->publisher.empty()) {
    return NoAuthority("party",
                       "who published " + withdrawal.target + " is not known, so nobody is of its side");
  }
  SideWalk sides(file);
  const Statement published{(*source)->publisher, engine::LastMomentOf((*source)->publish_time)};
  return CheckSide(sides, "party", withdrawal.party, moment, published);
}

}  // namespace

absl::Status CheckWithdrawal(Overlay& file, const model::Withdrawal& withdrawal) {
  const absl::StatusOr<Moment> moment = MomentOf(file, withdrawal.time, withdrawal.appearances);
  if (!moment.ok()) return moment.status();
  const std::optional<model::NameKind> target = KindOfName(withdrawal.target);
  if (target == model::NameKind::kClaim) return CheckOfClaim(file, withdrawal, *moment);
  if (target == model::NameKind::kSilence) return CheckOfSilence(file, withdrawal, *moment);
  return CheckOfSource(file, withdrawal, *moment);
}

}  // namespace gainsay::ledger
