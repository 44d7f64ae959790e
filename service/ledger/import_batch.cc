#include "service/ledger/import_batch.h"

#include <utility>

#include "service/ledger/field_error.h"
#include "service/ledger/record_name.h"

namespace gainsay::ledger {

absl::StatusOr<bool> ImportBatch::Exists(model::NameKind kind, std::string_view name) {
  const absl::Status opened = Open();
  if (!opened.ok()) return opened;
  return draft_->file().Exists(kind, name);
}

absl::Status ImportBatch::Prefetch(const std::vector<SharedRecord>& records) {
  const absl::Status opened = Open();
  if (!opened.ok()) return opened;
  return draft_->file().Prefetch(records);
}

absl::Status ImportBatch::Add(ImportItem item) {
  const absl::Status opened = Open();
  if (!opened.ok()) return opened;
  const absl::StatusOr<Added> added = draft_->Add(item.record, Mode::kNextRevision);
  if (!added.ok()) return added.status();
  items_.push_back({std::move(item), *added, ++circles_});
  return absl::OkStatus();
}

std::vector<absl::Status> ImportBatch::AddTogether(const std::vector<ImportItem>& items) {
  const absl::Status opened = Open();
  if (!opened.ok()) return std::vector<absl::Status>(items.size(), opened);
  std::vector<SharedRecord> records;
  for (const ImportItem& item : items) records.push_back(item.record);
  const std::vector<absl::StatusOr<Added>> results = draft_->AddTogether(records);
  std::vector<absl::Status> statuses;
  bool ok = true;
  for (const absl::StatusOr<Added>& added : results) {
    statuses.push_back(added.status());
    ok = ok && added.ok();
  }
  if (!ok) return statuses;
  ++circles_;
  for (size_t i = 0; i < items.size(); ++i) items_.push_back({items[i], *results[i], circles_});
  return statuses;
}

absl::StatusOr<ImportBatch::Outcome> ImportBatch::Commit() {
  Outcome outcome;
  const absl::Status opened = Open();
  if (!opened.ok()) return opened;
  for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
    outcome.revision = snapshot_->revision();
    store::WriteSet writes = options_.dry_run ? store::WriteSet() : draft_->file().Writes();
    absl::StatusOr<store::Committed> committed = store::Committed{outcome.revision, {}};
    if (!writes.puts.empty()) committed = ledger_.store.Commit(std::move(writes), ledger_.now());
    if (committed.ok()) {
      outcome.revision = committed->revision;
      Tally(outcome);
      items_.clear();
      // The next batch reads what this one wrote; a dry run has that in its only one.
      if (!options_.dry_run) draft_.reset();
      return outcome;
    }
    if (!absl::IsAborted(committed.status())) return committed.status();
    const absl::Status taken = TakeAgain(outcome);
    if (!taken.ok()) return taken;
  }
  return TooManyWriters();
}

absl::Status ImportBatch::Open() {
  if (draft_) return absl::OkStatus();
  absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = ledger_.store.GetSnapshot();
  if (!snapshot.ok()) return snapshot.status();
  snapshot_ = *std::move(snapshot);
  draft_.emplace(*snapshot_, options_.workspace, &known_);
  return absl::OkStatus();
}

absl::Status ImportBatch::TakeAgain(Outcome& outcome) {
  draft_.reset();
  const absl::Status opened = Open();
  if (!opened.ok()) return opened;
  std::vector<Taken> before = std::exchange(items_, {});
  for (auto begin = before.begin(); begin != before.end();) {
    auto end = begin;
    while (end != before.end() && end->circle == begin->circle) ++end;
    const absl::Status taken = TakeCircleAgain(begin, end, outcome);
    if (!taken.ok()) return taken;
    begin = end;
  }
  return absl::OkStatus();
}

absl::Status ImportBatch::TakeCircleAgain(std::vector<Taken>::iterator begin,
                                          std::vector<Taken>::iterator end, Outcome& outcome) {
  std::vector<ImportItem> items;
  for (auto taken = begin; taken != end; ++taken) items.push_back(std::move(taken->item));
  if (items.front().line == 0) {
    // A bare record never replaces what somebody else has declared meanwhile.
    const model::Record& bare = *items.front().record;
    const absl::StatusOr<bool> exists = draft_->file().Exists(KindOf(bare), NameOf(bare));
    if (!exists.ok() || *exists) return exists.status();
  }
  const bool alone = items.size() == 1;
  const std::vector<absl::Status> statuses =
      alone ? std::vector<absl::Status>{Add(items.front())} : AddTogether(items);
  absl::Status refusal;
  for (const absl::Status& status : statuses) {
    if (!status.ok() && !IsRefusal(status)) return status;
    if (refusal.ok()) refusal = status;
  }
  if (refusal.ok()) return absl::OkStatus();
  for (size_t i = 0; i < items.size(); ++i) {
    const absl::Status& own = statuses[i].ok() ? refusal : statuses[i];
    outcome.refused.push_back(ErrorOf(items[i].line, *items[i].record, own));
  }
  return absl::OkStatus();
}

void ImportBatch::Tally(Outcome& outcome) const {
  for (const Taken& taken : items_) {
    // A noun that a later line has put back as it is on file has not been written after all.
    const bool staged = draft_->file().IsStaged(NameOf(*taken.item.record));
    if (taken.added == Added::kUnchanged || !staged) {
      ++outcome.unchanged;
    } else if (taken.item.line == 0) {
      ++outcome.made;
    } else {
      ++outcome.written;
    }
  }
}

ImportError ErrorOf(int64_t line, const model::Record& record, const absl::Status& refusal) {
  return {line, Prefixed(NounOf(KindOf(record)) + ".", refusal)};
}

}  // namespace gainsay::ledger
