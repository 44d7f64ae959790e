#ifndef GAINSAY_SERVICE_RPC_SELECTING_H_
#define GAINSAY_SERVICE_RPC_SELECTING_H_

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/listing.h"
#include "service/rpc/filter.h"
#include "service/rpc/reading.h"
#include "service/rpc/source_mask.h"

namespace gainsay::rpc {

// So many records are looked at for one page if each is compared for it.
inline constexpr int kMaxCompared = 1'000;

// Returns which records a listing's `filter` asks for, as long as the call is awaited; `to_proto` renders a
// record, and `mask` hides in it what its caller may not ask about. Does not own the ledger and the call.
// INVALID_ARGUMENT "filter: ...": as FilterFromText.
template <class Item, class ToProto>
absl::StatusOr<ledger::Selection<Item>> SelectionFromProto(const ledger::Ledger& ledger, const Call& call,
                                                           const std::string& filter, ToProto to_proto,
                                                           const std::optional<SourceMask>& mask,
                                                           const std::vector<ComputedField>& computed) {
  using Proto = std::invoke_result_t<ToProto, const ledger::Recorded<Item>&>;
  if (filter.empty()) return ledger::Selection<Item>();
  absl::StatusOr<Filter> asked = FilterFromText(filter, *Proto::descriptor(), computed);
  if (!asked.ok()) return asked.status();
  ledger::Selection<Item> selection;
  if (asked->computes) selection.max_looked_at = kMaxCompared;
  selection.selects = [&ledger, &call, to_proto, mask, holds = std::move(asked->holds)](
                          const ledger::Recorded<Item>& found) -> absl::StatusOr<bool> {
    const absl::Status awaited = CheckAwaited(ledger, call);
    if (!awaited.ok()) return awaited;
    Proto proto = to_proto(found);
    const absl::Status hidden = mask ? mask->Hide(proto) : absl::OkStatus();
    if (!hidden.ok()) return hidden;
    return holds(proto);
  };
  return selection;
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SELECTING_H_
