#include "service/rpc/methods.h"

#include <grpc/support/log.h>

#include <string>

namespace gainsay::rpc {

int Methods::IndexOf(std::string_view method) const {
  const auto* found = service_->FindMethodByName(std::string(method));
  GPR_ASSERT(found != nullptr);
  return found->index();
}

}  // namespace gainsay::rpc
