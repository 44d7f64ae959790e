// SQLite in this process, with tables as one would lay them out by hand and a verdict worked out in SQL.
// Usage: baseline_sqlite MODE FILE [--claims N] [--threads N] [--seconds S] [--question-claims N]
//   load     makes FILE, which must not exist, and writes the data, 1,000 rows a transaction, each synced
//   verdict  the status of one question after the other, from a FILE that was loaded with as many claims
// Prints one JSON object.

#include <sqlite3.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/benchmark/baseline_measure.h"
#include "tests/benchmark/baseline_rows.h"
#include "tests/benchmark/baseline_sql.h"

namespace gainsay::benchmark {
namespace {

constexpr size_t kRowsPerTransaction = 1'000;

struct Options {
  std::string mode;
  std::string file;
  int64_t claims = 100'000;
  int threads = 1;
  double seconds = 10;
  int question_claims = 30;
};

struct Closed {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closed>;
using Statement = std::unique_ptr<sqlite3_stmt, Closed>;

absl::Status ErrorOf(sqlite3* db) { return absl::InternalError(sqlite3_errmsg(db)); }

absl::Status Execute(sqlite3* db, const std::string& sql) {
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? absl::OkStatus()
                                                                               : ErrorOf(db);
}

absl::StatusOr<Statement> Prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    return ErrorOf(db);
  }
  return Statement(statement);
}

// As one would tune it: a write-ahead log, each commit synced, most of a small database in memory.
absl::StatusOr<Database> Open(const std::string& file) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(
      file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database db(opened);
  if (result != SQLITE_OK) return ErrorOf(db.get());
  const absl::Status status =
      Execute(db.get(),
              "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
              "pragma cache_size = -262144; pragma mmap_size = 1073741824; pragma temp_store = memory;"
              "pragma wal_autocheckpoint = 10000");
  if (!status.ok()) return status;
  return db;
}

void Bind(sqlite3_stmt* statement, int place, const Cell& cell) {
  if (const auto* whole = std::get_if<int64_t>(&cell)) {
    sqlite3_bind_int64(statement, place, *whole);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    sqlite3_bind_double(statement, place, *real);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
  } else {
    sqlite3_bind_null(statement, place);
  }
}

struct TableRow {
  Table table;
  Row row;
};

class Inserter {
 public:
  static absl::StatusOr<Inserter> Of(sqlite3* db) {
    Inserter inserter(db);
    for (int table = 0; table < kTables; ++table) {
      const std::string target = TargetOf(static_cast<Table>(table));
      std::string places = "?";
      for (const char c : target) absl::StrAppend(&places, c == ',' ? ", ?" : "");
      absl::StatusOr<Statement> insert =
          Prepare(db, absl::StrCat("insert into ", target, " values (", places, ")"));
      if (!insert.ok()) return insert.status();
      inserter.inserts_.push_back(*std::move(insert));
    }
    return inserter;
  }

  // Writes rows in a transaction of their own.
  absl::Status InsertAll(const TableRow* begin, const TableRow* end) {
    absl::Status status = Execute(db_, "begin immediate");
    for (; status.ok() && begin != end; ++begin) status = Insert(*begin);
    return status.ok() ? Execute(db_, "commit") : status;
  }

 private:
  explicit Inserter(sqlite3* db) : db_(db) {}

  absl::Status Insert(const TableRow& row) {
    sqlite3_stmt* insert = inserts_[static_cast<size_t>(row.table)].get();
    int place = 0;
    for (const Cell& cell : row.row) Bind(insert, ++place, cell);
    const int result = sqlite3_step(insert);
    sqlite3_reset(insert);
    return result == SQLITE_DONE ? absl::OkStatus() : ErrorOf(db_);
  }

  sqlite3* db_;
  std::vector<Statement> inserts_;
};

absl::StatusOr<nlohmann::ordered_json> Load(const Options& options, const Dataset& data) {
  absl::StatusOr<Database> db = Open(options.file);
  if (!db.ok()) return db.status();
  if (absl::Status status = Execute(db->get(), SqlOf("baseline_schema.sql")); !status.ok()) return status;
  absl::StatusOr<Inserter> inserter = Inserter::Of(db->get());
  if (!inserter.ok()) return inserter.status();
  RowMaker maker;
  std::vector<TableRow> rows;
  int64_t records = 0;
  data.ForEach([&](const model::Record& record) {
    ++records;
    maker.Add(record, [&](Table table, Row row) { rows.push_back({table, std::move(row)}); });
  });
  const auto transactions =
      static_cast<int64_t>((rows.size() + kRowsPerTransaction - 1) / kRowsPerTransaction);
  const Measured measured = Measure(1, {.calls = transactions}, [&](int, int64_t number) {
    const size_t begin = static_cast<size_t>(number) * kRowsPerTransaction;
    return inserter->InsertAll(&rows[begin],
                               rows.data() + std::min(rows.size(), begin + kRowsPerTransaction));
  });
  if (absl::Status status = Execute(db->get(), "pragma wal_checkpoint(truncate); analyze"); !status.ok()) {
    return status;
  }
  nlohmann::ordered_json json = {
      {"records", records},
      {"rows", rows.size()},
      {"records_per_second", static_cast<double>(records) / absl::ToDoubleSeconds(measured.spent)},
      {"bytes_on_disk", std::filesystem::file_size(options.file)},
      {"durability", "each transaction is synced before it returns (WAL, synchronous=full)"}};
  json.update(measured.Json());
  return json;
}

// A connection of its own for each thread, with the query prepared.
struct Asker {
  Database db;
  Statement query;

  static absl::StatusOr<Asker> Of(const std::string& file) {
    absl::StatusOr<Database> db = Open(file);
    if (!db.ok()) return db.status();
    absl::StatusOr<Statement> query = Prepare(db->get(), SqlOf("baseline_verdict.sql"));
    if (!query.ok()) return query.status();
    return Asker{*std::move(db), *std::move(query)};
  }

  absl::StatusOr<std::string> StatusOf(const AskedQuestion& question) const {
    sqlite3_bind_text(query.get(), 1, question.topic.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_text(query.get(), 2, question.question.c_str(), -1, SQLITE_STATIC);
    const bool found = sqlite3_step(query.get()) == SQLITE_ROW;
    const auto* text = found ? sqlite3_column_text(query.get(), 0) : nullptr;
    absl::StatusOr<std::string> status = ErrorOf(db.get());
    if (text != nullptr) status = reinterpret_cast<const char*>(text);
    sqlite3_reset(query.get());
    return status;
  }
};

absl::StatusOr<nlohmann::ordered_json> Ask(const Options& options, const Dataset& data) {
  std::vector<Asker> askers;
  for (int thread = 0; thread < options.threads; ++thread) {
    absl::StatusOr<Asker> asker = Asker::Of(options.file);
    if (!asker.ok()) return asker.status();
    askers.push_back(*std::move(asker));
  }
  const std::vector<AskedQuestion> questions = QuestionsToAsk(data, options.question_claims);
  const auto ask = [&](int thread, int64_t number) {
    return askers[thread].StatusOf(questions[number % questions.size()]).status();
  };
  Measure(options.threads, {.seconds = 1}, ask);
  nlohmann::ordered_json json = {{"threads", options.threads}, {"question_claims", options.question_claims}};
  json.update(Measure(options.threads, {.seconds = options.seconds}, ask).Json());
  json["agreement"] =
      Agreement(data, [&](const AskedQuestion& question) { return askers[0].StatusOf(question); });
  return json;
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  gainsay::benchmark::Options options;
  CLI::App app("SQLite in process.", "baseline_sqlite");
  app.add_option("MODE", options.mode)->required()->check(CLI::IsMember({"load", "verdict"}));
  app.add_option("FILE", options.file)->required();
  app.add_option("--claims", options.claims);
  app.add_option("--threads", options.threads);
  app.add_option("--seconds", options.seconds);
  app.add_option("--question-claims", options.question_claims);
  CLI11_PARSE(app, argc, argv);
  const gainsay::benchmark::Dataset data({.claims = options.claims});
  const auto result = options.mode == "load" ? Load(options, data) : Ask(options, data);
  if (!result.ok()) {
    std::cerr << result.status() << '\n';
    return 1;
  }
  nlohmann::ordered_json json = {{"baseline", "sqlite"}, {"mode", options.mode}, {"claims", data.claims()}};
  json.update(*result);
  std::cout << json.dump() << '\n';
  return json["errors"].empty() ? 0 : 1;
}
