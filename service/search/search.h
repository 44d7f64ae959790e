#ifndef GAINSAY_SERVICE_SEARCH_SEARCH_H_
#define GAINSAY_SERVICE_SEARCH_SEARCH_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/go_on.h"
#include "service/model/edtf.h"
#include "service/search/search_index.h"
#include "service/search/snippet.h"

namespace gainsay::search {

// How a query's text is read: Query has a function for each.
enum class QueryForm { kTyped, kWords, kPhrase };

// What to find. All that is set must hold.
struct SearchFilter {
  std::string query;
  QueryForm form = QueryForm::kTyped;
  std::vector<model::NameKind> kinds;    // empty: every kind that is searched
  std::string topic;                     // topics/{id}: questions and claims below it
  std::string party;                     // claims of everyone on this party's side
  std::optional<model::Edtf> said_time;  // claims said, or else first published, within it
  bool confidential = true;  // whether what confidential sources say, and when, is looked at, and quoted
};

struct Found {
  ledger::Recorded<model::Record> record;
  double score = 0;
  std::optional<Snippet> snippet;  // nothing if only its context matches
};

struct FoundPage {
  std::vector<Found> items;  // those that fit best first
  bool more = false;
  store::Revision revision = 0;  // that the index has, and the records were read at
};

// Returns `size` records of what a search finds, after `skip` of them, as the index has it, which must be at
// `at_least` (UNAVAILABLE: it is not). Asks `go_on` now and then. Waits for
// nothing: SearchIndex::Await does. NOT_FOUND: the topic or party is not on file. DATA_LOSS: stored bytes are
// damaged. UNAVAILABLE: the store or the index cannot be read; where the index is damaged, it is being built
// anew.
absl::StatusOr<FoundPage> Search(SearchIndex& index, std::string_view workspace, const SearchFilter& filter,
                                 int64_t skip, int size, store::Revision at_least, ledger::GoOn go_on);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_SEARCH_H_
