#include "service/server/server.h"

#include <grpc/support/log.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "service/rpc/admin_methods.h"
#include "service/rpc/comparison_methods.h"
#include "service/rpc/ledger_methods.h"
#include "service/server/credentials.h"
#include "service/server/transport.h"
#include "service/store/rocksdb/rocksdb_store.h"

namespace gainsay::server {
namespace {

constexpr int kMaxMessageBytes = 16 * 1'024 * 1'024;
// Threads for what gRPC serves by itself: reflection.
constexpr int kMaxThreads = 16;
constexpr int kMaxCallsPerConnection = 128;
// For answers on their way out once every call is served, and for calls that are not ours to end: a watch of
// the health never does.
constexpr absl::Duration kLastAnswers = absl::Seconds(1);

absl::StatusOr<std::unique_ptr<store::Store>> OpenStore(const Options& asked) {
  store::RocksdbOptions options;
  options.directory = asked.data_dir;
  options.block_cache_bytes = size_t{static_cast<unsigned>(asked.block_cache_mib)} << 20;
  options.log = [](std::string_view line) {
    gpr_log(GPR_ERROR, "rocksdb: %.*s", static_cast<int>(line.size()), line.data());
  };
  return store::OpenRocksdbStore(options);
}

ledger::CaseCache::Limits CacheLimits(const Options& options) {
  return {.most_bytes = size_t{static_cast<unsigned>(options.cache_mib)} << 20,
          .keeps_answers = options.keep_answers};
}

// Connections and table files both take descriptors, and the usual soft limit is for neither.
void RaiseDescriptorLimit() {
  rlimit limit = {};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void Limit(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
  // The limit above holds after inflating: half a megabyte of gzip would become half a gigabyte first.
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxCallsPerConnection);
  grpc::ResourceQuota quota("gainsayd");
  quota.SetMaxThreads(kMaxThreads);
  builder.SetResourceQuota(quota);
}

// One for each core, but two at least: while one thread answers, another takes what arrives.
int Queues() { return static_cast<int>(std::max(2U, std::thread::hardware_concurrency())); }

// Whether it is known who calls, and nobody else hears it.
bool IsGuarded(const Options& options) {
  return !options.tls_cert.empty() && (!options.tokens.empty() || !options.client_ca.empty());
}

absl::StatusOr<rpc::Authenticate> AuthenticationFor(const Options& options) {
  if (options.tokens.empty()) return rpc::TrustEveryone();
  absl::StatusOr<std::unique_ptr<CredentialsFile>> file = CredentialsFile::Open(options.tokens);
  if (!file.ok()) return file.status();
  return AuthenticateBy(*std::move(file), [] { return absl::Now(); });
}

std::vector<rpc::Methods> ServicesOver(const ledger::Ledger& ledger, search::SearchIndex& index,
                                       const inference::Models& models) {
  return {rpc::LedgerMethods(ledger, index, models), rpc::ComparisonMethods(index, models),
          rpc::AdminMethods(ledger, Version())};
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const Options& options) {
  RaiseDescriptorLimit();
  absl::StatusOr<rpc::Authenticate> authenticate = AuthenticationFor(options);
  if (!authenticate.ok()) return authenticate.status();
  absl::StatusOr<std::unique_ptr<Listener>> listener =
      Listener::Bind(options.listen, options.insecure || IsGuarded(options));
  if (!listener.ok()) return listener.status();
  absl::StatusOr<std::unique_ptr<store::Store>> store = OpenStore(options);
  if (!store.ok()) return store.status();
  absl::StatusOr<search::TextAnalyzer> analyzer = search::TextAnalyzer::Make();
  if (!analyzer.ok()) return analyzer.status();
  // After the store: it makes gRPC log, and why a store does not open is told by its status alone.
  const absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> credentials = SecuredBy(options);
  if (!credentials.ok()) return credentials.status();
  std::unique_ptr<Server> server(
      new Server(options, {*std::move(store), *std::move(analyzer), *std::move(listener), *credentials,
                           *std::move(authenticate)}));
  const absl::Status served = server->Serve();
  if (!served.ok()) return served;
  return server;
}

Server::Server(const Options& options, Parts parts)
    : store_(std::move(parts.store)),
      cases_(*store_, CacheLimits(options)),
      ledger_{*store_, [] { return absl::Now(); }, options.cache_mib > 0 ? &cases_ : nullptr},
      search_(ledger_, options.data_dir + "/search.sqlite", std::move(parts.analyzer)),
      models_(inference::ModelsFor(options.models, ledger_.now)),
      dispatcher_(
          gate_,
          {.queues = Queues(),
           .workers = static_cast<size_t>(options.max_calls),
           .streams = static_cast<size_t>(options.max_streams)},
          std::move(parts.authenticate), ledger_.now,
          [this](const rpc::Caller& caller, std::string_view workspace) {
            return rpc::MaskFor(ledger_, caller, workspace);
          },
          ServicesOver(ledger_, search_, models_)),
      credentials_(std::move(parts.credentials)),
      listener_(std::move(parts.listener)) {
  if (options.rebuild_search) search_.Rebuild();
}

Server::~Server() { Drain(absl::ZeroDuration()); }

absl::Status Server::Serve() {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder builder;
  Limit(builder);
  using Connections = grpc::ServerBuilder::experimental_type::ExternalConnectionType;
  connections_ = builder.experimental().AddExternalConnectionAcceptor(Connections::FROM_FD, credentials_);
  dispatcher_.AddTo(builder);
  grpc_ = builder.BuildAndStart();
  if (grpc_ == nullptr) return absl::InternalError("gRPC does not start");
  dispatcher_.Start();
  for (const std::string& service : dispatcher_.services()) {
    grpc_->GetHealthCheckService()->SetServingStatus(service, true);
  }
  listener_->Start([this](int descriptor) {
    grpc::experimental::ExternalConnectionAcceptor::NewConnectionParameters connection;
    connection.fd = descriptor;
    connections_->HandleNewConnection(&connection);
  });
  return absl::OkStatus();
}

std::string Server::Banner() const {
  std::string banner = "gainsayd " + Version() + "\nlistening on " + listener_->address() + "\n";
  const absl::StatusOr<store::Statistics> store = store_->GetStatistics();
  if (!store.ok()) return banner;
  std::error_code error;
  const std::filesystem::path location = std::filesystem::absolute(store->location, error);
  return banner + "data in " + (error ? store->location : location.lexically_normal().string()) + " (" +
         store->engine + ", revision " + std::to_string(store->revision) + ")\n";
}

void Server::Drain(absl::Duration patience) {
  if (grpc_ == nullptr) return;
  const absl::Time deadline = absl::Now() + patience;
  gate_.Close();
  grpc_->GetHealthCheckService()->SetServingStatus(false);
  gate_.AwaitEmpty(patience);
  listener_->Stop();
  grpc_->Shutdown(absl::ToChronoTime(std::min(deadline, absl::Now() + kLastAnswers)));
  // A handler that is still at work, or at the disk, answers on the dispatcher's queues.
  gate_.AwaitEmpty(absl::InfiniteDuration());
  dispatcher_.Stop();
  grpc_ = nullptr;
}

}  // namespace gainsay::server
