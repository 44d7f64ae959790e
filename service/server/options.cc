#include "service/server/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "absl/status/status.h"

namespace gainsay::server {
namespace {

constexpr std::string_view kRocksdbScheme = "rocksdb:";

// The folder that a --store URL names.
absl::StatusOr<std::string> DirectoryOfStore(const std::string& url) {
  if (url.starts_with(kRocksdbScheme) && url.size() > kRocksdbScheme.size()) {
    return url.substr(kRocksdbScheme.size());
  }
  return absl::InvalidArgumentError("--store: \"" + url + "\" is not of the form rocksdb:DIR");
}

// An error's message in one line.
std::string OneLine(std::string message) {
  std::replace(message.begin(), message.end(), '\n', ' ');
  return message;
}

void AddModelOptions(CLI::App& app, inference::ModelOptions& models, double& deadline) {
  app.add_option(
         "--inference", models.server,
         "HOST:PORT of an Open Inference (KServe v2) gRPC server whose models are asked about texts; what "
         "they are asked goes there unencrypted")
      ->envname("GAINSAY_INFERENCE");
  app.add_option("--inference-relation", models.relation, "Name of its model that says how two texts relate")
      ->envname("GAINSAY_INFERENCE_RELATION");
  app.add_option("--inference-embed", models.embed, "Name of its model that gives texts their embeddings")
      ->envname("GAINSAY_INFERENCE_EMBED");
  app.add_option("--inference-deadline", deadline, "The longest to wait for a model, in seconds")
      ->envname("GAINSAY_INFERENCE_DEADLINE")
      ->check(CLI::Range(0.001, 60.0))
      ->capture_default_str();
}

// A role without a model is off; a server without a role, or a role without a server, is a mistake.
absl::Status CheckModels(const inference::ModelOptions& models) {
  const bool named = !models.relation.empty() || !models.embed.empty();
  if (models.server.empty() == !named) return absl::OkStatus();
  if (named) return absl::InvalidArgumentError("--inference: is required where a model is named");
  return absl::InvalidArgumentError(
      "--inference: needs a model's name, by --inference-relation or --inference-embed");
}

}  // namespace

std::string Version() { return GAINSAY_VERSION; }

void Define(CLI::App& app, Flags& flags) {
  Options& options = flags.options;
  app.name("gainsayd");
  app.description("Keeps who said what, and compares it.");
  app.set_version_flag("--version", "gainsayd " + Version());
  app.add_option("--data-dir", options.data_dir, "Folder of the embedded store")
      ->envname("GAINSAY_DATA_DIR")
      ->capture_default_str();
  app.add_option("--store", flags.store, "Store, as rocksdb:DIR; overrides --data-dir")
      ->envname("GAINSAY_STORE");
  app.add_option("--listen", options.listen, "Address to serve gRPC on; port 0 is any free one")
      ->envname("GAINSAY_LISTEN")
      ->capture_default_str();
  app.add_flag("--insecure", options.insecure, "Allow an address that other machines reach, without TLS")
      ->envname("GAINSAY_INSECURE");
  auto* cert = app.add_option("--tls-cert", options.tls_cert, "Certificate chain to serve TLS with, in PEM")
                   ->envname("GAINSAY_TLS_CERT");
  auto* key =
      app.add_option("--tls-key", options.tls_key, "Its private key, in PEM")->envname("GAINSAY_TLS_KEY");
  cert->needs(key);
  key->needs(cert);
  app.add_option("--client-ca", options.client_ca, "Certificates that sign those of clients, in PEM")
      ->envname("GAINSAY_CLIENT_CA")
      ->needs(cert);
  app.add_option("--tokens", options.tokens,
                 "Who may do what, by token or certificate: gainsay token makes it")
      ->envname("GAINSAY_TOKENS");
  app.add_option("--block-cache", options.block_cache_mib, "Memory for blocks of the store's files, in MiB")
      ->envname("GAINSAY_BLOCK_CACHE")
      ->check(CLI::Range(1, 1 << 20))
      ->capture_default_str();
  app.add_option("--cache", options.cache_mib,
                 "Memory for what was read and answered, in MiB; 0 keeps nothing")
      ->envname("GAINSAY_CACHE")
      ->check(CLI::Range(0, 1 << 20))
      ->capture_default_str();
  app.add_flag("--no-answer-cache", flags.no_answer_cache,
               "Keep what was read, but not what CompareQuestion answered")
      ->envname("GAINSAY_NO_ANSWER_CACHE");
  app.add_option("--max-calls", options.max_calls, "Long calls served at a time; more are refused")
      ->envname("GAINSAY_MAX_CALLS")
      ->check(CLI::Range(1, 1 << 16))
      ->capture_default_str();
  app.add_option("--max-streams", options.max_streams, "Streams served at a time; more are refused")
      ->envname("GAINSAY_MAX_STREAMS")
      ->check(CLI::Range(1, 1 << 16))
      ->capture_default_str();
  app.add_flag("--rebuild-search", options.rebuild_search, "Build the search index anew from the store")
      ->envname("GAINSAY_REBUILD_SEARCH");
  AddModelOptions(app, options.models, flags.inference_deadline);
}

absl::StatusOr<Invocation> ParseCommandLine(int argc, const char* const* argv) {
  CLI::App app;
  Flags flags;
  Define(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Invocation{std::nullopt, app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Invocation{std::nullopt, version.what() + std::string("\n")};
  } catch (const CLI::ParseError& error) {
    return absl::InvalidArgumentError(OneLine(error.what()) + "; see gainsayd --help");
  }
  flags.options.keep_answers = !flags.no_answer_cache;
  flags.options.models.deadline = absl::Seconds(flags.inference_deadline);
  const absl::Status models = CheckModels(flags.options.models);
  if (!models.ok()) return models;
  if (!flags.store.empty()) {
    absl::StatusOr<std::string> directory = DirectoryOfStore(flags.store);
    if (!directory.ok()) return directory.status();
    flags.options.data_dir = *std::move(directory);
  }
  return Invocation{std::move(flags.options), ""};
}

}  // namespace gainsay::server
