#ifndef GAINSAY_SERVICE_STORE_REQUEST_CODEC_H_
#define GAINSAY_SERVICE_STORE_REQUEST_CODEC_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace gainsay::store {

// What is kept of a request that had an id, so that it is done once.
struct StoredRequest {
  struct Outcome {
    std::string name;
    bool existed = false;

    friend bool operator==(const Outcome&, const Outcome&) = default;
  };

  std::string digest;             // of the request without its id
  std::vector<Outcome> outcomes;  // of a batch, one an item

  friend bool operator==(const StoredRequest&, const StoredRequest&) = default;
};

std::string EncodeRequest(const StoredRequest& request);

// DATA_LOSS: the bytes hold no request.
absl::StatusOr<StoredRequest> DecodeRequest(std::string_view bytes);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_REQUEST_CODEC_H_
