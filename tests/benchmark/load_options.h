#ifndef GAINSAY_TESTS_BENCHMARK_LOAD_OPTIONS_H_
#define GAINSAY_TESTS_BENCHMARK_LOAD_OPTIONS_H_

#include <sys/types.h>

#include <cstdint>
#include <string>

namespace gainsay::benchmark {

// How to load a server.
struct LoadOptions {
  std::string server;    // HOST:PORT
  pid_t server_pid = 0;  // 0: its processor time is not measured
  int channels = 4;
  int threads = 2;     // that take answers
  int in_flight = 64;  // closed loop: calls at a time, or candidates unanswered on a stream
  double rate = 0;     // open loop: calls a second; 0: closed loop
  int streams = 1;
  double seconds = 5;
  double warmup = 1;

  uint64_t seed = 1;
  int64_t claims = 100'000;   // of the data that is on file
  int64_t questions = 1'000;  // to ask about, at most
  int question_claims = 30;   // that each of them has; 0: any
  int payload = 64;           // bytes of a no-op request
  int64_t first_number = 0;   // from which claims to record are numbered
  int64_t on_file = 0;        // claims of the data that an import leaves out
  bool prepare = false;       // makes all that is imported before the first is sent
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_LOAD_OPTIONS_H_
