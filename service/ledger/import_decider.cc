#include "service/ledger/import_decider.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "service/ledger/bare_record.h"
#include "service/ledger/field_error.h"
#include "service/ledger/record_name.h"
#include "service/ledger/references.h"

namespace gainsay::ledger {

using model::NameKind;

namespace {

bool Names(const std::vector<Reference>& references, std::string_view name) {
  return std::any_of(references.begin(), references.end(),
                     [&](const Reference& reference) { return reference.name == name; });
}

}  // namespace

absl::Status ImportDecider::Take(ImportItem item, int64_t refused_after) {
  std::vector<Reference> missing;
  absl::Status status;
  ForEachReference(*item.record, [&](const ReferringField& field, NameKind kind, std::string_view name) {
    if (name == NameOf(*item.record)) return true;
    const absl::StatusOr<bool> exists = batch_.Exists(kind, name);
    if (!exists.ok()) status = exists.status();
    if (exists.ok() && !*exists && !Names(missing, name)) {
      missing.push_back({field.path(), kind, std::string(name)});
    }
    return status.ok();
  });
  if (!status.ok()) return status;
  window_.Put(item.line, std::move(item.record), std::move(missing));
  window_.Skip(refused_after);
  return absl::OkStatus();
}

void ImportDecider::Report(ImportError error) {
  ++progress_.refused;
  progress_.errors.push_back(std::move(error));
}

absl::Status ImportDecider::WriteReady() {
  while (const std::optional<Position> position = window_.NextReady()) {
    const ImportWindow::Pending& pending = window_.at(*position);
    const absl::Status added = batch_.Add({pending.line, pending.record});
    if (added.ok()) {
      window_.Keep(*position);
    } else if (IsRefusal(added)) {
      RefuseWaiting(*position, added);
    } else {
      return added;
    }
    if (batch_.size() < kImportBatch) continue;
    const absl::Status committed = Commit();
    if (!committed.ok()) return committed;
  }
  return absl::OkStatus();
}

absl::Status ImportDecider::EndOldWaits() {
  // What those before it could refer to has come.
  const Position oldest = window_.next() - kForwardReferenceWindow;
  window_.ForgetRefused(oldest);
  return EndWaits(oldest - 1);
}

absl::Status ImportDecider::EndAllWaits() { return EndWaits(window_.next()); }

absl::Status ImportDecider::Commit() {
  const absl::StatusOr<ImportBatch::Outcome> outcome = batch_.Commit();
  if (!outcome.ok()) return outcome.status();
  progress_.written += outcome->written;
  progress_.unchanged += outcome->unchanged;
  progress_.created_missing += outcome->made;
  progress_.revision = outcome->revision;
  progress_.refused += static_cast<int64_t>(outcome->refused.size());
  progress_.errors.insert(progress_.errors.end(), outcome->refused.begin(), outcome->refused.end());
  return absl::OkStatus();
}

absl::Status ImportDecider::EndWaits(Position last) {
  absl::Status status = WriteCircles();
  if (!status.ok() || window_.UpTo(last).empty()) return status;
  if (create_missing_) status = MakeMissing(last);
  return status.ok() ? GiveUp(last) : status;
}

// Each circle goes into one commit.
absl::Status ImportDecider::WriteCircles() {
  bool again = true;
  while (again) {
    again = false;
    for (const std::vector<Position>& circle : window_.Circles()) {
      if (!window_.IsClosed(circle)) continue;
      const absl::StatusOr<bool> written = WriteCircle(circle);
      if (!written.ok()) return written.status();
      // Without the records that were refused, there may be smaller circles.
      again = again || !*written;
      const absl::Status ready = WriteReady();
      if (!ready.ok()) return ready;
    }
  }
  return absl::OkStatus();
}

// Returns whether none of the circle was refused; after a refusal the others still wait.
absl::StatusOr<bool> ImportDecider::WriteCircle(const std::vector<Position>& circle) {
  std::vector<ImportItem> items;
  for (const Position position : circle) {
    const ImportWindow::Pending& pending = window_.at(position);
    items.push_back({pending.line, pending.record});
  }
  const std::vector<absl::Status> statuses = batch_.AddTogether(items);
  bool kept = true;
  for (size_t i = 0; i < circle.size(); ++i) {
    if (statuses[i].ok()) continue;
    if (!IsRefusal(statuses[i])) return statuses[i];
    kept = false;
    RefuseWaiting(circle[i], statuses[i]);
  }
  if (!kept) return false;
  for (const Position position : circle) window_.Keep(position);
  return true;
}

// Makes bare records for what those up to `last` wait for, directly or not, and nobody declares. Kind by
// kind, so that a topic that waited for an entity is not taken for missing.
absl::Status ImportDecider::MakeMissing(Position last) {
  for (const NameKind kind : {NameKind::kEntity, NameKind::kSource, NameKind::kTopic, NameKind::kQuestion}) {
    const std::set<std::string> undeclared = Undeclared(kind, last);
    if (undeclared.empty()) continue;
    for (const std::string& name : undeclared) {
      const absl::Status made = Make(kind, name);
      if (!made.ok()) return made;
    }
    absl::Status status = WriteReady();
    if (status.ok()) status = WriteCircles();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

std::set<std::string> ImportDecider::Undeclared(NameKind kind, Position last) const {
  std::set<std::string> names;
  std::vector<Position> ahead = window_.UpTo(last);
  std::set<Position> seen(ahead.begin(), ahead.end());
  // Goes on to the record that declares a name; returns whether one does.
  const auto follow = [&](const std::string& name) {
    const std::optional<Position> declaring = window_.Declaring(name);
    if (declaring && seen.insert(*declaring).second) ahead.push_back(*declaring);
    return declaring.has_value();
  };
  while (!ahead.empty()) {
    const ImportWindow::Pending& pending = window_.at(ahead.back());
    ahead.pop_back();
    follow(NameOf(*pending.record));
    for (const Reference& reference : pending.missing) {
      if (!window_.IsMissing(reference.name) || follow(reference.name)) continue;
      if (reference.kind == kind) names.insert(reference.name);
    }
  }
  return names;
}

absl::Status ImportDecider::Make(NameKind kind, const std::string& name) {
  const absl::StatusOr<bool> exists = batch_.Exists(kind, name);
  if (!exists.ok() || *exists) return exists.status();
  if (kind == NameKind::kQuestion) {
    const absl::Status topic = Make(NameKind::kTopic, std::string(model::ParentOf(name)));
    if (!topic.ok()) return topic;
  }
  std::vector<const model::Record*> referring;
  for (const Position position : window_.WaitingFor(name))
    referring.push_back(window_.at(position).record.get());
  const std::optional<model::Record> bare = BareRecord(kind, name, referring);
  if (!bare) return absl::OkStatus();
  const absl::Status added = batch_.Add({0, std::make_shared<const model::Record>(*bare)});
  if (added.ok()) window_.Made(name);
  return added;
}

// Refuses those up to `last` that still wait: first those that name what nobody declares, which may give
// way to a later record of the same name, then those that wait for others.
absl::Status ImportDecider::GiveUp(Position last) {
  std::set<Position> hopeless;
  for (const Position position : window_.UpTo(last)) {
    if (NamesUndeclared(position)) hopeless.insert(position);
  }
  absl::Status status = RefuseInTurn(std::move(hopeless), last);
  if (status.ok()) status = WriteCircles();
  if (!status.ok()) return status;
  const std::vector<Position> left = window_.UpTo(last);
  return RefuseInTurn({left.begin(), left.end()}, last);
}

// Refuses records, and those up to `last` whom a refusal leaves with nobody to wait for.
absl::Status ImportDecider::RefuseInTurn(std::set<Position> hopeless, Position last) {
  while (!hopeless.empty()) {
    const Position position = *hopeless.begin();
    hopeless.erase(hopeless.begin());
    if (!window_.Has(position)) continue;
    const std::string name = NameOf(*window_.at(position).record);
    RefuseWaiting(position, WhyItWaits(position));
    // Another record of its name may have waited only for it.
    const absl::Status ready = WriteReady();
    if (!ready.ok()) return ready;
    if (window_.Declaring(name)) continue;
    for (const Position waiting : window_.WaitingFor(name)) {
      if (waiting <= last) hopeless.insert(waiting);
    }
  }
  return absl::OkStatus();
}

bool ImportDecider::NamesUndeclared(Position position) const {
  for (const Reference& reference : window_.at(position).missing) {
    if (window_.IsMissing(reference.name) && !window_.Declaring(reference.name)) return true;
  }
  return false;
}

absl::Status ImportDecider::WhyItWaits(Position position) const {
  std::optional<absl::Status> waits;
  for (const Reference& reference : window_.at(position).missing) {
    if (!window_.IsMissing(reference.name)) continue;
    const std::optional<Position> declaring = window_.Declaring(reference.name);
    const std::optional<int64_t> refused = window_.RefusedLine(reference.name);
    std::string why = " is never declared";
    if (refused) why = " (line " + std::to_string(*refused) + ") is refused";
    if (declaring) why = " (line " + std::to_string(window_.at(*declaring).line) + ") waits too long itself";
    const absl::Status status =
        FieldError(absl::StatusCode::kNotFound, reference.field, reference.name + why);
    if (!declaring) return status;
    if (!waits) waits = status;
  }
  return waits.value_or(
      FieldError(absl::StatusCode::kNotFound, "name", "an earlier line of this name waits too long"));
}

void ImportDecider::RefuseWaiting(Position position, const absl::Status& refusal) {
  const ImportWindow::Pending& pending = window_.at(position);
  ++progress_.refused;
  progress_.errors.push_back(ErrorOf(pending.line, *pending.record, refusal));
  window_.Refuse(position);
}

}  // namespace gainsay::ledger
