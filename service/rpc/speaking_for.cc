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

}  // namespace

absl::Status CheckMayWrite(const Caller& caller, const model::Claim& claim) {
  return CheckParty(caller, "party", claim.party);
}

absl::Status CheckMayWrite(const Caller& caller, const model::Relation& relation) {
  return CheckParty(caller, "author", relation.author);
}

absl::Status CheckMayWrite(const Caller& caller, const model::Source& source) {
  return CheckParty(caller, "publisher", source.publisher);
}

absl::Status CheckMayWithdraw(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                              const model::Withdrawal& withdrawal) {
  if (!caller.parties) return absl::OkStatus();
  const std::string& target = withdrawal.target;
  if (model::CheckName(model::NameKind::kClaim, target).ok()) {
    const auto claim = ledger::GetClaim(ledger, workspace, target);
    if (absl::IsNotFound(claim.status())) return absl::OkStatus();
    return claim.ok() ? CheckParty(caller, "claim", claim->claim.record.party) : claim.status();
  }
  if (model::CheckName(model::NameKind::kSource, target).ok()) {
    const auto source = ledger::Get<model::Source>(ledger, std::string(workspace), target);
    if (absl::IsNotFound(source.status())) return absl::OkStatus();
    return source.ok() ? CheckParty(caller, "source", source->item.record.publisher) : source.status();
  }
  return Denied(caller, "silence", "a silence is observed by others");
}

absl::Status CheckMayImport(const Caller& caller, const model::Record& record) {
  if (!caller.parties) return absl::OkStatus();
  if (const auto* claim = std::get_if<model::Claim>(&record))
    return UnderField("claim", CheckMayWrite(caller, *claim));
  if (const auto* relation = std::get_if<model::Relation>(&record)) {
    return UnderField("relation", CheckMayWrite(caller, *relation));
  }
  return Denied(caller, "record", "of these it may import claims and relations");
}

}  // namespace gainsay::rpc
