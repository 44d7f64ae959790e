#ifndef GAINSAY_SERVICE_LEDGER_CYCLES_H_
#define GAINSAY_SERVICE_LEDGER_CYCLES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "service/model/edtf.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// That one record leads to another, through a field, while a stretch of time lasts.
struct Link {
  std::string field;
  std::string to;
  model::TimeSpan holds;  // unbounded: always
};

// An entity's links to whom it speaks, spoke and is owned for; to what is broader; a question's to its parts.
std::vector<Link> SideLinks(const model::Entity& entity);
std::vector<Link> BroaderLinks(const model::Entity& entity);
std::vector<Link> PartLinks(const model::Question& question);

// Returns the first of `links`, those of `start`, through which `start` leads back to itself by links
// that all hold at some one time; nothing if none does. `links_of` gives the links of a record that is
// reached; its errors are returned.
absl::StatusOr<std::optional<Link>> FindCycle(
    const std::string& start, const std::vector<Link>& links,
    absl::FunctionRef<absl::StatusOr<std::vector<Link>>(const std::string& name)> links_of);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CYCLES_H_
