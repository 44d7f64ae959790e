// A twin of gainsayd that does nothing: the same limits, the same way to accept, any of gRPC's styles.
// Prints its address as gainsayd does, and serves until SIGTERM. --help lists its options.

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/server.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "absl/time/clock.h"
#include "service/server/listener.h"
#include "service/server/termination.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

struct Options {
  std::string listen = "127.0.0.1:0";
  std::string style = "twin";
  NoOpOptions noop;
};

Options ParseCommandLine(int argc, char** argv, CLI::App& app) {
  Options options;
  // As gainsayd has.
  options.noop.queues = static_cast<int>(std::max(2U, std::thread::hardware_concurrency()));
  double work_us = 0;
  app.add_option("--listen", options.listen, "Address to serve on")->capture_default_str();
  app.add_option("--style", options.style, "How gRPC is used")
      ->check(CLI::IsMember({"twin", "sync", "callback", "async"}))
      ->capture_default_str();
  app.add_option("--queues", options.noop.queues,
                 "Completion queues of styles twin and async, each with a thread")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--work-us", work_us, "Microseconds of computing for each call")->capture_default_str();
  app.add_option("--response-bytes", options.noop.response_bytes, "Bytes of each answer")
      ->capture_default_str();
  app.parse(argc, argv);
  options.noop.work = absl::Microseconds(work_us);
  return options;
}

std::unique_ptr<NoOpService> MakeService(const Options& options) {
  if (options.style == "twin") return MakeTwinNoOp(options.noop);
  if (options.style == "sync") return MakeSyncNoOp(options.noop);
  if (options.style == "callback") return MakeCallbackNoOp(options.noop);
  return MakeAsyncNoOp(options.noop);
}

// As service/server/server.cc has it.
void Limit(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(16 * 1'024 * 1'024);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, 128);
  grpc::ResourceQuota quota("noop_server");
  quota.SetMaxThreads(512);
  builder.SetResourceQuota(quota);
}

int Serve(const Options& options) {
  const server::Termination termination;
  auto listener = server::Listener::Bind(options.listen, false);
  if (!listener.ok()) {
    std::cerr << "noop_server: " << listener.status().message() << '\n';
    return 1;
  }
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder builder;
  Limit(builder);
  using Connections = grpc::ServerBuilder::experimental_type::ExternalConnectionType;
  const auto connections = builder.experimental().AddExternalConnectionAcceptor(
      Connections::FROM_FD, grpc::InsecureServerCredentials());
  const std::unique_ptr<NoOpService> service = MakeService(options);
  service->Register(builder);
  const std::unique_ptr<grpc::Server> grpc = builder.BuildAndStart();
  service->Start();
  (*listener)->Start([&connections](int descriptor) {
    grpc::experimental::ExternalConnectionAcceptor::NewConnectionParameters connection;
    connection.fd = descriptor;
    connections->HandleNewConnection(&connection);
  });
  std::cout << "listening on " << (*listener)->address() << std::endl;
  termination.Wait();
  (*listener)->Stop();
  grpc->Shutdown(absl::ToChronoTime(absl::Now() + absl::Seconds(1)));
  service->Stop();
  return 0;
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  CLI::App app("Answers calls with nothing.", "noop_server");
  try {
    return gainsay::benchmark::Serve(gainsay::benchmark::ParseCommandLine(argc, argv, app));
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
}
