#ifndef GAINSAY_SERVICE_LEDGER_SIDE_WALK_H_
#define GAINSAY_SERVICE_LEDGER_SIDE_WALK_H_

#include <string>
#include <unordered_map>

#include "absl/status/statusor.h"
#include "service/engine/sides.h"
#include "service/ledger/overlay.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// Tells the sides of parties on file, fetching each entity when it is first needed and guarding it. Does
// not own the overlay, which must outlive it. Errors are those of reading.
class SideWalk {
 public:
  explicit SideWalk(Overlay& file) : file_(file) {}

  // Returns the root of a party's side at a moment.
  absl::StatusOr<std::string> RootAt(const std::string& party, engine::Moment moment);

 private:
  absl::Status Fetch(const std::string& party);

  Overlay& file_;
  std::unordered_map<std::string, model::Entity> entities_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_SIDE_WALK_H_
