#ifndef GAINSAY_SERVICE_RPC_SELECTING_H_
#define GAINSAY_SERVICE_RPC_SELECTING_H_

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/listing.h"
#include "service/rpc/filter.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {

// Returns which records a listing's `filter` asks for, as long as the call is awaited; `to_proto` renders a
// record. Does not own the ledger and the call. INVALID_ARGUMENT "filter: ...": as FilterFromText.
template <class Item, class ToProto>
absl::StatusOr<ledger::Selects<Item>> SelectsFromProto(const ledger::Ledger& ledger, const Call& call,
                                                       const std::string& filter, ToProto to_proto,
                                                       const std::vector<ComputedField>& computed = {}) {
  using Proto = std::invoke_result_t<ToProto, const ledger::Recorded<Item>&>;
  if (filter.empty()) return nullptr;
  absl::StatusOr<Filter> asked = FilterFromText(filter, *Proto::descriptor(), computed);
  if (!asked.ok()) return asked.status();
  return [&ledger, &call, to_proto, asked = *std::move(asked)](const ledger::Recorded<Item>& found) {
    const absl::Status awaited = CheckAwaited(ledger, call);
    return awaited.ok() ? asked(to_proto(found)) : awaited;
  };
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SELECTING_H_
