#include "service/rpc/search_handler.h"

#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/paging.h"
#include "service/rpc/reading.h"
#include "service/rpc/search_converter.h"
#include "service/rpc/source_mask.h"
#include "service/search/search.h"

namespace gainsay::rpc {
namespace {

// Which results a page has.
struct ResultPage {
  int64_t skip = 0;
  int size = 0;
};

absl::StatusOr<ResultPage> ResultPageFromProto(const v1::SearchRequest& request) {
  const absl::StatusOr<int> size = PageSizeFromProto(request.page_size());
  if (!size.ok()) return size.status();
  ResultPage page{0, *size};
  if (request.page_token().empty()) return page;
  const absl::StatusOr<PageToken> token = DecodePageToken(request.page_token(), request);
  if (!token.ok()) return token.status();
  if (!absl::SimpleAtoi(token->after, &page.skip) || page.skip < 0) {
    return FieldError("pageToken", "is none that this service gave");
  }
  return page;
}

void FillResults(const v1::SearchRequest& request, const ResultPage& page, const search::FoundPage& found,
                 v1::SearchResponse& response) {
  bool more = found.more;
  size_t bytes = 0;
  for (const search::Found& item : found.items) {
    v1::SearchResult result = SearchResultToProto(item);
    bytes += result.ByteSizeLong();
    if (bytes > kMaxPageBytes && response.results_size() > 0) {
      more = true;
      break;
    }
    *response.add_results() = std::move(result);
  }
  response.set_revision(found.revision);
  if (!more) return;
  const std::string after = absl::StrCat(page.skip + response.results_size());
  response.set_next_page_token(EncodePageToken({found.revision, after}, request));
}

}  // namespace

absl::Status AwaitIndexed(search::SearchIndex& index, const Call& call, store::Revision revision) {
  return AwaitWithin(index.ledger(), call, "the search index",
                     [&](absl::Time until) { return index.Await(revision, until); });
}

absl::Status ServeSearch(search::SearchIndex& index, const Call& call, const v1::SearchRequest& request,
                         v1::SearchResponse& response) {
  absl::StatusOr<search::SearchFilter> filter = SearchFilterFromProto(request);
  if (!filter.ok()) return filter.status();
  const absl::StatusOr<ResultPage> page = ResultPageFromProto(request);
  if (!page.ok()) return page.status();
  const absl::StatusOr<std::string> workspace = BeginRead(index.ledger(), call, request);
  if (!workspace.ok()) return workspace.status();
  filter->confidential = !MaskFor(index.ledger(), call.caller(), *workspace);
  const store::Revision latest = index.ledger().store.GetLatestRevision();
  const absl::Status indexed = AwaitIndexed(index, call, latest);
  if (!indexed.ok()) return indexed;
  const auto found = search::Search(index, *workspace, *filter, page->skip, page->size, latest,
                                    [&] { return CheckAwaited(index.ledger(), call); });
  if (!found.ok()) return found.status();
  FillResults(request, *page, *found, response);
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
