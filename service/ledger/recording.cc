#include "service/ledger/recording.h"

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
    records.push_back(std::make_shared<const model::Record>(std::move(record)));
  }
  return records;
}

}  // namespace

template <class Item>
absl::StatusOr<RecordedBatch> RecordAll(const Ledger& ledger, std::string_view workspace,
                                        const std::vector<Item>& items, std::string_view field) {
  RecordedBatch batch;
  const std::vector<SharedRecord> records = NamedRecords(items);
  const auto build = [&](Draft& draft) -> absl::Status {
    batch.outcomes.clear();
    const absl::Status found = draft.file().Prefetch(records);
    if (!found.ok()) return found;
    for (size_t i = 0; i < records.size(); ++i) {
      const absl::StatusOr<Added> added = draft.Add(records[i], Mode::kNew);
      if (IsRefusal(added.status())) {
        return Prefixed(std::string(field) + "[" + std::to_string(i) + "].", added.status());
      }
      if (!added.ok()) return added.status();
      batch.outcomes.push_back({NameOf(*records[i]), *added == Added::kUnchanged});
    }
    return absl::OkStatus();
  };
  const absl::StatusOr<Written> written = WriteDraft(ledger, std::string(workspace), build);
  if (!written.ok()) return written.status();
  batch.revision = written->revision;
  return batch;
}

#define GAINSAY_INSTANTIATE(Item)                                                   \
  template absl::StatusOr<RecordedBatch> RecordAll(const Ledger&, std::string_view, \
                                                   const std::vector<Item>&, std::string_view)

GAINSAY_INSTANTIATE(model::Claim);
GAINSAY_INSTANTIATE(model::Silence);
GAINSAY_INSTANTIATE(model::Relation);
GAINSAY_INSTANTIATE(model::Withdrawal);

#undef GAINSAY_INSTANTIATE

}  // namespace gainsay::ledger
