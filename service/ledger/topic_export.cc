#include "service/ledger/topic_export.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "service/ledger/record_walk.h"
#include "service/ledger/references.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

bool LiesWithQuestion(NameKind kind) {
  return kind == NameKind::kClaim || kind == NameKind::kSilence || kind == NameKind::kRelation;
}

// The names of all that one topic's export holds, but for what lies with its questions: that is walked.
class Needed {
 public:
  explicit Needed(const Reader& reader) : reader_(reader) {}

  absl::Status Collect(const std::string& topic) {
    const absl::Status found = reader_.Get<model::Topic>(topic, "topic").status();
    if (!found.ok()) return found;
    Need(NameKind::kTopic, topic);
    const absl::Status all = CollectRange(store::TopicQuestionsRange(reader_.workspace(), topic));
    return all.ok() ? CollectAhead() : all;
  }

  const std::set<std::string>& names(NameKind kind) { return names_[kind]; }

 private:
  void Need(NameKind kind, const std::string& name) {
    if (names_[kind].insert(name).second) ahead_.emplace_back(kind, name);
  }

  void NeedAllOf(const model::Record& record) {
    for (const Reference& reference : ReferencesOf(record)) {
      if (!LiesWithQuestion(reference.kind)) Need(reference.kind, reference.name);
    }
  }

  // Takes in every record of a range, with what it names.
  absl::Status CollectRange(const store::KeyRange& range) {
    return reader_.Scan(
        range, [&](const store::ParsedKey& key, const store::EntryView& entry) -> absl::StatusOr<bool> {
          const absl::StatusOr<model::Record> record = DecodeAs(key.name_kind, entry.value);
          if (!record.ok()) return record.status();
          if (!LiesWithQuestion(key.name_kind)) names_[key.name_kind].insert(key.name);
          NeedAllOf(*record);
          return true;
        });
  }

  absl::Status CollectAhead() {
    while (!ahead_.empty()) {
      const auto [kind, name] = std::move(ahead_.back());
      ahead_.pop_back();
      if (kind == NameKind::kSource) {
        const absl::Status status = CollectRange(store::SourceRange(reader_.workspace(), name));
        if (!status.ok()) return status;
        continue;
      }
      const auto found = reader_.Find(kind, name);
      if (!found.ok()) return found.status();
      if (!*found) return absl::DataLossError("a record names " + name + ", which is not on file");
      NeedAllOf((*found)->record);
    }
    return absl::OkStatus();
  }

  const Reader& reader_;
  std::map<NameKind, std::set<std::string>> names_;
  std::vector<std::pair<NameKind, std::string>> ahead_;  // named, and not read yet
};

}  // namespace

absl::Status ExportTopic(const Reader& reader, const std::string& topic, std::optional<NameKind> resumed,
                         const std::string& after,
                         absl::FunctionRef<bool(const model::Record& record)> visit) {
  Needed needed(reader);
  const absl::Status collected = needed.Collect(topic);
  if (!collected.ok()) return collected;
  bool more = true;
  const auto visit_found = [&](const Recorded<model::Record>& found) -> absl::StatusOr<bool> {
    more = visit(found.record);
    return more;
  };
  for (const NameKind kind : kAllKinds) {
    if (resumed && kind < *resumed) continue;
    const std::string from = kind == resumed ? after : "";
    if (LiesWithQuestion(kind)) {
      const absl::Status status = VisitRecords(reader, kind, topic, from, visit_found);
      if (!status.ok() || !more) return status;
      continue;
    }
    const std::set<std::string>& names = needed.names(kind);
    for (auto name = names.upper_bound(from); name != names.end() && more; ++name) {
      const auto found = reader.Find(kind, *name);
      if (!found.ok()) return found.status();
      if (!*found) return absl::DataLossError("a record names " + *name + ", which is not on file");
      more = visit((*found)->record);
    }
    if (!more) return absl::OkStatus();
  }
  return absl::OkStatus();
}

}  // namespace gainsay::ledger
