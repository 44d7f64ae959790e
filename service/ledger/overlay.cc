#include "service/ledger/overlay.h"

#include <map>

#include "service/ledger/record_keys.h"
#include "service/store/record_codec.h"

namespace gainsay::ledger {

using model::NameKind;

Overlay::Overlay(const store::Snapshot& snapshot, std::string workspace, KnownNames* known)
    : reader_(snapshot, std::move(workspace)), known_(known) {}

absl::StatusOr<Overlay::Slot*> Overlay::Load(NameKind kind, const std::string& name) {
  Slot& slot = slots_[name];
  if (slot.loaded) return &slot;
  auto found = reader_.Find(kind, name);
  if (!found.ok()) return found.status();
  slot.on_file = *std::move(found);
  slot.loaded = true;
  if (slot.on_file && known_ != nullptr) known_->Add(name);
  return &slot;
}

absl::StatusOr<const model::Record*> Overlay::Find(NameKind kind, const std::string& name) {
  const absl::StatusOr<Slot*> slot = Load(kind, name);
  if (!slot.ok()) return slot.status();
  if ((*slot)->staged) return &*(*slot)->staged;
  return (*slot)->on_file ? &(*slot)->on_file->record : nullptr;
}

absl::StatusOr<const std::optional<Recorded<model::Record>>*> Overlay::FindOnFile(NameKind kind,
                                                                                  const std::string& name) {
  const absl::StatusOr<Slot*> slot = Load(kind, name);
  if (!slot.ok()) return slot.status();
  return &(*slot)->on_file;
}

absl::StatusOr<bool> Overlay::Exists(NameKind kind, const std::string& name) {
  if (known_ != nullptr && known_->Has(name)) return true;
  const absl::StatusOr<const model::Record*> found = Find(kind, name);
  if (!found.ok()) return found.status();
  return *found != nullptr;
}

void Overlay::Stage(const model::Record& record) {
  Slot& slot = slots_[NameOf(record)];
  undo_.emplace_back(NameOf(record), std::move(slot.staged));
  if (slot.on_file && slot.on_file->record == record) {
    slot.staged.reset();
  } else {
    slot.staged = record;
  }
}

bool Overlay::IsStaged(const std::string& name) const {
  const auto slot = slots_.find(name);
  return slot != slots_.end() && slot->second.staged.has_value();
}

void Overlay::Guard(store::KeyRange range) { guards_.emplace(std::move(range.begin), std::move(range.end)); }

void Overlay::Guard(NameKind kind, const std::string& name) {
  Guard(store::KeyRange::Key(store::RecordKey(reader_.workspace(), kind, name)));
}

void Overlay::UndoTo(size_t mark) {
  while (undo_.size() > mark) {
    slots_[undo_.back().first].staged = std::move(undo_.back().second);
    undo_.pop_back();
  }
}

store::WriteSet Overlay::Writes() const {
  const std::string& workspace = reader_.workspace();
  std::map<std::string, std::string> puts;
  for (const auto& [name, slot] : slots_) {
    if (!slot.staged) continue;
    std::map<std::string, std::string> entries = EntriesOf(workspace, *slot.staged);
    if (slot.on_file) {
      for (const auto& [key, value] : EntriesOf(workspace, slot.on_file->record)) entries.erase(key);
    }
    puts.merge(entries);
    puts[KeyOf(workspace, *slot.staged)] = store::EncodeRecord(*slot.staged);
  }
  store::WriteSet writes;
  writes.read_revision = reader_.snapshot().revision();
  for (const auto& [begin, end] : guards_) writes.unchanged.push_back({begin, end});
  writes.puts.assign(puts.begin(), puts.end());
  return writes;
}

}  // namespace gainsay::ledger
