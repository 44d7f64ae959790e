#include "client/cli/interruption.h"

#include <cstdlib>

namespace gainsay::cli {

Interruption::Interruption() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::jthread([this](const std::stop_token& over) { Await(over); });
}

Interruption::~Interruption() {
  thread_.request_stop();
  // Wakes the thread where it waits for a signal.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::Await(const std::stop_token& over) {
  while (true) {
    int signal = 0;
    sigwait(&signals_, &signal);
    if (over.stop_requested()) return;
    if (!requested_.request_stop()) std::_Exit(128 + signal);
  }
}

}  // namespace gainsay::cli
