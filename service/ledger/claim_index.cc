#include "service/ledger/claim_index.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "service/ledger/name_order.h"

namespace gainsay::ledger {
namespace {

// Names read from one index before they are merged with those from the others.
constexpr size_t kChunk = 256;

std::string FirstClaimOf(const std::string& question) { return question + "/claims/0"; }

// Returns the names of up to kChunk claims of an index, by name, after `after`.
absl::StatusOr<std::vector<std::string>> NextOf(const Reader& reader, const ClaimIndex& index,
                                                const std::string& scope, const std::string& after) {
  const std::string from_question(model::ParentOf(after));
  const QuestionKeys keys{
      [&index](const std::string& question) { return index.key_of(FirstClaimOf(question)); }, index.end};
  std::vector<std::string> names;
  const auto visit_claim = [&](const std::string& question, const std::string& claim) {
    if (model::ParentOf(claim) != question) return false;
    if (claim != after) names.push_back(claim);
    return names.size() < kChunk;
  };
  const auto visit_question = [&](const std::string& question) -> absl::StatusOr<bool> {
    const std::string first = question == from_question ? after : FirstClaimOf(question);
    const absl::Status status =
        reader.Scan({index.key_of(first), index.end},
                    [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
                      return visit_claim(question, key.name);
                    });
    if (!status.ok()) return status;
    return names.size() < kChunk;
  };
  const absl::StatusOr<bool> visited = VisitQuestions(reader, keys, scope, from_question, visit_question);
  if (!visited.ok()) return visited.status();
  return names;
}

// The next names of several indexes, by name.
struct Merged {
  std::set<std::string> names;
  std::optional<std::string> bound;  // up to here they are complete; nothing: to the end
};

absl::StatusOr<Merged> NextOfAll(const Reader& reader, const std::vector<ClaimIndex>& indexes,
                                 const std::string& scope, const std::string& after) {
  Merged merged;
  for (const ClaimIndex& index : indexes) {
    const absl::StatusOr<std::vector<std::string>> next = NextOf(reader, index, scope, after);
    if (!next.ok()) return next.status();
    merged.names.insert(next->begin(), next->end());
    if (next->size() == kChunk) merged.bound = std::min(merged.bound.value_or(next->back()), next->back());
  }
  if (merged.bound) merged.names.erase(merged.names.upper_bound(*merged.bound), merged.names.end());
  return merged;
}

absl::StatusOr<bool> VisitNamed(const Reader& reader, const std::set<std::string>& names, VisitRecord visit) {
  for (const std::string& name : names) {
    absl::StatusOr<Recorded<model::Claim>> claim = reader.Get<model::Claim>(name);
    if (!claim.ok()) return claim.status();
    const absl::StatusOr<bool> more = visit({std::move(claim->record), claim->revision, claim->record_time});
    if (!more.ok() || !*more) return more;
  }
  return true;
}

}  // namespace

ClaimIndex ClaimsByParty(const Reader& reader, const std::string& party) {
  const std::string& workspace = reader.workspace();
  return {[&workspace, party](const std::string& claim) {
            return store::ClaimByPartyKey(workspace, party, claim);
          },
          store::ClaimsByPartyRange(workspace, party).end};
}

ClaimIndex ClaimsBySource(const Reader& reader, const std::string& source) {
  const std::string& workspace = reader.workspace();
  return {[&workspace, source](const std::string& claim) {
            return store::ClaimBySourceKey(workspace, source, claim);
          },
          store::ClaimsBySourceRange(workspace, source).end};
}

absl::Status VisitClaims(const Reader& reader, const std::vector<ClaimIndex>& indexes,
                         const std::string& scope, const std::string& after, VisitRecord visit) {
  std::optional<std::string> from = after;
  while (from) {
    absl::StatusOr<Merged> next = NextOfAll(reader, indexes, scope, *from);
    if (!next.ok()) return next.status();
    const absl::StatusOr<bool> more = VisitNamed(reader, next->names, visit);
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    from = std::move(next->bound);
  }
  return absl::OkStatus();
}

}  // namespace gainsay::ledger
