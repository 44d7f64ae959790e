// Loads a server with calls of one kind, checks what it answers, and prints one JSON object. Fails if any
// call fails or any answer is wrong. --help lists the kinds and options.

#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "absl/status/statusor.h"
#include "tests/benchmark/check_workload.h"
#include "tests/benchmark/compare_workload.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/import_load.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/noop_workload.h"
#include "tests/benchmark/record_workload.h"
#include "tests/benchmark/stale_reads.h"
#include "tests/benchmark/stream_load.h"
#include "tests/benchmark/unary_load.h"

namespace gainsay::benchmark {
namespace {

void AddOptions(CLI::App& app, LoadOptions& options) {
  app.add_option("--server", options.server, "HOST:PORT")->required();
  app.add_option("--server-pid", options.server_pid, "Process whose processor time to measure");
  app.add_option("--channels", options.channels, "Connections")->capture_default_str();
  app.add_option("--threads", options.threads, "Threads that take answers")->capture_default_str();
  app.add_option("--in-flight", options.in_flight, "Closed loop: calls at a time")->capture_default_str();
  app.add_option("--rate", options.rate, "Open loop: calls a second");
  app.add_option("--streams", options.streams, "Streams at a time")->capture_default_str();
  app.add_option("--seconds", options.seconds, "Time measured")->capture_default_str();
  app.add_option("--warmup", options.warmup, "Seconds before that")->capture_default_str();
  app.add_option("--seed", options.seed, "Of the data and of the draws")->capture_default_str();
  app.add_option("--claims", options.claims, "Size of the data on file")->capture_default_str();
  app.add_option("--questions", options.questions, "How many questions to ask about")->capture_default_str();
  app.add_option("--question-claims", options.question_claims, "How many claims each has; 0: any")
      ->capture_default_str();
  app.add_option("--first-number", options.first_number, "From which claims to record are numbered");
  app.add_option("--on-file", options.on_file, "Claims of the data that an import leaves out");
  app.add_flag("--prepare", options.prepare, "Make all messages of an import before sending any");
  app.add_option("--payload", options.payload, "Bytes of a no-op request")->capture_default_str();
}

absl::StatusOr<LoadResult> RunWorkload(const std::string& kind, const LoadOptions& options) {
  if (kind == "noop") return RunUnaryLoad(options, NoOpWorkload(options.payload, false));
  if (kind == "noop-stream") return RunStreamLoad(options, NoOpWorkload(options.payload, true));
  const Dataset dataset({options.seed, options.claims});
  if (kind == "record") return RunUnaryLoad(options, RecordWorkload(dataset, options));
  if (kind == "check") {
    const auto workload = CheckWorkload::Make(dataset, options);
    return workload.ok() ? RunStreamLoad(options, **workload) : workload.status();
  }
  const auto workload = CompareWorkload::Make(dataset, options);
  return workload.ok() ? RunUnaryLoad(options, **workload) : workload.status();
}

int Report(const absl::Status& status) {
  std::cerr << "load_generator: " << status << '\n';
  return 1;
}

int Run(const std::string& kind, const LoadOptions& options) {
  if (kind == "import") {
    const absl::StatusOr<ImportResult> result = RunImportLoad(options);
    if (!result.ok()) return Report(result.status());
    std::cout << result->Json() << std::endl;
    return result->ok() ? 0 : 1;
  }
  if (kind == "stale") {
    const absl::StatusOr<StaleReadsResult> result = FindStaleReads(options);
    if (!result.ok()) return Report(result.status());
    std::cout << result->Json() << std::endl;
    return result->reads > 0 && result->stale == 0 ? 0 : 1;
  }
  const absl::StatusOr<LoadResult> result = RunWorkload(kind, options);
  if (!result.ok()) return Report(result.status());
  std::cout << result->Json(kind) << std::endl;
  return result->ok() ? 0 : 1;
}

int Main(int argc, char** argv) {
  CLI::App app("Loads a server and checks its answers.", "load_generator");
  LoadOptions options;
  std::string kind;
  app.add_option("kind", kind, "What to call")
      ->required()
      ->check(CLI::IsMember({"compare", "record", "check", "import", "stale", "noop", "noop-stream"}));
  AddOptions(app, options);
  CLI11_PARSE(app, argc, argv);
  return Run(kind, options);
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) { return gainsay::benchmark::Main(argc, argv); }
