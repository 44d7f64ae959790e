#include "service/ledger/export.h"

#include "service/ledger/reader.h"
#include "service/ledger/record_walk.h"
#include "service/ledger/topic_export.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

// The kind of the record to go on after; nothing to start from the first.
absl::StatusOr<std::optional<NameKind>> KindToResume(const std::string& after) {
  if (after.empty()) return std::nullopt;
  const std::optional<NameKind> kind = KindOfName(after);
  const absl::Status named =
      kind ? model::CheckName(*kind, after) : absl::InvalidArgumentError("is no record's name");
  if (!named.ok()) return Prefixed("after: ", named);
  return kind;
}

absl::Status ExportAll(const Reader& reader, std::optional<NameKind> resumed, const std::string& after,
                       absl::FunctionRef<bool(const model::Record& record)> visit) {
  bool more = true;
  for (const NameKind kind : kAllKinds) {
    if (resumed && kind < *resumed) continue;
    const absl::Status status =
        VisitRecords(reader, kind, "", kind == resumed ? after : "",
                     [&](const Recorded<model::Record>& found) -> absl::StatusOr<bool> {
                       more = visit(found.record);
                       return more;
                     });
    if (!status.ok() || !more) return status;
  }
  return absl::OkStatus();
}

void Count(NameKind kind, RecordCounts& counts) {
  switch (kind) {
    case NameKind::kEntity:
      ++counts.entities;
      return;
    case NameKind::kSource:
      ++counts.sources;
      return;
    case NameKind::kTopic:
      ++counts.topics;
      return;
    case NameKind::kQuestion:
      ++counts.questions;
      return;
    case NameKind::kClaim:
      ++counts.claims;
      return;
    case NameKind::kSilence:
      ++counts.silences;
      return;
    case NameKind::kRelation:
      ++counts.relations;
      return;
    case NameKind::kWithdrawal:
      ++counts.withdrawals;
      return;
  }
}

}  // namespace

absl::StatusOr<store::Revision> Export(const Ledger& ledger, std::string_view workspace,
                                       const ExportOptions& options,
                                       absl::FunctionRef<bool(const model::Record& record)> visit) {
  const absl::StatusOr<std::optional<NameKind>> resumed = KindToResume(options.after);
  if (!resumed.ok()) return resumed.status();
  const auto snapshot = OpenSnapshot(ledger, options.revision);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  const absl::Status exported = options.topic.empty()
                                    ? ExportAll(reader, *resumed, options.after, visit)
                                    : ExportTopic(reader, options.topic, *resumed, options.after, visit);
  if (!exported.ok()) return exported;
  return (*snapshot)->revision();
}

absl::StatusOr<RecordCounts> CountRecords(const Ledger& ledger, std::string_view workspace) {
  const auto snapshot = OpenSnapshot(ledger, 0);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  RecordCounts counts;
  counts.revision = (*snapshot)->revision();
  // Withdrawals lie with what they end: in the ranges of sources and questions.
  for (const NameKind kind : {NameKind::kEntity, NameKind::kSource, NameKind::kTopic, NameKind::kQuestion}) {
    const absl::Status status =
        reader.Scan(store::KindRange(reader.workspace(), kind),
                    [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
                      Count(key.name_kind, counts);
                      return true;
                    });
    if (!status.ok()) return status;
  }
  return counts;
}

}  // namespace gainsay::ledger
