#include "client/cli/listing.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/styled_text.h"

namespace gainsay::cli {

std::string InOneList(const std::vector<std::string>& items, size_t most) {
  if (items.empty()) return "";
  // "and 1 other" would be longer than the name it stands for.
  const size_t shown = items.size() <= most + 1 ? items.size() - 1 : most;
  const std::string last =
      shown + 1 == items.size() ? items.back() : absl::StrCat(items.size() - shown, kHardSpace, "others");
  if (shown == 0) return last;
  return absl::StrCat(absl::StrJoin(items.begin(), items.begin() + static_cast<long>(shown), ", "), " and ",
                      last);
}

}  // namespace gainsay::cli
