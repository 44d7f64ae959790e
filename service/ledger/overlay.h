#ifndef GAINSAY_SERVICE_LEDGER_OVERLAY_H_
#define GAINSAY_SERVICE_LEDGER_OVERLAY_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/known_names.h"
#include "service/ledger/ledger.h"
#include "service/ledger/reader.h"
#include "service/model/records.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// A record that several hold and none changes.
using SharedRecord = std::shared_ptr<const model::Record>;

// One workspace at a snapshot, with what has been staged on top of it and not been written yet. Does not
// own the snapshot or the known names, which must outlive it. Not thread-safe. Functions that read:
// DATA_LOSS, UNAVAILABLE as the store.
class Overlay {
 public:
  // `known`, which may be null, spares looking up what is on file, and learns more of it.
  Overlay(const store::Snapshot& snapshot, std::string workspace, KnownNames* known);

  const Reader& reader() const { return reader_; }

  // Returns a record as staged, else as on file; nullptr if it is neither. Valid until the record is
  // staged again or the staging is undone.
  absl::StatusOr<const model::Record*> Find(model::NameKind kind, const std::string& name);

  // The same, of one type.
  template <class T>
  absl::StatusOr<const T*> Find(const std::string& name) {
    const absl::StatusOr<const model::Record*> found = Find(kKindOf<T>, name);
    if (!found.ok()) return found.status();
    return *found == nullptr ? nullptr : std::get_if<T>(*found);
  }

  // Returns a record as on file; nothing if it is not. Valid as long as the overlay.
  absl::StatusOr<const std::optional<Recorded<model::Record>>*> FindOnFile(model::NameKind kind,
                                                                           const std::string& name);

  // Whether a record is staged or on file.
  absl::StatusOr<bool> Exists(model::NameKind kind, std::string_view name);

  // Whether a staged record of type T fulfils a condition.
  template <class T>
  bool AnyStaged(const std::function<bool(const T&)>& condition) const {
    for (const auto& [name, slot] : slots_) {
      const T* record = slot.staged ? std::get_if<T>(slot.staged.get()) : nullptr;
      if (record != nullptr && condition(*record)) return true;
    }
    return false;
  }

  // Looks up several records at once, and what they refer to, which makes finding them cheap.
  absl::Status Prefetch(const std::vector<SharedRecord>& records);

  // Takes a record to be written instead of what its name has now. One equal to what is on file takes
  // back what was staged under the name. Its name has been looked up before.
  void Stage(SharedRecord record);
  bool IsStaged(const std::string& name) const;

  // Makes the write depend on nothing being written to `range`, or under a name, after the snapshot.
  void Guard(store::KeyRange range);
  void Guard(model::NameKind kind, const std::string& name);

  // Marks a moment, and undoes what was staged after it.
  size_t Mark() const { return undo_.size(); }
  void UndoTo(size_t mark);

  // What is to be written; nothing staged gives no puts.
  store::WriteSet Writes() const;

 private:
  struct Slot {
    bool loaded = false;
    std::optional<Recorded<model::Record>> on_file;
    SharedRecord staged;  // null: nothing is
  };
  using Slots = std::unordered_map<std::string, Slot>;

  absl::StatusOr<Slot*> Load(model::NameKind kind, const std::string& name);

  Reader reader_;
  KnownNames* known_;
  // A name to be looked up, by its key.
  struct Wanted {
    std::string key;
    model::NameKind kind;
    std::string_view name;
  };
  void Want(model::NameKind kind, std::string_view name, std::vector<Wanted>& wanted) const;
  void NoteOnFile(Slots::value_type& slot, std::optional<Recorded<model::Record>> found);

  Slots slots_;  // by name
  std::vector<store::KeyRange> guards_;
  std::unordered_set<std::string> guarded_;                        // names
  std::vector<std::pair<Slots::value_type*, SharedRecord>> undo_;  // staged before, in order
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_OVERLAY_H_
