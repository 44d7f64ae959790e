#include "service/search/similar.h"

#include <algorithm>

#include "service/ledger/claims.h"
#include "service/search/passages.h"
#include "service/search/search.h"

namespace gainsay::search {
namespace {

// Of a claim's own score: less shares too few of its words.
constexpr double kLeastShare = 0.5;
constexpr int kLookedAt = 100;

}  // namespace

absl::StatusOr<std::vector<std::string>> SimilarTo(SearchIndex& index, std::string_view workspace,
                                                   const std::string& claim, size_t most, bool confidential,
                                                   ledger::GoOn go_on) {
  const auto own = ledger::GetClaim(index.ledger(), workspace, claim);
  if (!own.ok()) return own.status();
  const SearchFilter filter{.query = WordsOf(own->claim.record),
                            .form = QueryForm::kWords,
                            .kinds = {model::NameKind::kClaim},
                            .topic = {},
                            .party = {},
                            .said_time = {},
                            .confidential = confidential};
  const absl::StatusOr<FoundPage> found = Search(index, workspace, filter, 0, kLookedAt, 0, go_on);
  if (!found.ok()) return found.status();
  const auto is_own = [&claim](const Found& item) { return ledger::NameOf(item.record.record) == claim; };
  const auto itself = std::find_if(found->items.begin(), found->items.end(), is_own);
  std::vector<std::string> similar;
  if (itself == found->items.end()) return similar;
  for (const Found& item : found->items) {
    const std::string& name = ledger::NameOf(item.record.record);
    if (similar.size() == most || item.score < kLeastShare * itself->score) break;
    if (model::ParentOf(name) != model::ParentOf(claim)) similar.push_back(name);
  }
  return similar;
}

}  // namespace gainsay::search
