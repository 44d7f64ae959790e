#ifndef GAINSAY_SERVICE_RPC_CALL_GATE_H_
#define GAINSAY_SERVICE_RPC_CALL_GATE_H_

#include <cstdint>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace gainsay::rpc {

// Counts the calls that are being served, and once closed lets no more in. gRPC's own shutdown cancels the
// calls that arrive meanwhile; a client may only retry one that it is told was refused. Thread-safe.
class CallGate {
 public:
  // Lets a call in; false: it is not, for the gate is closed.
  bool Enter();

  // Whether it lets no more calls in.
  bool closed() const;

  // How many calls were let in so far.
  int64_t let_in() const;

  // Takes note that a call that was let in is done with.
  void Leave();

  // Lets no more calls in.
  void Close();

  // Waits until no call is being served, but no longer than `patience`.
  void AwaitEmpty(absl::Duration patience) const;

 private:
  mutable absl::Mutex mutex_;
  int calls_ ABSL_GUARDED_BY(mutex_) = 0;
  int64_t let_in_ ABSL_GUARDED_BY(mutex_) = 0;
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CALL_GATE_H_
