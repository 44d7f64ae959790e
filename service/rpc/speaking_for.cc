#include "service/rpc/speaking_for.h"

#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "service/ledger/claims.h"
#include "service/ledger/nouns.h"
#include "service/model/names.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {
namespace {

absl::Status Denied(const Caller& caller, std::string_view field, std::string_view what) {
  return absl::PermissionDeniedError(absl::StrCat(std::string(field), ": ", caller.name,
                                                  " may write for its parties only; ", std::string(what)));
}

absl::Status CheckParty(const Caller& caller, std::string_view field, const std::string& party) {
  if (!caller.parties || caller.parties->contains(party)) return absl::OkStatus();
  return Denied(caller, field, party.empty() ? "this is nobody's" : party + " is none of them");
}

// Whether a source is published by a party that the caller may write for.
absl::StatusOr<bool> IsTheirs(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                              const std::string& source) {
  const auto found = ledger::Get<model::Source>(ledger, std::string(workspace), source);
  if (!found.ok()) return found.status();
  return caller.parties->contains(found->item.record.publisher);
}

}  // namespace

absl::Status CheckMayWrite(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                           const model::Claim& claim) {
  if (!caller.parties) return absl::OkStatus();
  const absl::Status party = CheckParty(caller, "party", claim.party);
  if (!party.ok()) return party;
  for (size_t i = 0; i < claim.appearances.size(); ++i) {
    const model::Appearance& appearance = claim.appearances[i];
    if (appearance.access != model::Access::kFirstHand) continue;
    const absl::StatusOr<bool> theirs = IsTheirs(ledger, workspace, caller, appearance.source);
    if (!theirs.ok())
      return UnderField(Indexed("appearances", static_cast<int>(i)) + ".source", theirs.status());
    if (!*theirs) {
      return Denied(caller, Indexed("appearances", static_cast<int>(i)) + ".access",
                    "FIRST_HAND is for their own documents");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckMayWrite(const Caller& caller, const model::Source& source) {
  if (!caller.parties) return absl::OkStatus();
  const absl::Status publisher = CheckParty(caller, "publisher", source.publisher);
  if (!publisher.ok()) return publisher;
  if (source.reliability == model::Reliability::kF) return absl::OkStatus();
  return Denied(caller, "reliability", "others judge how reliable it is");
}

absl::Status CheckMayWrite(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                           const model::Withdrawal& withdrawal) {
  if (!caller.parties) return absl::OkStatus();
  if (withdrawal.kind == model::WithdrawalKind::kVoided) {
    return Denied(caller, "kind", "VOIDED is for who keeps the record");
  }
  const std::string& target = withdrawal.target;
  if (model::CheckName(model::NameKind::kClaim, target).ok()) {
    const auto claim = ledger::GetClaim(ledger, workspace, target);
    return claim.ok() ? CheckParty(caller, "claim", claim->claim.record.party)
                      : UnderField("claim", claim.status());
  }
  if (model::CheckName(model::NameKind::kSource, target).ok()) {
    const absl::StatusOr<bool> theirs = IsTheirs(ledger, workspace, caller, target);
    if (!theirs.ok()) return UnderField("source", theirs.status());
    return *theirs ? absl::OkStatus() : Denied(caller, "source", "another published it");
  }
  return Denied(caller, "silence", "a silence is observed by others");
}

absl::Status CheckMayImport(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                            const model::Record& record) {
  if (!caller.parties) return absl::OkStatus();
  if (const auto* claim = std::get_if<model::Claim>(&record)) {
    return UnderField("claim", CheckMayWrite(ledger, workspace, caller, *claim));
  }
  return Denied(caller, "record", "of these it may import claims alone");
}

}  // namespace gainsay::rpc
