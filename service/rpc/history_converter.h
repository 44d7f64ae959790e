#ifndef GAINSAY_SERVICE_RPC_HISTORY_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_HISTORY_CONVERTER_H_

#include <cstddef>
#include <string>
#include <utility>

#include "absl/time/time.h"
#include "gainsay/v1/history.pb.h"
#include "service/ledger/history.h"

namespace gainsay::rpc {

inline constexpr std::pair<v1::HistoryAxis, ledger::HistoryAxis> kHistoryAxes[] = {
    {v1::HISTORY_AXIS_SAID, ledger::HistoryAxis::kSaid},
    {v1::HISTORY_AXIS_KNOWN, ledger::HistoryAxis::kKnown},
};

// The most causes of one entry that are named: an import may write any number at once.
inline constexpr size_t kMaxCauses = 100;

// When the service knew something: RFC 3339, always with a fraction, without which `known_at` would be read
// as the whole of its second.
std::string KnownAtText(absl::Time time);

v1::HistoryEntry HistoryEntryToProto(const engine::Turn& turn);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_HISTORY_CONVERTER_H_
