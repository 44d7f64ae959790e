#include "tests/benchmark/cpu_time.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"

namespace gainsay::benchmark {
namespace {

absl::Duration FromTicks(int64_t ticks) {
  static const int64_t per_second = sysconf(_SC_CLK_TCK);
  return absl::Seconds(ticks) / per_second;
}

absl::StatusOr<std::string> Contents(const std::string& path) {
  std::ifstream file(path);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.empty()) return absl::UnavailableError(absl::StrCat(path, " cannot be read"));
  return text;
}

absl::Duration OfThisProcess() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return absl::DurationFromTimeval(usage.ru_utime) + absl::DurationFromTimeval(usage.ru_stime);
}

absl::StatusOr<absl::Duration> OfProcess(pid_t process) {
  const absl::StatusOr<std::string> stat = Contents(absl::StrCat("/proc/", process, "/stat"));
  if (!stat.ok()) return stat.status();
  // The name, in brackets, may hold anything; user and kernel time are the 12th and 13th field after it.
  std::istringstream fields(stat->substr(stat->rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  int64_t user = 0;
  int64_t kernel = 0;
  fields >> user >> kernel;
  return FromTicks(user + kernel);
}

absl::StatusOr<absl::Duration> OfTheMachine() {
  const absl::StatusOr<std::string> stat = Contents("/proc/stat");
  if (!stat.ok()) return stat.status();
  std::istringstream fields(*stat);
  std::string cpu;
  int64_t user = 0, nice = 0, system = 0, idle = 0, waiting = 0, interrupts = 0, soft_interrupts = 0;
  fields >> cpu >> user >> nice >> system >> idle >> waiting >> interrupts >> soft_interrupts;
  return FromTicks(user + nice + system + interrupts + soft_interrupts);
}

}  // namespace

absl::StatusOr<CpuTime> CpuTimeSoFar(pid_t server) {
  CpuTime time{.self = OfThisProcess()};
  const absl::StatusOr<absl::Duration> machine = OfTheMachine();
  if (!machine.ok()) return machine.status();
  time.machine = *machine;
  if (server == 0) return time;
  const absl::StatusOr<absl::Duration> of_server = OfProcess(server);
  if (!of_server.ok()) return of_server.status();
  time.server = *of_server;
  return time;
}

}  // namespace gainsay::benchmark
