#include "tests/benchmark/load_result.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace gainsay::benchmark {

void Tally::CountError(const grpc::Status& status) {
  const auto code = static_cast<absl::StatusCode>(status.error_code());
  ++errors[absl::StrCat(absl::StatusCodeToString(code), ": ", status.error_message())];
}

void Tally::CountAnswer(const Workload& workload, int64_t number, grpc::ByteBuffer& answer) {
  const bool fully = number % kCallsPerFullCheck == 0;
  if (fully) ++checked;
  if (!workload.IsRight(number, answer, fully)) ++wrong;
}

void Tally::CountMeasured(const grpc::ByteBuffer& answer) {
  ++answers;
  answer_bytes += static_cast<int64_t>(answer.Length());
}

void Tally::Merge(const Tally& other) {
  latencies.Merge(other.latencies);
  answers += other.answers;
  answer_bytes += other.answer_bytes;
  wrong += other.wrong;
  checked += other.checked;
  for (const auto& [status, count] : other.errors) errors[status] += count;
}

bool LoadResult::ok() const { return tally.errors.empty() && tally.wrong == 0 && tally.answers > 0; }

std::string LoadResult::Json(const std::string& what) const {
  const double seconds = absl::ToDoubleSeconds(measured);
  nlohmann::ordered_json json = {{"what", what},
                                 {"seconds", seconds},
                                 {"answers", tally.answers},
                                 {"per_second", static_cast<double>(tally.answers) / seconds}};
  auto& latency = json["latency_us"];
  for (const auto& [name, percent] :
       {std::pair("p50", 50.0), {"p90", 90.0}, {"p99", 99.0}, {"p99.9", 99.9}}) {
    latency[name] = absl::ToDoubleMicroseconds(tally.latencies.Percentile(percent));
  }
  latency["max"] = absl::ToDoubleMicroseconds(tally.latencies.max());
  json["answer_bytes"] = tally.answers == 0 ? 0 : tally.answer_bytes / tally.answers;
  json["errors"] = tally.errors;
  json["wrong"] = tally.wrong;
  json["checked_in_full"] = tally.checked;
  json["cpu_seconds"] = {{"client", absl::ToDoubleSeconds(cpu.self)},
                         {"server", absl::ToDoubleSeconds(cpu.server)},
                         {"others", absl::ToDoubleSeconds(cpu.others())}};
  return json.dump();
}

}  // namespace gainsay::benchmark
