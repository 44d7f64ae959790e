#ifndef GAINSAY_TESTS_BENCHMARK_CPU_TIME_H_
#define GAINSAY_TESTS_BENCHMARK_CPU_TIME_H_

#include <sys/types.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace gainsay::benchmark {

// Processor time, in user and kernel, up to some moment.
struct CpuTime {
  absl::Duration self;     // of this process
  absl::Duration server;   // of the process asked for; zero without one
  absl::Duration machine;  // of everything that runs here

  friend CpuTime operator-(const CpuTime& a, const CpuTime& b) {
    return {a.self - b.self, a.server - b.server, a.machine - b.machine};
  }

  absl::Duration others() const { return machine - self - server; }
};

// Returns the times up to now. `server` is 0 for none. UNAVAILABLE: there is no such process, or no /proc.
absl::StatusOr<CpuTime> CpuTimeSoFar(pid_t server);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_CPU_TIME_H_
