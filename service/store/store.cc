#include "service/store/store.h"

#include <string>
#include <string_view>
#include <utility>

#include "absl/synchronization/notification.h"

namespace gainsay::store {

KeyRange KeyRange::Key(std::string_view key) {
  std::string end(key);
  end.push_back('\0');
  return {std::string(key), std::move(end)};
}

KeyRange KeyRange::Prefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xFF') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return {std::string(prefix), std::move(end)};
}

absl::StatusOr<Committed> Store::Commit(WriteSet writes, absl::Time now) {
  absl::Notification done;
  absl::StatusOr<Committed> result = absl::UnknownError("not written");
  CommitLater(std::move(writes), now, [&](absl::StatusOr<Committed> committed) {
    result = std::move(committed);
    done.Notify();
  });
  done.WaitForNotification();
  return result;
}

}  // namespace gainsay::store
