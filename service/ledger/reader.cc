#include "service/ledger/reader.h"

#include "service/store/record_codec.h"

namespace gainsay::ledger {

absl::StatusOr<std::unique_ptr<store::Snapshot>> OpenSnapshot(const Ledger& ledger,
                                                              store::Revision revision) {
  if (revision == 0) return ledger.store.GetSnapshot();
  return ledger.store.GetSnapshot(revision);
}

absl::StatusOr<model::Record> DecodeAs(model::NameKind kind, std::string_view bytes) {
  absl::StatusOr<model::Record> record = store::DecodeRecord(bytes);
  if (record.ok() && KindOf(*record) != kind) {
    return absl::DataLossError("a stored record is not the " + NounOf(kind) + " that its key says");
  }
  return record;
}

absl::StatusOr<std::optional<Recorded<model::Record>>> Reader::Find(model::NameKind kind,
                                                                    const std::string& name) const {
  std::string key = store::RecordKey(workspace_, kind, name);
  absl::StatusOr<std::optional<store::Entry>> entry = snapshot_.Get(key);
  if (entry.ok() && *entry && kind == model::NameKind::kWithdrawal) {
    entry = snapshot_.Get(store::WithdrawalKey(workspace_, (*entry)->value, name));
    if (entry.ok() && !*entry) return absl::DataLossError("a withdrawal's name leads to none");
  }
  if (!entry.ok()) return entry.status();
  if (!*entry) return std::nullopt;
  absl::StatusOr<model::Record> record = DecodeAs(kind, (*entry)->value);
  if (!record.ok()) return record.status();
  return Recorded<model::Record>{*std::move(record), (*entry)->revision, (*entry)->time};
}

absl::Status Reader::Scan(const store::KeyRange& range, Visit visit) const {
  absl::Status status;
  absl::Status scanned =
      snapshot_.Scan(range, [&](std::string_view key, const store::EntryView& entry) -> bool {
        const absl::StatusOr<store::ParsedKey> parsed = store::ParseKey(key);
        if (!parsed.ok()) {
          status = parsed.status();
          return false;
        }
        const absl::StatusOr<bool> more = visit(*parsed, entry);
        if (!more.ok()) status = more.status();
        return more.ok() && *more;
      });
  return scanned.ok() ? status : scanned;
}

}  // namespace gainsay::ledger
