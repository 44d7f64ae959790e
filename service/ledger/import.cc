#include "service/ledger/import.h"

#include <algorithm>
#include <utility>

#include "service/ledger/content_id.h"
#include "service/ledger/import_decider.h"

namespace gainsay::ledger {
namespace {

// Looking at all records that wait takes time by their number: once for every so many of them that came.
constexpr int64_t kWaitingPerLook = 8;

}  // namespace

class Import::State {
 public:
  State(const Ledger& ledger, ImportOptions options)
      : options_(std::move(options)), decider_(ledger, options_) {}

  absl::StatusOr<std::optional<ImportProgress>> Add(int64_t line, model::Record record) {
    Seen(line);
    NameByContent(record);
    arrived_.push_back({{line, std::make_shared<const model::Record>(std::move(record))}, 0});
    if (unsettled_ < kImportBatch) return std::nullopt;
    const bool look = unlooked_ >= std::max<int64_t>(kImportBatch, decider_.waiting() / kWaitingPerLook);
    const int64_t before = decided_;
    absl::StatusOr<ImportProgress> progress = Settle(look ? Waits::kEndOld : Waits::kLeave);
    if (!progress.ok()) return progress.status();
    if (decided_ == before) return std::nullopt;
    return *std::move(progress);
  }

  void Refuse(int64_t line, absl::Status status) {
    Seen(line);
    if (arrived_.empty()) {
      decider_.Skip(1);
    } else {
      ++arrived_.back().refused_after;
    }
    decider_.Report({line, std::move(status)});
  }

  absl::StatusOr<ImportProgress> Flush() { return Settle(unlooked_ > 0 ? Waits::kEndOld : Waits::kLeave); }

  absl::StatusOr<ImportProgress> Finish() { return Settle(Waits::kEndAll); }

 private:
  enum class Waits { kLeave, kEndOld, kEndAll };

  struct Arrived {
    ImportItem item;
    int64_t refused_after = 0;  // before the next arrived
  };

  void Seen(int64_t line) {
    last_line_ = std::max(last_line_, line);
    ++unsettled_;
    ++unlooked_;
  }

  // Decides what can be decided, writes it, and tells how far the import has got.
  absl::StatusOr<ImportProgress> Settle(Waits waits) {
    const absl::Status status = Decide(waits);
    if (!status.ok()) return status;
    unsettled_ = 0;
    if (waits != Waits::kLeave) unlooked_ = 0;
    ImportProgress progress = decider_.progress();
    decider_.progress().errors.clear();
    progress.last_line = last_line_;
    progress.waiting = decider_.waiting();
    std::stable_sort(progress.errors.begin(), progress.errors.end(),
                     [](const ImportError& a, const ImportError& b) { return a.line < b.line; });
    decided_ = progress.written + progress.unchanged + progress.refused + progress.created_missing;
    return progress;
  }

  absl::Status Decide(Waits waits) {
    std::vector<SharedRecord> records;
    for (const Arrived& arrived : arrived_) records.push_back(arrived.item.record);
    const absl::Status found = decider_.Prefetch(records);
    if (!found.ok()) return found;
    for (Arrived& arrived : std::exchange(arrived_, {})) {
      const absl::Status taken = decider_.Take(std::move(arrived.item), arrived.refused_after);
      if (!taken.ok()) return taken;
    }
    absl::Status status = decider_.WriteReady();
    if (status.ok() && waits == Waits::kEndOld) status = decider_.EndOldWaits();
    if (status.ok() && waits == Waits::kEndAll) status = decider_.EndAllWaits();
    return status.ok() ? decider_.Commit() : status;
  }

  const ImportOptions options_;
  ImportDecider decider_;
  std::vector<Arrived> arrived_;
  int64_t last_line_ = 0;
  int64_t unsettled_ = 0;  // records since the last Settle
  int64_t unlooked_ = 0;   // records since the last look at all that wait
  int64_t decided_ = 0;    // by the last progress
};

Import::Import(const Ledger& ledger, ImportOptions options)
    : state_(std::make_unique<State>(ledger, std::move(options))) {}

Import::~Import() = default;

absl::StatusOr<std::optional<ImportProgress>> Import::Add(int64_t line, model::Record record) {
  return state_->Add(line, std::move(record));
}

void Import::Refuse(int64_t line, absl::Status status) { state_->Refuse(line, std::move(status)); }

absl::StatusOr<ImportProgress> Import::Flush() { return state_->Flush(); }

absl::StatusOr<ImportProgress> Import::Finish() { return state_->Finish(); }

}  // namespace gainsay::ledger
