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

// The documents in which a record appeared; null if it is of a kind that appears in none.
const std::vector<model::Appearance>* AppearancesOf(const model::Record& record) {
  return std::visit(
      [](const auto& held) -> const std::vector<model::Appearance>* {
        if constexpr (requires { TimeOf(held); }) return &held.appearances;
        return nullptr;
      },
      record);
}

// Those that tell when it was made; null if it says so itself.
const std::vector<model::Appearance>* DatedBy(const model::Record& record) {
  const bool dated = std::visit(
      [](const auto& held) {
        if constexpr (requires { TimeOf(held); }) return TimeOf(held).has_value();
        return true;
      },
      record);
  return dated ? nullptr : AppearancesOf(record);
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
  const absl::StatusOr<bool> dated = by != nullptr ? HasAnyOf(*by) : false;
  if (dated.ok()) dated_[name] = *dated;
  return dated;
}

absl::StatusOr<bool> ConfidentialSources::HasAnyOf(const std::vector<model::Appearance>& appearances) {
  for (const model::Appearance& appearance : appearances) {
    absl::StatusOr<bool> confidential = Has(appearance.source);
    if (!confidential.ok() || *confidential) return confidential;
  }
  return false;
}

absl::StatusOr<bool> ConfidentialSources::DateAnyIn(const store::KeyRange& range,
                                                    std::set<std::string>* seen) {
  bool dated = false;
  const absl::Status scanned = reader_.Scan(
      range, [&](const store::ParsedKey& key, const store::EntryView& entry) -> absl::StatusOr<bool> {
        const absl::StatusOr<model::Record> record = DecodeAs(key.name_kind, entry.value);
        if (!record.ok()) return record.status();
        const std::vector<model::Appearance>* by = DatedBy(*record);
        const absl::StatusOr<bool> by_hidden = by != nullptr ? HasAnyOf(*by) : false;
        if (!by_hidden.ok()) return by_hidden;
        dated = *by_hidden;
        const std::vector<model::Appearance>* in = AppearancesOf(*record);
        for (size_t i = 0; in != nullptr && seen != nullptr && i < in->size(); ++i) {
          seen->insert((*in)[i].source);
        }
        return !dated;
      });
  if (!scanned.ok()) return scanned;
  return dated;
}

absl::StatusOr<bool> ConfidentialSources::DateAnyOn(const std::string& question) {
  std::set<std::string> seen;
  absl::StatusOr<bool> dated = DateAnyIn(store::QuestionRange(reader_.workspace(), question), &seen);
  for (auto source = seen.begin(); source != seen.end() && dated.ok() && !*dated; ++source) {
    dated = DateAnyIn(store::SourceRange(reader_.workspace(), *source), nullptr);
  }
  return dated;
}

absl::StatusOr<std::string> ConfidentialSources::PublisherOf(const std::string& source) {
  const absl::StatusOr<const model::Source*> found = Find(source);
  if (!found.ok()) return found.status();
  return *found != nullptr ? (*found)->publisher : "";
}

}  // namespace gainsay::ledger
