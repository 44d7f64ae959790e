#ifndef GAINSAY_SERVICE_SERVER_TERMINATION_H_
#define GAINSAY_SERVICE_SERVER_TERMINATION_H_

#include <csignal>

namespace gainsay::server {

// SIGTERM and SIGINT, waited for rather than handled. Made before any other thread, so that all of them
// leave these signals to it.
class Termination {
 public:
  Termination();

  // Returns when the process is asked to end. From then on, a second signal ends it at once.
  void Wait() const;

 private:
  sigset_t signals_;
};

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_TERMINATION_H_
