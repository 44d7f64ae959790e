#ifndef GAINSAY_SERVICE_SERVER_OPTIONS_H_
#define GAINSAY_SERVICE_SERVER_OPTIONS_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "service/inference/models.h"

namespace CLI {
class App;
}  // namespace CLI

namespace gainsay::server {

// How to serve.
struct Options {
  // The folder of the embedded store.
  std::string data_dir = "./gainsay-data";
  // Where gRPC is served: HOST:PORT, [IPV6]:PORT; port 0 is any free one.
  std::string listen = "127.0.0.1:7420";
  // Allows `listen` to be an address that other machines reach, without TLS and credentials.
  bool insecure = false;
  // The server's certificate and key, in PEM, and who signs its clients' certificates; empty: no TLS, and no
  // client certificates. They are read again when they change.
  std::string tls_cert;
  std::string tls_key;
  std::string client_ca;
  // Who may do what: see credentials.h; read again when it changes. Empty: everyone may do everything.
  std::string tokens;
  // Memory for blocks of the store's files, and for questions' cases and answers, in MiB; cache_mib 0 keeps
  // none of these.
  int block_cache_mib = 64;
  int cache_mib = 64;
  // Whether CompareQuestion's answers are kept with the cases that they were made of.
  bool keep_answers = true;
  // How many unary calls that take long, and how many streams, are served at a time; more are
  // RESOURCE_EXHAUSTED.
  int max_calls = 256;
  int max_streams = 1'024;
  // Drops the search index when starting; it is built anew from the store.
  bool rebuild_search = false;
  // Which models to ask, and where.
  inference::ModelOptions models;
};

// What a command line asks for: to serve, or only to print something.
struct Invocation {
  std::optional<Options> serve;
  std::string print;
};

// What the flags are read into.
struct Flags {
  Options options;
  std::string store;  // in place of options.data_dir, as rocksdb:DIR
  bool no_answer_cache = false;
  double inference_deadline = 2;  // in seconds
};

// Names the program and defines its flags; `flags` must outlive `app`.
void Define(CLI::App& app, Flags& flags);

// Reads a command line; a flag that is not there is read from the environment (GAINSAY_DATA_DIR for
// --data-dir, and so on).
// INVALID_ARGUMENT: wrong usage, said in one line.
absl::StatusOr<Invocation> ParseCommandLine(int argc, const char* const* argv);

// The program's version.
std::string Version();

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_OPTIONS_H_
