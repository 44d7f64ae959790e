#include "service/ledger/confidential_sources.h"

#include <set>
#include <utility>
#include <variant>
#include <vector>

namespace gainsay::ledger {
namespace {

const std::optional<model::Edtf>& TimeOf(const model::Claim& claim) { return claim.said_time; }
const std::optional<model::Edtf>& TimeOf(const model::Silence& silence) { return silence.as_of_time; }
const std::optional<model::Edtf>& TimeOf(const model::Withdrawal& withdrawal) { return withdrawal.time; }

// The documents that tell when a record was made; null if it says so itself, or is of a kind without a time.
const std::vector<model::Appearance>* DatedBy(const model::Record& record) {
  return std::visit(
      [](const auto& held) -> const std::vector<model::Appearance>* {
        if constexpr (requires { TimeOf(held); }) {
          if (!TimeOf(held)) return &held.appearances;
        }
        return nullptr;
      },
      record);
}

}  // namespace

absl::StatusOr<ConfidentialSources> ConfidentialSources::Read(const Ledger& ledger, std::string workspace) {
  absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = OpenSnapshot(ledger, 0);
  if (!snapshot.ok()) return snapshot.status();
  return ConfidentialSources(*std::move(snapshot), std::move(workspace));
}

absl::StatusOr<const model::Source*> ConfidentialSources::Find(const std::string& source) {
  auto known = read_.find(source);
  if (known == read_.end()) {
    auto found = reader_.Find(model::NameKind::kSource, source);
    if (!found.ok()) return found.status();
    std::optional<model::Source> record;
    if (*found) record = std::get<model::Source>(std::move((*found)->record));
    known = read_.emplace(source, std::move(record)).first;
  }
  return known->second ? &*known->second : nullptr;
}

absl::StatusOr<bool> ConfidentialSources::Has(const std::string& source) {
  const absl::StatusOr<const model::Source*> found = Find(source);
  if (!found.ok()) return found.status();
  return *found != nullptr && (*found)->confidential;
}

absl::StatusOr<bool> ConfidentialSources::AreBehind(const std::string& source) {
  std::set<std::string> reached = {source};
  std::vector<std::string> left = {source};
  while (!left.empty()) {
    const absl::StatusOr<const model::Source*> found = Find(left.back());
    if (!found.ok()) return found.status();
    left.pop_back();
    if (*found == nullptr) continue;
    if ((*found)->confidential) return true;
    for (const model::Citation& cited : (*found)->cites) {
      if (reached.insert(cited.source).second) left.push_back(cited.source);
    }
  }
  return false;
}

absl::StatusOr<bool> ConfidentialSources::Date(const std::string& name) {
  const auto known = dated_.find(name);
  if (known != dated_.end()) return known->second;
  const std::optional<model::NameKind> kind = KindOfName(name);
  if (!kind) return false;
  const auto found = reader_.Find(*kind, name);
  if (!found.ok()) return found.status();
  const std::vector<model::Appearance>* by = *found ? DatedBy((*found)->record) : nullptr;
  bool dated = false;
  for (size_t i = 0; by != nullptr && i < by->size() && !dated; ++i) {
    const absl::StatusOr<bool> confidential = Has((*by)[i].source);
    if (!confidential.ok()) return confidential.status();
    dated = *confidential;
  }
  dated_[name] = dated;
  return dated;
}

absl::StatusOr<std::string> ConfidentialSources::PublisherOf(const std::string& source) {
  const absl::StatusOr<const model::Source*> found = Find(source);
  if (!found.ok()) return found.status();
  return *found != nullptr ? (*found)->publisher : "";
}

}  // namespace gainsay::ledger
