#ifndef GAINSAY_SERVICE_RPC_PAGING_H_
#define GAINSAY_SERVICE_RPC_PAGING_H_

#include <google/protobuf/repeated_field.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/model/names.h"
#include "service/rpc/field_path.h"
#include "service/rpc/page_token.h"

namespace gainsay::rpc {

inline constexpr int kDefaultPageSize = 100;
inline constexpr int kMaxPageSize = 1'000;
// A page ends early rather than grow beyond this: clients take messages of 4 MiB by default.
inline constexpr size_t kMaxPageBytes = 3 * 1'024 * 1'024;

// Returns how many items a page may have. INVALID_ARGUMENT: `asked` is negative.
inline absl::StatusOr<int> PageSizeFromProto(int asked) {
  if (asked < 0) return FieldError("pageSize", "is negative");
  return asked == 0 ? kDefaultPageSize : std::min(asked, kMaxPageSize);
}

// Returns which page of a listing of names of `kind` is asked for; further pages are read at the first
// one's revision. INVALID_ARGUMENT: `page_size` or `page_token` is wrong.
template <class Request>
absl::StatusOr<ledger::Page> PageFromProto(const Request& request, model::NameKind kind) {
  const absl::StatusOr<int> size = PageSizeFromProto(request.page_size());
  if (!size.ok()) return size.status();
  if (request.page_token().empty()) return ledger::Page{*size, "", 0};
  absl::StatusOr<PageToken> token = DecodePageToken(request.page_token(), request);
  if (!token.ok()) return token.status();
  const absl::Status name = UnderField("pageToken", model::CheckName(kind, token->after));
  if (!name.ok()) return name;
  return ledger::Page{*size, std::move(token->after), token->revision};
}

// Fills a page of a listing and the response's revision and next page token. `to_proto` renders an item.
template <class Request, class Response, class Item, class Proto, class ToProto>
void FillPage(const Request& request, const ledger::Listing<Item>& listing, ToProto to_proto,
              google::protobuf::RepeatedPtrField<Proto>& protos, Response& response) {
  std::string next = listing.next_after;
  size_t bytes = 0;
  for (const ledger::Recorded<Item>& item : listing.items) {
    Proto proto = to_proto(item);
    bytes += proto.ByteSizeLong();
    if (bytes > kMaxPageBytes && !protos.empty()) {
      next = protos[protos.size() - 1].name();
      break;
    }
    *protos.Add() = std::move(proto);
  }
  if (!next.empty()) response.set_next_page_token(EncodePageToken({listing.revision, next}, request));
  response.set_revision(listing.revision);
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_PAGING_H_
