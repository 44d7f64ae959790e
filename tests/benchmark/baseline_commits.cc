#include "tests/benchmark/baseline_commits.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "service/ledger/import.h"
#include "service/ledger/recording.h"
#include "service/store/memory/memory_store.h"

namespace gainsay::benchmark {
namespace {

// A store in memory that keeps what is committed to it. One thread writes.
class ListeningStore : public store::Store {
 public:
  std::vector<WrittenCommit> Take() { return std::exchange(commits_, {}); }

  void CommitLater(store::WriteSet writes, absl::Time now, Done done) override {
    WrittenCommit written{.puts = writes.puts, .index = writes.index};
    store_->CommitLater(std::move(writes), now,
                        [this, written = std::move(written),
                         done = std::move(done)](absl::StatusOr<store::Committed> committed) mutable {
                          if (committed.ok()) {
                            written.commit = *committed;
                            commits_.push_back(std::move(written));
                          }
                          done(std::move(committed));
                        });
  }

  store::Revision GetLatestRevision() const override { return store_->GetLatestRevision(); }
  absl::StatusOr<std::unique_ptr<store::Snapshot>> GetSnapshot(
      std::optional<store::Revision> revision) const override {
    return store_->GetSnapshot(revision);
  }
  absl::Status WaitForRevision(store::Revision revision, absl::Time deadline) const override {
    return store_->WaitForRevision(revision, deadline);
  }
  absl::StatusOr<std::vector<store::LogEntry>> ReadLog(store::Revision after, int limit) const override {
    return store_->ReadLog(after, limit);
  }
  absl::StatusOr<store::Revision> RevisionAt(absl::Time time) const override {
    return store_->RevisionAt(time);
  }
  absl::Status Checkpoint(const std::string& directory) override { return store_->Checkpoint(directory); }
  absl::StatusOr<store::Statistics> GetStatistics() const override { return store_->GetStatistics(); }

 private:
  const std::unique_ptr<store::Store> store_ = store::NewMemoryStore();
  std::vector<WrittenCommit> commits_;
};

// Imports the data; returns how many records it wrote.
absl::StatusOr<int64_t> ImportAll(const Dataset& data, const ledger::Ledger& ledger) {
  ledger::Import import(ledger, {.workspace = kWorkspace});
  int64_t line = 0;
  absl::Status status;
  data.ForEach([&](const model::Record& record) {
    if (status.ok()) status = import.Add(++line, record).status();
  });
  if (!status.ok()) return status;
  const absl::StatusOr<ledger::ImportProgress> progress = import.Finish();
  if (!progress.ok()) return progress.status();
  if (progress->written != line) {
    return absl::InternalError(absl::StrCat(line - progress->written, " records were not written"));
  }
  return line;
}

absl::Status RecordSingly(const Dataset& data, const ledger::Ledger& ledger, int64_t claims) {
  for (int64_t number = 0; number < claims; ++number) {
    const std::vector<model::Claim> batch = {data.NewClaim(number % data.questions(), number)};
    const auto recorded = ledger::RecordAll<model::Claim>(ledger, kWorkspace, batch, "claims");
    if (!recorded.ok()) return recorded.status();
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<WrittenCommits> CommitsOf(const Dataset& data, int64_t single) {
  ListeningStore store;
  const ledger::Ledger ledger{store, absl::Now};
  const absl::StatusOr<int64_t> imported = ImportAll(data, ledger);
  if (!imported.ok()) return imported.status();
  WrittenCommits written{.import = store.Take(), .imported = *imported};
  if (absl::Status status = RecordSingly(data, ledger, single); !status.ok()) return status;
  written.single = store.Take();
  return written;
}

}  // namespace gainsay::benchmark
