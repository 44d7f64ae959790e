#include "tests/benchmark/baseline_postgres_load.h"

#include <array>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/time/clock.h"
#include "tests/benchmark/baseline_measure.h"
#include "tests/benchmark/baseline_postgres_connection.h"
#include "tests/benchmark/baseline_rows.h"
#include "tests/benchmark/baseline_sql.h"

namespace gainsay::benchmark {
namespace {

// Rows a transaction.
constexpr int64_t kCopiedRows = 30'000;
constexpr int64_t kInsertedRows = 1'000;

std::string CopyText(const Cell& cell) {
  if (const auto* whole = std::get_if<int64_t>(&cell)) return absl::StrCat(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return absl::StrFormat("%.17g", *real);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return absl::StrReplaceAll(*text, {{"\\", "\\\\"}, {"\t", "\\t"}, {"\n", "\\n"}, {"\r", "\\r"}});
  }
  return "\\N";
}

std::string Literal(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return absl::StrCat("'", absl::StrReplaceAll(*text, {{"'", "''"}}), "'");
  }
  return std::holds_alternative<std::monostate>(cell) ? "null" : CopyText(cell);
}

// A transaction's rows, by table: lines as COPY reads them, or what follows VALUES.
struct Chunk {
  std::array<std::string, kTables> texts;
  int64_t rows = 0;

  void Add(Table table, const Row& row, LoadingBy by) {
    std::string& text = texts[static_cast<size_t>(table)];
    ++rows;
    if (by == LoadingBy::kInsert) text += text.empty() ? "(" : ", (";
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += by == LoadingBy::kCopy ? "\t" : ", ";
      text += by == LoadingBy::kCopy ? CopyText(row[i]) : Literal(row[i]);
    }
    text += by == LoadingBy::kCopy ? "\n" : ")";
  }
};

struct Prepared {
  std::vector<Chunk> entities;  // everything else refers to them
  std::vector<Chunk> topics;    // none refers to another
  int64_t records = 0;
  int64_t rows = 0;
};

Prepared Prepare(const Dataset& data, LoadingBy by) {
  const int64_t enough = by == LoadingBy::kCopy ? kCopiedRows : kInsertedRows;
  Prepared prepared;
  RowMaker maker;
  data.ForEach([&](const model::Record& record) {
    ++prepared.records;
    const bool entity = std::holds_alternative<model::Entity>(record);
    std::vector<Chunk>& chunks = entity ? prepared.entities : prepared.topics;
    const bool may_part = entity || std::holds_alternative<model::Topic>(record);
    if (chunks.empty() || (may_part && chunks.back().rows >= enough)) chunks.emplace_back();
    maker.Add(record, [&](Table table, const Row& row) {
      ++prepared.rows;
      chunks.back().Add(table, row, by);
    });
  });
  return prepared;
}

absl::Status Write(PostgresConnection& connection, const Chunk& chunk, LoadingBy by) {
  std::string sql = "begin;";
  absl::Status status = by == LoadingBy::kCopy ? connection.Execute(sql) : absl::OkStatus();
  for (int table = 0; status.ok() && table < kTables; ++table) {
    const std::string& text = chunk.texts[table];
    if (text.empty()) continue;
    const std::string target = TargetOf(static_cast<Table>(table));
    if (by == LoadingBy::kCopy) {
      status = connection.Copy(target, text);
    } else {
      absl::StrAppend(&sql, "insert into ", target, " values ", text, ";");
    }
  }
  if (!status.ok()) return status;
  return connection.Execute(by == LoadingBy::kCopy ? "commit" : absl::StrCat(sql, "commit"));
}

// Has the server give ids to claims from now on, and know its tables. Returns how long that took.
absl::StatusOr<double> MakeReady(PostgresConnection& connection) {
  const absl::Time begin = absl::Now();
  for (const char* sql :
       {"create sequence claim_ids owned by claims.id cache 32",
        "select setval('claim_ids', (select max(id) from claims))",
        "alter table claims alter id set default nextval('claim_ids')", "vacuum analyze", "checkpoint"}) {
    if (absl::Status status = connection.Execute(sql); !status.ok()) return status;
  }
  return absl::ToDoubleSeconds(absl::Now() - begin);
}

}  // namespace

absl::StatusOr<nlohmann::ordered_json> LoadPostgres(const std::string& conninfo, pid_t server,
                                                    const Dataset& data, LoadingBy by, int clients) {
  std::vector<PostgresConnection> connections;
  for (int client = 0; client < clients; ++client) {
    absl::StatusOr<PostgresConnection> connection = PostgresConnection::Open(conninfo);
    if (!connection.ok()) return connection.status();
    connections.push_back(*std::move(connection));
  }
  absl::Status status = connections[0].Execute(
      "set client_min_messages = warning; drop schema public cascade; create schema public");
  if (status.ok()) status = connections[0].Execute(SqlOf("baseline_schema.sql"));
  if (!status.ok()) return status;
  const Prepared prepared = Prepare(data, by);
  const auto write_all = [&](const std::vector<Chunk>& chunks, int threads) {
    const auto write = [&](int thread, int64_t number) {
      return Write(connections[thread], chunks[number], by);
    };
    return Measure(threads, {.calls = static_cast<int64_t>(chunks.size())}, write, server);
  };
  Measured measured = write_all(prepared.entities, 1);
  measured.Append(write_all(prepared.topics, clients));
  const absl::StatusOr<double> ready_seconds = MakeReady(connections[0]);
  if (!ready_seconds.ok()) return ready_seconds.status();
  const double seconds = absl::ToDoubleSeconds(measured.spent);
  nlohmann::ordered_json json = {{"clients", clients},
                                 {"records", prepared.records},
                                 {"rows", prepared.rows},
                                 {"records_per_second", static_cast<double>(prepared.records) / seconds},
                                 {"claims_per_second", static_cast<double>(data.claims()) / seconds},
                                 {"vacuum_analyze_seconds", *ready_seconds}};
  json.update(measured.Json());
  return json;
}

absl::StatusOr<nlohmann::ordered_json> SizePostgres(const std::string& conninfo, const Dataset& data) {
  absl::StatusOr<PostgresConnection> connection = PostgresConnection::Open(conninfo);
  if (!connection.ok()) return connection.status();
  nlohmann::ordered_json json;
  for (const char* state : {"as_loaded", "after_vacuum_full"}) {
    if (std::string_view(state) == "after_vacuum_full") {
      if (absl::Status status = connection->Execute("vacuum full"); !status.ok()) return status;
    }
    auto& sizes = json[state];
    double sum = 0;
    for (const char* what : {"table", "indexes"}) {
      const absl::StatusOr<std::string> bytes = connection->Value(absl::StrCat(
          "select sum(pg_", what,
          "_size(oid)) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"));
      if (!bytes.ok()) return bytes.status();
      sizes[what] = std::stod(*bytes);
      sum += std::stod(*bytes);
    }
    sizes["bytes_per_claim"] = sum / static_cast<double>(data.claims());
  }
  json["errors"] = nlohmann::ordered_json::object();
  return json;
}

}  // namespace gainsay::benchmark
