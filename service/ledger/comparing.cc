#include "service/ledger/comparing.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "service/ledger/cases.h"
#include "service/store/keys.h"

namespace gainsay::ledger {
namespace {

using SnapshotOr = absl::StatusOr<std::unique_ptr<store::Snapshot>>;

absl::StatusOr<Compared> CompareAll(const Ledger& ledger, const store::Snapshot& snapshot,
                                    std::string_view workspace, const std::vector<std::string>& questions,
                                    const CompareOptions& options) {
  absl::Status status = CheckParties(snapshot, workspace, options.policy.parties);
  if (!status.ok()) return status;
  Compared compared{.revision = snapshot.revision()};
  Cases cases(ledger, snapshot, workspace);
  for (const std::string& question : questions) {
    const auto standing = cases.Get(question, options.policy.parties);
    if (!standing.ok()) return standing.status();
    compared.comparisons.push_back(
        engine::Compare(*(*standing)->prepared(), options.policy, options.times, options.explain));
  }
  std::sort(
      compared.comparisons.begin(), compared.comparisons.end(),
      [](const engine::Comparison& a, const engine::Comparison& b) { return engine::ShownBefore(a, b); });
  return compared;
}

// The questions of a topic, told from what lies with them by their keys.
absl::StatusOr<std::vector<std::string>> QuestionsOf(const store::Snapshot& snapshot,
                                                     std::string_view workspace, const std::string& topic) {
  std::vector<std::string> questions;
  absl::Status damaged;
  const absl::Status scanned = snapshot.Scan(store::TopicQuestionsRange(workspace, topic),
                                             [&](std::string_view key, const store::EntryView&) {
                                               auto parsed = store::ParseKey(key);
                                               if (!parsed.ok()) {
                                                 damaged = parsed.status();
                                                 return false;
                                               }
                                               if (parsed->name_kind == model::NameKind::kQuestion)
                                                 questions.push_back(std::move(parsed->name));
                                               return true;
                                             });
  if (!scanned.ok()) return scanned;
  if (!damaged.ok()) return damaged;
  return questions;
}

}  // namespace

std::string KeyOf(const CompareOptions& options) {
  const engine::Policy& policy = options.policy;
  const auto text = [](const std::optional<model::Edtf>& time) {
    return time ? time->text() : std::string();
  };
  std::string key = absl::StrCat(
      policy.min_sides, policy.count_anonymous ? " anonymous" : "",
      policy.count_uncertain ? " uncertain" : "",
      policy.min_reliability ? absl::StrCat(" reliability ", static_cast<int>(*policy.min_reliability)) : "",
      options.explain ? " explain" : "", " said ", text(options.times.said_until), " valid ",
      text(options.times.valid_at));
  for (const std::string& party : policy.parties) absl::StrAppend(&key, " ", party);
  return key;
}

SnapshotOr SnapshotFor(const Ledger& ledger, const CompareOptions& options) {
  if (!options.known_at) return ledger.store.GetSnapshot();
  if (const auto* revision = std::get_if<store::Revision>(&*options.known_at)) {
    return ledger.store.GetSnapshot(*revision);
  }
  const auto revision = ledger.store.RevisionAt(std::get<absl::Time>(*options.known_at));
  if (!revision.ok()) return revision.status();
  return ledger.store.GetSnapshot(*revision);
}

absl::Status CheckOnFile(const store::Snapshot& snapshot, std::string_view workspace, model::NameKind kind,
                         const std::string& name, const std::string& field) {
  const auto entry = snapshot.Get(store::RecordKey(workspace, kind, name));
  if (!entry.ok()) return entry.status();
  if (!*entry) return absl::NotFoundError(absl::StrCat(field, ": ", name, " is not on file"));
  return absl::OkStatus();
}

absl::Status CheckParties(const store::Snapshot& snapshot, std::string_view workspace,
                          const std::vector<std::string>& parties) {
  for (size_t i = 0; i < parties.size(); ++i) {
    const absl::Status status = CheckOnFile(snapshot, workspace, model::NameKind::kEntity, parties[i],
                                            absl::StrCat("policy.parties[", i, "]"));
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::StatusOr<ComparedQuestion> CompareQuestion(const Ledger& ledger, std::string_view workspace,
                                                 const std::string& question, const CompareOptions& options) {
  const SnapshotOr snapshot = SnapshotFor(ledger, options);
  if (!snapshot.ok()) return snapshot.status();
  const absl::Status parties = CheckParties(**snapshot, workspace, options.policy.parties);
  if (!parties.ok()) return parties;
  auto standing = Cases(ledger, **snapshot, workspace).Get(question, options.policy.parties);
  if (!standing.ok()) return standing.status();
  return ComparedQuestion{
      engine::Compare(*(*standing)->prepared(), options.policy, options.times, options.explain), *standing,
      (*snapshot)->revision()};
}

absl::StatusOr<Compared> CompareTopic(const Ledger& ledger, std::string_view workspace,
                                      std::string_view topic, const CompareOptions& options) {
  const SnapshotOr snapshot = SnapshotFor(ledger, options);
  if (!snapshot.ok()) return snapshot.status();
  const std::string name(topic);
  const absl::Status on_file = CheckOnFile(**snapshot, workspace, model::NameKind::kTopic, name, "topic");
  if (!on_file.ok()) return on_file;
  const auto questions = QuestionsOf(**snapshot, workspace, name);
  if (!questions.ok()) return questions.status();
  return CompareAll(ledger, **snapshot, workspace, *questions, options);
}

}  // namespace gainsay::ledger
