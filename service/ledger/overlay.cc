#include "service/ledger/overlay.h"

#include <algorithm>
#include <iterator>

#include "service/ledger/record_keys.h"
#include "service/ledger/references.h"
#include "service/store/record_codec.h"

namespace gainsay::ledger {

using model::NameKind;

namespace {

template <class Item>
void RemoveAll(const std::vector<Item>& gone, std::vector<Item>& from) {
  std::erase_if(from,
                [&](const Item& item) { return std::find(gone.begin(), gone.end(), item) != gone.end(); });
}

void Remove(const RecordEntries& gone, RecordEntries& from) {
  RemoveAll(gone.logged, from.logged);
  RemoveAll(gone.index, from.index);
}

}  // namespace

Overlay::Overlay(const store::Snapshot& snapshot, std::string workspace, KnownNames* known)
    : reader_(snapshot, std::move(workspace)), known_(known) {}

absl::StatusOr<Overlay::Slot*> Overlay::Load(NameKind kind, const std::string& name) {
  Slots::value_type& slot = *slots_.try_emplace(name).first;
  if (slot.second.loaded) return &slot.second;
  auto found = reader_.Find(kind, name);
  if (!found.ok()) return found.status();
  NoteOnFile(slot, *std::move(found));
  return &slot.second;
}

void Overlay::NoteOnFile(Slots::value_type& slot, std::optional<Recorded<model::Record>> found) {
  slot.second.on_file = std::move(found);
  slot.second.loaded = true;
  if (slot.second.on_file && known_ != nullptr) known_->Add(slot.first);
}

absl::Status Overlay::Prefetch(const std::vector<SharedRecord>& records) {
  std::vector<Wanted> wanted;
  for (const SharedRecord& record : records) {
    Want(KindOf(*record), NameOf(*record), wanted);
    ForEachReference(*record, [&](const ReferringField&, NameKind kind, std::string_view name) {
      if (known_ == nullptr || !known_->Has(name)) Want(kind, name, wanted);
      return true;
    });
  }
  std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return a.key < b.key; });
  wanted.erase(std::unique(wanted.begin(), wanted.end(),
                           [](const Wanted& a, const Wanted& b) { return a.key == b.key; }),
               wanted.end());
  std::vector<std::string> keys;
  keys.reserve(wanted.size());
  for (Wanted& each : wanted) keys.push_back(std::move(each.key));
  auto entries = reader_.snapshot().MultiGet(keys);
  if (!entries.ok()) return entries.status();
  for (size_t i = 0; i < wanted.size(); ++i) {
    const std::optional<store::Entry>& entry = (*entries)[i];
    std::optional<Recorded<model::Record>> found;
    if (entry) {
      absl::StatusOr<model::Record> on_file = DecodeAs(wanted[i].kind, entry->value);
      if (!on_file.ok()) return on_file.status();
      found = Recorded<model::Record>{*std::move(on_file), entry->revision, entry->time};
    }
    NoteOnFile(*slots_.try_emplace(std::string(wanted[i].name)).first, std::move(found));
  }
  return absl::OkStatus();
}

void Overlay::Want(NameKind kind, std::string_view name, std::vector<Wanted>& wanted) const {
  // Where a withdrawal lies is not told by its name alone.
  if (kind == NameKind::kWithdrawal || slots_.contains(std::string(name))) return;
  wanted.push_back({store::RecordKey(reader_.workspace(), kind, name), kind, name});
}

absl::StatusOr<const model::Record*> Overlay::Find(NameKind kind, const std::string& name) {
  const absl::StatusOr<Slot*> slot = Load(kind, name);
  if (!slot.ok()) return slot.status();
  if ((*slot)->staged) return (*slot)->staged.get();
  return (*slot)->on_file ? &(*slot)->on_file->record : nullptr;
}

absl::StatusOr<const std::optional<Recorded<model::Record>>*> Overlay::FindOnFile(NameKind kind,
                                                                                  const std::string& name) {
  const absl::StatusOr<Slot*> slot = Load(kind, name);
  if (!slot.ok()) return slot.status();
  return &(*slot)->on_file;
}

absl::StatusOr<bool> Overlay::Exists(NameKind kind, std::string_view name) {
  if (known_ != nullptr && known_->Has(name)) return true;
  const absl::StatusOr<const model::Record*> found = Find(kind, std::string(name));
  if (!found.ok()) return found.status();
  return *found != nullptr;
}

void Overlay::Stage(SharedRecord record) {
  Slots::value_type& named = *slots_.try_emplace(NameOf(*record)).first;
  Slot& slot = named.second;
  undo_.emplace_back(&named, std::move(slot.staged));
  if (slot.on_file && slot.on_file->record == *record) {
    slot.staged = nullptr;
  } else {
    slot.staged = std::move(record);
  }
}

bool Overlay::IsStaged(const std::string& name) const {
  const auto slot = slots_.find(name);
  return slot != slots_.end() && slot->second.staged != nullptr;
}

void Overlay::Guard(store::KeyRange range) { guards_.push_back(std::move(range)); }

void Overlay::Guard(NameKind kind, const std::string& name) {
  if (!guarded_.insert(name).second) return;
  Guard(store::KeyRange::Key(store::RecordKey(reader_.workspace(), kind, name)));
}

void Overlay::UndoTo(size_t mark) {
  while (undo_.size() > mark) {
    undo_.back().first->second.staged = std::move(undo_.back().second);
    undo_.pop_back();
  }
}

store::WriteSet Overlay::Writes() const {
  const std::string& workspace = reader_.workspace();
  store::WriteSet writes;
  writes.read_revision = reader_.snapshot().revision();
  writes.unchanged = guards_;
  std::unordered_set<const Slot*> written;
  for (const auto& [named, before] : undo_) {
    const Slot& slot = named->second;
    if (!slot.staged || !written.insert(&slot).second) continue;
    RecordEntries entries = EntriesOf(workspace, *slot.staged);
    if (slot.on_file) Remove(EntriesOf(workspace, slot.on_file->record), entries);
    writes.puts.emplace_back(KeyOf(workspace, *slot.staged), store::EncodeRecord(*slot.staged));
    std::move(entries.logged.begin(), entries.logged.end(), std::back_inserter(writes.puts));
    std::move(entries.index.begin(), entries.index.end(), std::back_inserter(writes.index));
  }
  return writes;
}

}  // namespace gainsay::ledger
