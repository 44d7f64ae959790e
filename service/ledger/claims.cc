#include "service/ledger/claims.h"

#include <algorithm>
#include <set>
#include <utility>

#include "service/ledger/claim_index.h"
#include "service/ledger/reader.h"
#include "service/ledger/record_walk.h"
#include "service/ledger/said_time.h"
#include "service/ledger/side_members.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

// What a filter comes to at one snapshot.
class FilteredClaims {
 public:
  FilteredClaims(const Reader& reader, const ClaimFilter& filter) : reader_(reader), filter_(filter) {}

  // Looks up what the filter names. NOT_FOUND: it is not on file.
  absl::Status Resolve() {
    absl::Status status = absl::OkStatus();
    if (!filter_.parent.empty()) status = CheckParent();
    if (status.ok() && !filter_.source.empty()) {
      status = reader_.Get<model::Source>(filter_.source, "source").status();
    }
    if (!status.ok() || filter_.party.empty()) return status;
    status = reader_.Get<model::Entity>(filter_.party, "party").status();
    if (!status.ok()) return status;
    absl::StatusOr<std::set<std::string>> side = SideMembersOf(reader_, filter_.party);
    if (!side.ok()) return side.status();
    side_ = *std::move(side);
    return absl::OkStatus();
  }

  // Calls `visit` for claims that may match, by name, after `after`: the fewest that can be found by key.
  absl::Status Visit(const std::string& after, VisitRecord visit) const {
    std::vector<ClaimIndex> indexes;
    if (!filter_.source.empty()) {
      indexes.push_back(ClaimsBySource(reader_, filter_.source));
    } else if (!filter_.party.empty()) {
      for (const std::string& party : side_) indexes.push_back(ClaimsByParty(reader_, party));
    } else {
      return VisitRecords(reader_, NameKind::kClaim, filter_.parent, after, visit);
    }
    return VisitClaims(reader_, indexes, filter_.parent, after, visit);
  }

  absl::StatusOr<bool> Matches(const model::Claim& claim) const {
    if (!filter_.party.empty() && !side_.contains(claim.party)) return false;
    const auto shows = [&](const model::Appearance& seen) { return seen.source == filter_.source; };
    const auto& seen = claim.appearances;
    if (!filter_.source.empty() && std::none_of(seen.begin(), seen.end(), shows)) return false;
    if (!filter_.said_time) return true;
    return IsSaidWithin(reader_, claim, *filter_.said_time, filter_.dated_by_confidential);
  }

 private:
  absl::Status CheckParent() const {
    if (model::ParentOf(filter_.parent).empty()) {
      return reader_.Get<model::Topic>(filter_.parent, "parent").status();
    }
    return reader_.Get<model::Question>(filter_.parent, "parent").status();
  }

  const Reader& reader_;
  const ClaimFilter& filter_;
  std::set<std::string> side_;
};

}  // namespace

absl::StatusOr<ClaimWithWithdrawals> GetClaim(const Ledger& ledger, std::string_view workspace,
                                              std::string_view name) {
  const auto snapshot = OpenSnapshot(ledger, 0);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  absl::StatusOr<Recorded<model::Claim>> claim = reader.Get<model::Claim>(std::string(name));
  if (!claim.ok()) return claim.status();
  ClaimWithWithdrawals result{*std::move(claim), {}, (*snapshot)->revision()};
  const store::KeyRange withdrawals{store::WithdrawalKey(workspace, name, "withdrawals/0"),
                                    store::QuestionRange(workspace, model::ParentOf(name)).end};
  const absl::Status status = reader.Scan(
      withdrawals, [&](const store::ParsedKey& key, const store::EntryView& entry) -> absl::StatusOr<bool> {
        if (key.name_kind != NameKind::kWithdrawal) return true;
        absl::StatusOr<model::Record> record = DecodeAs(NameKind::kWithdrawal, entry.value);
        if (!record.ok()) return record.status();
        auto& withdrawal = std::get<model::Withdrawal>(*record);
        if (withdrawal.target != name) return true;
        result.withdrawals.push_back({std::move(withdrawal), entry.revision, entry.time});
        return true;
      });
  if (!status.ok()) return status;
  return result;
}

absl::StatusOr<Listing<model::Claim>> ListClaims(const Ledger& ledger, std::string_view workspace,
                                                 const ClaimFilter& filter, const Page& page,
                                                 const Selection<model::Claim>& selection) {
  const auto snapshot = OpenSnapshot(ledger, page.revision);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  FilteredClaims filtered(reader, filter);
  const absl::Status resolved = filtered.Resolve();
  if (!resolved.ok()) return resolved;
  const auto selects = [&](const Recorded<model::Claim>& found) {
    const absl::StatusOr<bool> matches = filtered.Matches(found.record);
    return matches.ok() && *matches && selection.selects ? selection.selects(found) : matches;
  };
  const Selection<model::Claim> both{selects, selection.max_looked_at};
  ListingBuilder<model::Claim> listing(page, (*snapshot)->revision(), both);
  const absl::Status visited = filtered.Visit(page.after, [&](Recorded<model::Record> found) {
    return listing.Add({std::get<model::Claim>(std::move(found.record)), found.revision, found.record_time});
  });
  if (!visited.ok()) return visited;
  return std::move(listing).Finish();
}

}  // namespace gainsay::ledger
