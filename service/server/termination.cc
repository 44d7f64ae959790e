#include "service/server/termination.h"

#include <cstdlib>
#include <thread>

namespace gainsay::server {

Termination::Termination() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  // A reader of our output that goes away must not end the server.
  std::signal(SIGPIPE, SIG_IGN);
}

void Termination::Wait() const {
  int signal = 0;
  sigwait(&signals_, &signal);
  std::thread([signals = signals_] {
    int second = 0;
    sigwait(&signals, &second);
    std::_Exit(128 + second);
  }).detach();
}

}  // namespace gainsay::server
