#ifndef GAINSAY_SERVICE_RPC_PAGE_TOKEN_H_
#define GAINSAY_SERVICE_RPC_PAGE_TOKEN_H_

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace gainsay::rpc {

// Where a page begins. On the wire it is opaque: URL-safe text that goes with one request and no other.
struct PageToken {
  store::Revision revision = 0;  // that every page is read at
  std::string after;             // the last item of the page before

  friend bool operator==(const PageToken&, const PageToken&) = default;
};

// Returns the text of a token for further pages of `request`: for every request that differs from it in
// `page_size`, `page_token`, `min_revision`, `resume_token` and `after_revision` only.
std::string EncodePageToken(const PageToken& token, const google::protobuf::Message& request);

// Returns the token that `text` is.
// INVALID_ARGUMENT: it is none, or one of another request; the message begins with `field`.
absl::StatusOr<PageToken> DecodePageToken(const std::string& text, const google::protobuf::Message& request,
                                          std::string_view field = "pageToken");

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_PAGE_TOKEN_H_
