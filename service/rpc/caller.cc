#include "service/rpc/caller.h"

namespace gainsay::rpc {

Roles Caller::In(std::string_view workspace) const {
  Roles in;
  for (const std::string_view each : {workspace, std::string_view(kEveryWorkspace)}) {
    if (const auto found = roles.find(each); found != roles.end()) in = in.With(found->second);
  }
  return in;
}

Authenticate TrustEveryone() {
  auto everyone = std::make_shared<Caller>();
  everyone->roles[kEveryWorkspace] = Roles::All();
  return [everyone = std::shared_ptr<const Caller>(std::move(everyone))](const grpc::ServerContext&) {
    return everyone;
  };
}

}  // namespace gainsay::rpc
