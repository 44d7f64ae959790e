#include "service/search/search.h"

#include <algorithm>
#include <utility>

#include "service/ledger/reader.h"
#include "service/ledger/said_time.h"
#include "service/ledger/side_members.h"
#include "service/search/passages.h"

namespace gainsay::search {
namespace {

using model::NameKind;

// The kinds that a search may find: what only claims have narrows it to them.
std::vector<NameKind> KindsOf(const SearchFilter& filter) {
  std::vector<NameKind> kinds;
  for (const NameKind kind : ledger::kAllKinds) {
    const auto& asked = filter.kinds;
    const bool wanted = asked.empty() || std::find(asked.begin(), asked.end(), kind) != asked.end();
    const bool of_claims = !filter.party.empty() || filter.said_time;
    if (IsSearched(kind) && wanted && (!of_claims || kind == NameKind::kClaim)) kinds.push_back(kind);
  }
  return kinds;
}

Query QueryOf(const SearchFilter& filter, TextAnalyzer& analyzer) {
  switch (filter.form) {
    case QueryForm::kTyped:
      return Query::Of(filter.query, analyzer);
    case QueryForm::kWords:
      return Query::OfWords(filter.query, analyzer);
    case QueryForm::kPhrase:
      return Query::OfPhrase(filter.query, analyzer);
  }
  return {};
}

absl::StatusOr<Scope> ScopeOf(const ledger::Reader& reader, const SearchFilter& filter) {
  Scope scope{KindsOf(filter), filter.topic, std::nullopt};
  if (!filter.topic.empty()) {
    const absl::Status topic = reader.Get<model::Topic>(filter.topic, "topic").status();
    if (!topic.ok()) return topic;
  }
  if (filter.party.empty()) return scope;
  const absl::Status party = reader.Get<model::Entity>(filter.party, "party").status();
  if (!party.ok()) return party;
  absl::StatusOr<std::set<std::string>> side = ledger::SideMembersOf(reader, filter.party);
  if (!side.ok()) return side.status();
  scope.parties = *std::move(side);
  return scope;
}

// One search, with what it reads with.
class Session {
 public:
  Session(const ledger::Ledger& ledger, Searcher& searcher) : ledger_(ledger), searcher_(searcher) {}

  // Reads the file as of one moment.
  absl::StatusOr<FoundPage> Read(std::string_view workspace, const SearchFilter& filter, int64_t skip,
                                 int size, store::Revision at_least, ledger::GoOn go_on) {
    const absl::Status begun = searcher_.file.Begin();
    if (!begun.ok()) return begun;
    absl::StatusOr<FoundPage> page = ReadFile(workspace, filter, skip, size, at_least, go_on);
    searcher_.file.Abandon();
    return page;
  }

 private:
  absl::StatusOr<FoundPage> ReadFile(std::string_view workspace, const SearchFilter& filter, int64_t skip,
                                     int size, store::Revision at_least, ledger::GoOn go_on) {
    const absl::StatusOr<Position> position = searcher_.file.GetPosition();
    if (!position.ok()) return position.status();
    // It was dropped since it had that revision.
    if (position->revision < at_least) {
      return absl::UnavailableError("the search index is being built anew");
    }
    const auto snapshot = ledger::OpenSnapshot(ledger_, position->revision);
    if (!snapshot.ok()) return snapshot.status();
    const ledger::Reader reader(**snapshot, std::string(workspace));
    const absl::StatusOr<Scope> scope = ScopeOf(reader, filter);
    if (!scope.ok()) return scope.status();
    FoundPage page;
    page.revision = position->revision;
    const Query query = QueryOf(filter, searcher_.analyzer);
    if (query.empty() || scope->kinds.empty()) return page;
    const auto take = [&](const Match& match) -> absl::StatusOr<bool> {
      if (!filter.said_time && skip > 0) {
        --skip;
        return true;
      }
      absl::StatusOr<std::optional<ledger::Recorded<model::Record>>> found =
          reader.Find(match.kind, match.name);
      if (!found.ok()) return found.status();
      if (!*found) return absl::InternalError("search index: names a record that is not on file");
      const absl::StatusOr<bool> fits = Fits(reader, (*found)->record, filter);
      if (!fits.ok()) return fits.status();
      if (!*fits || skip-- > 0) return true;
      if (static_cast<int>(page.items.size()) == size) {
        page.more = true;
        return false;
      }
      if (!filter.confidential) {
        const absl::Status hidden = HideConfidentialQuotes(reader, (*found)->record);
        if (!hidden.ok()) return hidden;
      }
      const absl::StatusOr<Passages> passages = PassagesOf(reader, (*found)->record);
      if (!passages.ok()) return passages.status();
      page.items.push_back(
          {**std::move(found), match.score, SnippetOf(passages->own, query, searcher_.analyzer)});
      return true;
    };
    const absl::Status visited = searcher_.file.Find(
        reader.workspace(), query.MatchExpression(filter.confidential), *scope, go_on, take);
    if (!visited.ok()) return visited;
    return page;
  }

  static absl::StatusOr<bool> Fits(const ledger::Reader& reader, const model::Record& record,
                                   const SearchFilter& filter) {
    if (!filter.said_time) return true;
    return ledger::IsSaidWithin(reader, std::get<model::Claim>(record), *filter.said_time,
                                filter.confidential);
  }

  const ledger::Ledger& ledger_;
  Searcher& searcher_;
};

}  // namespace

absl::StatusOr<FoundPage> Search(SearchIndex& index, std::string_view workspace, const SearchFilter& filter,
                                 int64_t skip, int size, store::Revision at_least, ledger::GoOn go_on) {
  absl::StatusOr<std::unique_ptr<Searcher>> searcher = index.Lend();
  if (!searcher.ok()) return searcher.status();
  const absl::StatusOr<FoundPage> page =
      Session(index.ledger(), **searcher).Read(workspace, filter, skip, size, at_least, go_on);
  if (absl::IsInternal(page.status()) || absl::IsFailedPrecondition(page.status())) {
    index.Discard(**searcher);
    return absl::UnavailableError("the search index is damaged, and is being built anew");
  }
  index.TakeBack(*std::move(searcher));
  return page;
}

}  // namespace gainsay::search
