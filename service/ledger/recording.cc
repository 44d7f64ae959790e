#include "service/ledger/recording.h"

#include "service/ledger/content_id.h"
#include "service/ledger/draft.h"

namespace gainsay::ledger {
namespace {

absl::Status AddItem(Draft& draft, model::Record record, RecordedBatch& batch) {
  NameByContent(record);
  const absl::StatusOr<Added> added = draft.Add(record, Mode::kNew);
  if (!added.ok()) return added.status();
  batch.outcomes.push_back({NameOf(record), *added == Added::kUnchanged});
  return absl::OkStatus();
}

}  // namespace

template <class Item>
absl::StatusOr<RecordedBatch> RecordAll(const Ledger& ledger, std::string_view workspace,
                                        const std::vector<Item>& items, std::string_view field) {
  RecordedBatch batch;
  const auto build = [&](Draft& draft) -> absl::Status {
    batch.outcomes.clear();
    for (size_t i = 0; i < items.size(); ++i) {
      const absl::Status added = AddItem(draft, items[i], batch);
      if (IsRefusal(added)) return Prefixed(std::string(field) + "[" + std::to_string(i) + "].", added);
      if (!added.ok()) return added;
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
