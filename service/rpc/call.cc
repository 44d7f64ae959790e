#include "service/rpc/call.h"

#include <chrono>
#include <utility>

#include "service/rpc/status_converter.h"

namespace gainsay::rpc {

absl::Time Call::deadline() const {
  const auto deadline = context_.deadline();
  if (deadline == std::chrono::system_clock::time_point::max()) return absl::InfiniteFuture();
  return absl::FromChrono(deadline);
}

absl::Status Call::Authenticate(const rpc::Authenticate& authenticate) {
  absl::StatusOr<std::shared_ptr<const Caller>> caller = authenticate(context_);
  if (!caller.ok()) return caller.status();
  caller_ = *std::move(caller);
  return absl::OkStatus();
}

absl::Status Call::CheckSameCaller(const rpc::Authenticate& authenticate) const {
  const absl::StatusOr<std::shared_ptr<const Caller>> again = authenticate(context_);
  if (!again.ok()) return again.status();
  return **again == *caller_ ? absl::OkStatus() : CallerChanged();
}

}  // namespace gainsay::rpc
