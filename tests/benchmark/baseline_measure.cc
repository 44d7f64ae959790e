#include "tests/benchmark/baseline_measure.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/benchmark/cpu_time.h"

namespace gainsay::benchmark {
namespace {

// Returns the processes that `parent` has started.
std::vector<pid_t> ChildrenOf(pid_t parent) {
  std::vector<pid_t> children;
  std::error_code error;
  for (const auto& task :
       std::filesystem::directory_iterator(absl::StrCat("/proc/", parent, "/task"), error)) {
    std::ifstream file(task.path() / "children");
    for (pid_t child; file >> child;) children.push_back(child);
  }
  return children;
}

absl::Duration TimeOf(pid_t process) {
  const absl::StatusOr<CpuTime> time = CpuTimeSoFar(process);
  return time.ok() ? time->server : absl::ZeroDuration();
}

// Of a server and its children, which live as long as their connections do.
absl::Duration TimeOfServer(pid_t server) {
  if (server == 0) return absl::ZeroDuration();
  absl::Duration sum = TimeOf(server);
  for (const pid_t child : ChildrenOf(server)) sum += TimeOf(child);
  return sum;
}

absl::Duration TimeOfThisProcess() { return CpuTimeSoFar(0).value_or(CpuTime{}).self; }

// One thread's calls.
Measured MakeCalls(int thread, const Limits& limits, absl::Time end, std::atomic<int64_t>& next,
                   absl::FunctionRef<absl::Status(int, int64_t)> call) {
  Measured part;
  for (absl::Time begun = absl::Now(); begun < end;) {
    const int64_t number = next.fetch_add(1);
    if (number >= limits.calls) break;
    const absl::Status status = call(thread, number);
    const absl::Time done = absl::Now();
    part.latencies.Record(done - begun);
    begun = done;
    ++part.calls;
    if (!status.ok()) ++part.errors[status.ToString()];
  }
  return part;
}

}  // namespace

void Measured::Append(const Measured& next) {
  calls += next.calls;
  spent += next.spent;
  cpu += next.cpu;
  server_cpu += next.server_cpu;
  latencies.Merge(next.latencies);
  for (const auto& [error, count] : next.errors) errors[error] += count;
}

nlohmann::ordered_json Measured::Json() const {
  nlohmann::ordered_json json = {
      {"seconds", absl::ToDoubleSeconds(spent)}, {"calls", calls}, {"per_second", PerSecond()}};
  auto& latency = json["latency_us"];
  for (const auto& [name, percent] :
       {std::pair("p50", 50.0), {"p90", 90.0}, {"p99", 99.0}, {"p99.9", 99.9}}) {
    latency[name] = absl::ToDoubleMicroseconds(latencies.Percentile(percent));
  }
  latency["max"] = absl::ToDoubleMicroseconds(latencies.max());
  json["errors"] = errors;
  json["cpu_seconds"] = {{"client", absl::ToDoubleSeconds(cpu)},
                         {"server", absl::ToDoubleSeconds(server_cpu)}};
  return json;
}

Measured Measure(int threads, const Limits& limits, absl::FunctionRef<absl::Status(int, int64_t)> call,
                 pid_t server) {
  std::vector<Measured> parts(threads);
  std::atomic<int64_t> next = 0;
  const absl::Duration cpu_before = TimeOfThisProcess();
  const absl::Duration server_before = TimeOfServer(server);
  const absl::Time begin = absl::Now();
  {
    std::vector<std::jthread> running;
    for (int thread = 0; thread < threads; ++thread) {
      running.emplace_back([&, thread] {
        parts[thread] = MakeCalls(thread, limits, begin + absl::Seconds(limits.seconds), next, call);
      });
    }
  }
  Measured whole;
  whole.spent = absl::Now() - begin;
  whole.cpu = TimeOfThisProcess() - cpu_before;
  whole.server_cpu = TimeOfServer(server) - server_before;
  for (const Measured& part : parts) whole.Append(part);
  return whole;
}

}  // namespace gainsay::benchmark
