#include "service/rpc/call.h"

#include <chrono>

namespace gainsay::rpc {

absl::Time Call::deadline() const {
  const auto deadline = context_.deadline();
  if (deadline == std::chrono::system_clock::time_point::max()) return absl::InfiniteFuture();
  return absl::FromChrono(deadline);
}

}  // namespace gainsay::rpc
