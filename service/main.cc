#include <iostream>
#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/server/options.h"
#include "service/server/server.h"
#include "service/server/termination.h"

namespace {

// How long calls in flight may take once the server is asked to end: within the 10 s that container
// runtimes wait before they kill.
constexpr absl::Duration kDrainPatience = absl::Seconds(8);

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

int Fail(const absl::Status& status) {
  std::cerr << "gainsayd: " << status.message() << std::endl;
  return absl::IsInvalidArgument(status) ? kWrongUsage : kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  const auto invocation = gainsay::server::ParseCommandLine(argc, argv);
  if (!invocation.ok()) return Fail(invocation.status());
  if (!invocation->serve) {
    std::cout << invocation->print << std::flush;
    return 0;
  }
  const gainsay::server::Termination termination;
  const auto server = gainsay::server::Server::Start(*invocation->serve);
  if (!server.ok()) return Fail(server.status());
  std::cout << (*server)->Banner() << std::flush;
  termination.Wait();
  (*server)->Drain(kDrainPatience);
  return 0;
}
