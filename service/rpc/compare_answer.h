#ifndef GAINSAY_SERVICE_RPC_COMPARE_ANSWER_H_
#define GAINSAY_SERVICE_RPC_COMPARE_ANSWER_H_

#include <google/protobuf/repeated_field.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "service/engine/comparison.h"
#include "service/rpc/field_path.h"
#include "service/rpc/page_token.h"
#include "service/rpc/paging.h"
#include "service/rpc/policy_converter.h"

namespace gainsay::rpc {

// Fills what all answers that compare have in common: what was asked, as applied.
template <class Request, class Response>
void Echo(const Request& request, const engine::Policy& policy, Response& response) {
  if (request.has_read_times()) *response.mutable_read_times() = request.read_times();
  *response.mutable_policy() = PolicyToProto(policy);
}

// The same, and the revision read at.
template <class Request, class Response>
void Echo(const Request& request, const engine::Policy& policy, store::Revision revision,
          Response& response) {
  Echo(request, policy, response);
  response.set_revision(revision);
}

// Which items of an answer that is worked out whole are asked for.
struct AnswerPage {
  size_t size = 0;
  size_t begin = 0;
  std::optional<store::Revision> revision;  // that the first page was read at
};

// INVALID_ARGUMENT: `page_size` or `page_token` is wrong.
template <class Request>
absl::StatusOr<AnswerPage> AnswerPageFromProto(const Request& request) {
  const absl::StatusOr<int> size = PageSizeFromProto(request.page_size());
  if (!size.ok()) return size.status();
  AnswerPage page{static_cast<size_t>(*size), 0, std::nullopt};
  if (request.page_token().empty()) return page;
  const absl::StatusOr<PageToken> token = DecodePageToken(request.page_token(), request);
  if (!token.ok()) return token.status();
  if (!absl::SimpleAtoi(token->after, &page.begin))
    return FieldError("pageToken", "is none that this service gave");
  page.revision = token->revision;
  return page;
}

// Fills a page of `items`, read at `revision`, and the token of the page after it.
template <class Request, class Response, class Item, class Proto>
void FillAnswerPage(const Request& request, const AnswerPage& page, const std::vector<Item>& items,
                    store::Revision revision, Proto (*to_proto)(const Item&),
                    google::protobuf::RepeatedPtrField<Proto>& protos, Response& response) {
  size_t next = std::min(page.begin, items.size());
  const size_t end = next + std::min(page.size, items.size() - next);
  size_t bytes = 0;
  for (; next < end; ++next) {
    Proto proto = to_proto(items[next]);
    bytes += proto.ByteSizeLong();
    if (bytes > kMaxPageBytes && !protos.empty()) break;
    *protos.Add() = std::move(proto);
  }
  if (next == items.size()) return;
  response.set_next_page_token(EncodePageToken({revision, std::to_string(next)}, request));
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARE_ANSWER_H_
