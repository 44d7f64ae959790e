#ifndef GAINSAY_CLIENT_CLI_INTERRUPTION_H_
#define GAINSAY_CLIENT_CLI_INTERRUPTION_H_

#include <csignal>
#include <stop_token>
#include <thread>

namespace gainsay::cli {

// As long as it exists, SIGINT and SIGTERM ask to stop rather than end the program; a second one ends it.
// Made before threads that would take these signals.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  std::stop_token requested() const { return requested_.get_token(); }

 private:
  void Await(const std::stop_token& over);

  sigset_t signals_;
  sigset_t before_;
  std::stop_source requested_;
  std::jthread thread_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_INTERRUPTION_H_
