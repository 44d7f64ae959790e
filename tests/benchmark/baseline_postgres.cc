// PostgreSQL, with tables as one would lay them out by hand (baseline_schema.sql) and a verdict in SQL.
// Usage: baseline_postgres MODE CONNINFO [--server-pid PID] [--claims N] [--clients N] [--seconds S]
//                          [--question-claims N] [--commits N]
//   load-copy, load-insert  makes the tables anew and writes the data
//   commits       new claims with where they were seen, one a transaction; taken away again at the end
//   verdict       the status of one question after the other
//   rows-verdict  the same with all rows that an answer shows, in one round trip
//   size          bytes of tables and indexes, as loaded and written anew
// All but the loads are of tables loaded with as many claims. Without --clients, those that do best in a
// short try. Prints one JSON object. tests/benchmark/postgres_server.py starts a server.

#include <sys/types.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/benchmark/baseline_measure.h"
#include "tests/benchmark/baseline_postgres_commits.h"
#include "tests/benchmark/baseline_postgres_connection.h"
#include "tests/benchmark/baseline_postgres_load.h"
#include "tests/benchmark/baseline_sql.h"

namespace gainsay::benchmark {
namespace {

constexpr double kTrySeconds = 2;
constexpr int kLoadingClients = 2;
constexpr char kDurability[] =
    "each transaction is synced before it returns (fsync and synchronous_commit on, fdatasync)";

struct Options {
  std::string mode;
  std::string conninfo;
  pid_t server_pid = 0;
  int64_t claims = 100'000;
  int clients = 0;
  double seconds = 10;
  int question_claims = 30;
  int64_t commits = 200'000;
};

// Recursive queries are taken to give a hundred times the rows that they do, for which whole tables would be
// read and hashed. A question has some dozens of rows, each found by an index.
constexpr char kFewRows[] =
    "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;"
    "set plan_cache_mode = force_generic_plan";

using Connections = std::vector<PostgresConnection>;

// Opens connections, each set up with `settings` and with the statements prepared under their place: "0",
// "1", ...
absl::StatusOr<Connections> OpenAll(const Options& options, int clients, const std::string& settings,
                                    const std::vector<std::string>& statements) {
  Connections connections;
  for (int client = 0; client < clients; ++client) {
    absl::StatusOr<PostgresConnection> connection = PostgresConnection::Open(options.conninfo);
    if (!connection.ok()) return connection.status();
    if (absl::Status status = connection->Execute(settings); !status.ok()) return status;
    for (size_t i = 0; i < statements.size(); ++i) {
      if (absl::Status status = connection->Prepare(absl::StrCat(i), statements[i]); !status.ok())
        return status;
    }
    connections.push_back(*std::move(connection));
  }
  return connections;
}

// Measures `call` with the clients asked for, or with those of `counts` that do best in a short try.
template <class Call>
nlohmann::ordered_json MeasureBest(const Options& options, const std::vector<int>& counts, Call call) {
  nlohmann::ordered_json tried = nlohmann::ordered_json::object();
  int best = options.clients;
  double most = 0;
  for (const int clients : counts) {
    if (options.clients > 0) break;
    const double rate = Measure(clients, {.seconds = kTrySeconds}, call).PerSecond();
    tried[absl::StrCat(clients)] = rate;
    if (rate > most) best = clients;
    most = std::max(most, rate);
  }
  // A connection plans its statements anew the first few times: those who have not tried yet warm up.
  if (options.clients > 0) Measure(best, {.seconds = kTrySeconds}, call);
  nlohmann::ordered_json json = {{"clients", best}, {"tried", tried}};
  json.update(Measure(best, {.seconds = options.seconds}, call, options.server_pid).Json());
  return json;
}

// Checks that the tables hold just the data.
absl::Status CheckLoaded(PostgresConnection& connection, const Dataset& data) {
  const absl::StatusOr<std::string> count = connection.Value("select count(*) from claims");
  if (!count.ok()) return count.status();
  if (*count == absl::StrCat(data.claims())) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat("the tables hold ", *count, " claims; load them first"));
}

absl::StatusOr<nlohmann::ordered_json> Commit(const Options& options, const Dataset& data) {
  const std::vector<int> counts = {8, 16, 32, 64};
  auto connections = OpenAll(options, std::max(counts.back(), options.clients), "", {kInsertClaim});
  if (!connections.ok()) return connections.status();
  PostgresConnection& first = connections->front();
  if (absl::Status status = CheckLoaded(first, data); !status.ok()) return status;
  const absl::StatusOr<std::string> last = first.Value("select max(id) from claims");
  if (!last.ok()) return last.status();
  const std::vector<PostgresConnection::Parameters> claims = NewClaims(data, options.commits);
  std::atomic<size_t> next = 0;
  nlohmann::ordered_json json = MeasureBest(options, counts, [&](int thread, int64_t) -> absl::Status {
    const size_t number = next.fetch_add(1);
    if (number >= claims.size()) return absl::OutOfRangeError("more --commits are needed");
    const absl::StatusOr<std::string> rows = (*connections)[thread].Run({"0"}, claims[number]);
    if (!rows.ok()) return rows.status();
    return *rows == "0" ? absl::InternalError("nothing was written") : absl::OkStatus();
  });
  for (const std::string& sql :
       {absl::StrCat("delete from appearances where claim_id > ", *last),
        absl::StrCat("delete from claims where id > ", *last), std::string("vacuum")}) {
    if (absl::Status status = first.Execute(sql); !status.ok()) return status;
  }
  json["durability"] = kDurability;
  return json;
}

absl::StatusOr<nlohmann::ordered_json> Ask(const Options& options, const Dataset& data) {
  std::vector<std::string> statements = {SqlOf("baseline_verdict.sql")};
  if (options.mode == "rows-verdict") {
    statements = absl::StrSplit(SqlOf("baseline_answer.sql"), ";\n", absl::SkipWhitespace());
    statements.push_back(SqlOf("baseline_verdict.sql"));
  }
  const std::vector<int> counts = {1, 2, 4, 8};
  auto connections = OpenAll(options, std::max(counts.back(), options.clients), kFewRows, statements);
  if (!connections.ok()) return connections.status();
  if (absl::Status status = CheckLoaded(connections->front(), data); !status.ok()) return status;
  std::vector<std::string> names;
  for (size_t i = 0; i < statements.size(); ++i) names.push_back(absl::StrCat(i));
  const std::vector<AskedQuestion> questions = QuestionsToAsk(data, options.question_claims);
  std::atomic<int64_t> answers = 0;
  std::atomic<int64_t> bytes = 0;
  const auto ask = [&](int thread, const AskedQuestion& question) {
    int64_t of_answer = 0;
    auto status = (*connections)[thread].Run(names, {question.topic, question.question}, &of_answer);
    ++answers;
    bytes += of_answer;
    return status;
  };
  nlohmann::ordered_json json = MeasureBest(options, counts, [&](int thread, int64_t number) {
    return ask(thread, questions[number % questions.size()]).status();
  });
  json["question_claims"] = options.question_claims;
  json["answer_bytes"] = bytes / answers;
  json["agreement"] = Agreement(data, [&](const AskedQuestion& question) { return ask(0, question); });
  return json;
}

absl::StatusOr<nlohmann::ordered_json> Run(const Options& options, const Dataset& data) {
  if (options.mode == "commits") return Commit(options, data);
  if (options.mode == "size") return SizePostgres(options.conninfo, data);
  if (!options.mode.starts_with("load")) return Ask(options, data);
  const LoadingBy by = options.mode == "load-copy" ? LoadingBy::kCopy : LoadingBy::kInsert;
  auto json = LoadPostgres(options.conninfo, options.server_pid, data, by,
                           options.clients > 0 ? options.clients : kLoadingClients);
  if (json.ok()) (*json)["durability"] = kDurability;
  return json;
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  gainsay::benchmark::Options options;
  CLI::App app("PostgreSQL.", "baseline_postgres");
  app.add_option("MODE", options.mode)
      ->required()
      ->check(CLI::IsMember({"load-copy", "load-insert", "commits", "verdict", "rows-verdict", "size"}));
  app.add_option("CONNINFO", options.conninfo)->required();
  app.add_option("--server-pid", options.server_pid);
  app.add_option("--claims", options.claims);
  app.add_option("--clients", options.clients);
  app.add_option("--seconds", options.seconds);
  app.add_option("--question-claims", options.question_claims);
  app.add_option("--commits", options.commits);
  CLI11_PARSE(app, argc, argv);
  const gainsay::benchmark::Dataset data({.claims = options.claims});
  const auto result = gainsay::benchmark::Run(options, data);
  if (!result.ok()) {
    std::cerr << result.status() << '\n';
    return 1;
  }
  nlohmann::ordered_json json = {{"baseline", "postgres"}, {"mode", options.mode}, {"claims", data.claims()}};
  json.update(*result);
  std::cout << json.dump() << '\n';
  return json["errors"].empty() ? 0 : 1;
}
