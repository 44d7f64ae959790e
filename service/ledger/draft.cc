#include "service/ledger/draft.h"

#include <memory>
#include <variant>

#include "service/ledger/references.h"
#include "service/ledger/statement_checks.h"

namespace gainsay::ledger {
namespace {

struct FitCheck {
  Overlay& file;
  const model::Record* current;
  Standing standing;

  absl::Status operator()(const model::Entity& entity) const { return CheckEntity(file, entity, standing); }
  absl::Status operator()(const model::Source&) const { return absl::OkStatus(); }
  absl::Status operator()(const model::Topic&) const { return absl::OkStatus(); }
  absl::Status operator()(const model::Question& question) const {
    const auto* before = current == nullptr ? nullptr : std::get_if<model::Question>(current);
    return CheckQuestion(file, question, before, standing);
  }
  absl::Status operator()(const model::Claim& claim) const { return CheckClaim(file, claim); }
  absl::Status operator()(const model::Silence&) const { return absl::OkStatus(); }
  absl::Status operator()(const model::Relation& relation) const { return CheckRelation(file, relation); }
  absl::Status operator()(const model::Withdrawal& withdrawal) const {
    return CheckWithdrawal(file, withdrawal);
  }
};

absl::Status Taken(const model::Record& record) {
  const bool changes = HasRevisions(KindOf(record));
  return FieldError(absl::StatusCode::kAlreadyExists, "name",
                    NameOf(record) + (changes ? " is on file" : " is on file with other content"));
}

}  // namespace

absl::StatusOr<Added> Draft::Add(SharedRecord record, Mode mode) {
  return AddAmong(std::move(record), mode, {});
}

std::vector<absl::StatusOr<Added>> Draft::AddTogether(const std::vector<SharedRecord>& records) {
  Names together;
  for (const SharedRecord& record : records) together.insert(NameOf(*record));
  const size_t mark = file_.Mark();
  bool ok = true;
  std::vector<absl::StatusOr<Added>> results;
  for (const SharedRecord& record : records) {
    results.push_back(AddAmong(record, Mode::kNextRevision, together));
    ok = ok && results.back().ok();
  }
  if (!ok) file_.UndoTo(mark);
  return results;
}

absl::StatusOr<Added> Draft::AddAmong(SharedRecord shared, Mode mode, const Names& together) {
  const model::Record& record = *shared;
  const model::NameKind kind = KindOf(record);
  const absl::StatusOr<const model::Record*> current = file_.Find(kind, NameOf(record));
  if (!current.ok()) return current.status();
  if (*current != nullptr) {
    if (HasRevisions(kind) && mode == Mode::kNew) return Taken(record);
    if (**current == record) return Added::kUnchanged;
    if (!HasRevisions(kind)) return Taken(record);
  }
  const absl::Status references = CheckReferences(record, together);
  if (!references.ok()) return references;
  const bool new_alone = *current == nullptr && together.empty();
  const absl::Status fits =
      CheckFits(record, *current, new_alone ? Standing::kNewAlone : Standing::kReachable);
  if (!fits.ok()) return fits;
  file_.Stage(std::move(shared));
  return Added::kWritten;
}

absl::Status Draft::CheckReferences(const model::Record& record, const Names& together) {
  absl::Status status;
  ForEachReference(record, [&](const ReferringField& field, model::NameKind kind, std::string_view name) {
    if (name == NameOf(record)) return true;
    if (!together.empty() && together.contains(std::string(name))) return true;
    const absl::StatusOr<bool> exists = file_.Exists(kind, name);
    if (!exists.ok()) status = exists.status();
    if (exists.ok() && !*exists) status = NotOnFile(field.path(), std::string(name));
    return status.ok();
  });
  return status;
}

absl::Status Draft::CheckFits(const model::Record& record, const model::Record* current, Standing standing) {
  return std::visit(FitCheck{file_, current, standing}, record);
}

absl::StatusOr<Written> WriteDraft(const Ledger& ledger, const WriteScope& scope,
                                   absl::FunctionRef<absl::Status(Draft& draft)> build) {
  for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
    const absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = ledger.store.GetSnapshot();
    if (!snapshot.ok()) return snapshot.status();
    const auto done = FindDone(**snapshot, scope, ledger.now());
    if (!done.ok()) return done.status();
    if (*done) return Written{(*done)->revision, (*done)->time, /*before=*/true};
    Draft draft(**snapshot, scope.workspace);
    const absl::Status built = build(draft);
    if (!built.ok()) return built;
    store::WriteSet writes = draft.file().Writes();
    NoteRequest(scope, {}, writes);
    if (writes.puts.empty()) return Written{writes.read_revision, {}};
    const absl::StatusOr<store::Committed> committed = ledger.store.Commit(std::move(writes), ledger.now());
    if (committed.ok()) return Written{committed->revision, committed->time};
    if (!absl::IsAborted(committed.status())) return committed.status();
  }
  return TooManyWriters();
}

absl::Status TooManyWriters() {
  return absl::UnavailableError("other writers were faster " + std::to_string(kMaxAttempts) +
                                " times in a row; try again");
}

}  // namespace gainsay::ledger
