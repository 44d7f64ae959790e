#include "service/ledger/recording.h"

#include <utility>

#include "absl/synchronization/notification.h"
#include "service/ledger/content_id.h"
#include "service/ledger/draft.h"

namespace gainsay::ledger {
namespace {

template <class Item>
std::vector<SharedRecord> NamedRecords(const std::vector<Item>& items) {
  std::vector<SharedRecord> records;
  for (const Item& item : items) {
    model::Record record = item;
    NameByContent(record);
    records.push_back(SharedRecord(std::move(record)));
  }
  return records;
}

// A batch on its way onto the disk: tried again when another writer was faster. Deletes itself when done.
class Recording {
 public:
  Recording(const Ledger& ledger, WriteScope scope, std::vector<SharedRecord> records, std::string_view field,
            RecordingDone done)
      : ledger_(ledger),
        scope_(std::move(scope)),
        records_(std::move(records)),
        field_(field),
        done_(std::move(done)) {}

  void Try() {
    const auto snapshot = ledger_.store.GetSnapshot();
    if (!snapshot.ok()) return Finish(snapshot.status());
    auto done = FindDone(**snapshot, scope_, ledger_.now());
    if (!done.ok()) return Finish(done.status());
    if (*done) {
      outcomes_ = std::move((*done)->request.outcomes);
      return Finish((*done)->revision);
    }
    absl::StatusOr<store::WriteSet> writes = Build(**snapshot);
    if (!writes.ok()) return Finish(writes.status());
    if (writes->puts.empty()) return Finish(writes->read_revision);
    ledger_.store.CommitLater(*std::move(writes), ledger_.now(),
                              [this](absl::StatusOr<store::Committed> committed) {
                                if (committed.ok()) return Finish(committed->revision);
                                if (!absl::IsAborted(committed.status())) return Finish(committed.status());
                                if (++attempts_ == kMaxAttempts) return Finish(TooManyWriters());
                                Try();
                              });
  }

 private:
  absl::StatusOr<store::WriteSet> Build(const store::Snapshot& snapshot) {
    Draft draft(snapshot, scope_.workspace);
    const absl::Status found = draft.file().Prefetch(records_);
    if (!found.ok()) return found;
    outcomes_.clear();
    for (size_t i = 0; i < records_.size(); ++i) {
      const absl::StatusOr<Added> added = draft.Add(records_[i], Mode::kNew);
      if (IsRefusal(added.status())) {
        return Prefixed(field_ + "[" + std::to_string(i) + "].", added.status());
      }
      if (!added.ok()) return added.status();
      outcomes_.push_back({NameOf(*records_[i]), *added == Added::kUnchanged});
    }
    store::WriteSet writes = draft.file().Writes();
    NoteRequest(scope_, outcomes_, writes);
    return writes;
  }

  void Finish(absl::StatusOr<store::Revision> revision) {
    if (revision.ok()) {
      done_(RecordedBatch{std::move(outcomes_), *revision});
    } else {
      done_(revision.status());
    }
    delete this;
  }

  const Ledger& ledger_;
  const WriteScope scope_;
  const std::vector<SharedRecord> records_;
  const std::string field_;
  RecordingDone done_;
  std::vector<RecordOutcome> outcomes_;
  int attempts_ = 0;
};

}  // namespace

template <class Item>
absl::StatusOr<RecordedBatch> RecordAll(const Ledger& ledger, const WriteScope& scope,
                                        const std::vector<Item>& items, std::string_view field) {
  absl::Notification recorded;
  absl::StatusOr<RecordedBatch> result = absl::UnknownError("not recorded");
  RecordLater(ledger, scope, items, field, [&](absl::StatusOr<RecordedBatch> batch) {
    result = std::move(batch);
    recorded.Notify();
  });
  recorded.WaitForNotification();
  return result;
}

template <class Item>
void RecordLater(const Ledger& ledger, const WriteScope& scope, const std::vector<Item>& items,
                 std::string_view field, RecordingDone done) {
  (new Recording(ledger, scope, NamedRecords(items), field, std::move(done)))->Try();
}

#define GAINSAY_INSTANTIATE(Item)                                                                         \
  template absl::StatusOr<RecordedBatch> RecordAll(const Ledger&, const WriteScope&,                      \
                                                   const std::vector<Item>&, std::string_view);           \
  template void RecordLater(const Ledger&, const WriteScope&, const std::vector<Item>&, std::string_view, \
                            RecordingDone)

GAINSAY_INSTANTIATE(model::Claim);
GAINSAY_INSTANTIATE(model::Silence);
GAINSAY_INSTANTIATE(model::Relation);
GAINSAY_INSTANTIATE(model::Withdrawal);

#undef GAINSAY_INSTANTIATE

}  // namespace gainsay::ledger
