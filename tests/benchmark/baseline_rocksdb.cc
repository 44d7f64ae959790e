// RocksDB alone, opened as the service opens it, with just the keys and bytes that the service writes.
// Usage: baseline_rocksdb MODE DIRECTORY [--claims N] [--threads N] [--commits N] [--seconds S]
//   batches       the whole data, 1,000 records a batch, each batch synced; the rate is of batches
//   group-commit  after the data, one new claim a synced write, by many threads at once
//   scan          after the data, reads all that lies with one question of 30 claims
// DIRECTORY is made, and must not exist. Prints one JSON object.

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "service/store/keys.h"
#include "service/store/log_codec.h"
#include "service/store/rocksdb/open_database.h"
#include "service/store/versioned_key.h"
#include "tests/benchmark/baseline_commits.h"
#include "tests/benchmark/baseline_measure.h"

namespace gainsay::benchmark {
namespace {

constexpr int kQuestionClaims = 30;

struct Options {
  std::string mode;
  std::string directory;
  int64_t claims = 100'000;
  int threads = 64;
  int64_t commits = 100'000;
  double seconds = 10;
};

// As store::Committer puts a commit together.
rocksdb::WriteBatch BatchOf(const WrittenCommit& written) {
  rocksdb::WriteBatch batch;
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : written.puts) {
    batch.Put(store::VersionedKey(key, written.commit.revision),
              store::StoredValue(written.commit.time, value));
    keys.push_back(key);
  }
  const std::string empty = store::StoredValue(written.commit.time, "");
  for (const std::string& key : written.index) {
    batch.Put(store::VersionedKey(key, written.commit.revision), empty);
  }
  batch.Put(store::LogKey(written.commit.revision), store::StoredLogEntry(written.commit.time, keys));
  return batch;
}

// Lets go of the commits, one after the other, as batches are made of them.
std::vector<rocksdb::WriteBatch> BatchesOf(std::vector<WrittenCommit> commits) {
  std::vector<rocksdb::WriteBatch> batches;
  for (WrittenCommit& commit : commits) {
    batches.push_back(BatchOf(commit));
    commit = {};
  }
  return batches;
}

absl::Status ToStatus(const rocksdb::Status& status) {
  return status.ok() ? absl::OkStatus() : absl::InternalError(status.ToString());
}

Measured WriteAll(rocksdb::DB& db, std::vector<rocksdb::WriteBatch> batches, int threads, double seconds) {
  rocksdb::WriteOptions durable;
  durable.sync = true;
  const Limits limits{static_cast<int64_t>(batches.size()), seconds};
  return Measure(threads, limits,
                 [&](int, int64_t number) { return ToStatus(db.Write(durable, &batches[number])); });
}

// Waits until nothing is written in the background.
void Settle(rocksdb::DB& db) {
  db.Flush({});
  for (uint64_t busy = 1; busy != 0;) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    busy = 0;
    for (const auto* property :
         {&rocksdb::DB::Properties::kCompactionPending, &rocksdb::DB::Properties::kNumRunningCompactions,
          &rocksdb::DB::Properties::kNumRunningFlushes}) {
      uint64_t value = 0;
      if (db.GetIntProperty(*property, &value)) busy += value;
    }
  }
}

// Reads all that lies with a question, to the last byte.
absl::Status ScanQuestion(rocksdb::DB& db, const std::string& question) {
  const store::KeyRange range = store::QuestionRange(kWorkspace, question);
  const std::string end = store::VersionedBound(range.end);
  const rocksdb::Slice upper_bound = end;
  rocksdb::ReadOptions read;
  read.iterate_upper_bound = &upper_bound;
  const std::unique_ptr<rocksdb::Iterator> at(db.NewIterator(read));
  int entries = 0;
  size_t bytes = 0;
  for (at->Seek(store::VersionedBound(range.begin)); at->Valid(); at->Next()) {
    ++entries;
    bytes += std::hash<std::string_view>()(at->key().ToStringView());
    bytes += std::hash<std::string_view>()(at->value().ToStringView());
  }
  if (at->status().ok() && (entries != kQuestionClaims + 1 || bytes == 0)) {
    return absl::InternalError("not the question and its claims");
  }
  return ToStatus(at->status());
}

Measured Scan(rocksdb::DB& db, const Dataset& data, double seconds) {
  std::vector<std::string> questions;
  for (const int64_t index : data.QuestionsOf(kQuestionClaims)) questions.push_back(data.QuestionName(index));
  return Measure(1, {.seconds = seconds},
                 [&](int, int64_t number) { return ScanQuestion(db, questions[number % questions.size()]); });
}

absl::StatusOr<nlohmann::ordered_json> Run(const Options& options) {
  const Dataset data({.claims = options.claims});
  const bool singly = options.mode == "group-commit";
  absl::StatusOr<WrittenCommits> written = CommitsOf(data, singly ? options.commits : 0);
  if (!written.ok()) return written.status();
  auto db = store::OpenDatabase({.directory = options.directory});
  if (!db.ok()) return db.status();
  std::vector<rocksdb::WriteBatch> single = BatchesOf(std::move(written->single));
  Measured measured =
      WriteAll(**db, BatchesOf(std::move(written->import)), 1, std::numeric_limits<double>::infinity());
  const double records_per_second =
      static_cast<double>(written->imported) / absl::ToDoubleSeconds(measured.spent);
  if (options.mode != "batches") Settle(**db);
  if (singly) measured = WriteAll(**db, std::move(single), options.threads, options.seconds);
  if (options.mode == "scan") measured = Scan(**db, data, options.seconds);
  nlohmann::ordered_json json = {{"baseline", "rocksdb"}, {"mode", options.mode}, {"claims", data.claims()}};
  if (options.mode == "batches") {
    json["records"] = written->imported;
    json["records_per_second"] = records_per_second;
  }
  if (singly) json["threads"] = options.threads;
  json.update(measured.Json());
  json["durability"] = "each write is synced (fdatasync of the write-ahead log) before it returns";
  return json;
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  gainsay::benchmark::Options options;
  CLI::App app("RocksDB alone.", "baseline_rocksdb");
  app.add_option("MODE", options.mode)->required()->check(CLI::IsMember({"batches", "group-commit", "scan"}));
  app.add_option("DIRECTORY", options.directory)->required()->check(CLI::NonexistentPath);
  app.add_option("--claims", options.claims);
  app.add_option("--threads", options.threads);
  app.add_option("--commits", options.commits);
  app.add_option("--seconds", options.seconds);
  CLI11_PARSE(app, argc, argv);
  const auto json = gainsay::benchmark::Run(options);
  if (!json.ok()) {
    std::cerr << json.status() << '\n';
    return 1;
  }
  std::cout << json->dump() << '\n';
  return json->at("errors").empty() ? 0 : 1;
}
