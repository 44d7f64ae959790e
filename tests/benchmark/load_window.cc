#include "tests/benchmark/load_window.h"

#include "absl/time/clock.h"

namespace gainsay::benchmark {
namespace {

void SleepUntil(absl::Time moment) { absl::SleepFor(moment - absl::Now()); }

}  // namespace

LoadWindow::LoadWindow(const LoadOptions& options)
    : begin(absl::Now()),
      from(begin + absl::Seconds(options.warmup)),
      to(from + absl::Seconds(options.seconds)) {}

absl::StatusOr<CpuTime> LoadWindow::SleepThrough(pid_t server) const {
  SleepUntil(from);
  const absl::StatusOr<CpuTime> before = CpuTimeSoFar(server);
  SleepUntil(to);
  const absl::StatusOr<CpuTime> after = CpuTimeSoFar(server);
  if (!before.ok()) return before.status();
  if (!after.ok()) return after.status();
  return *after - *before;
}

}  // namespace gainsay::benchmark
