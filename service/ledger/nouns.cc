#include "service/ledger/nouns.h"

#include "service/ledger/draft.h"
#include "service/ledger/reader.h"
#include "service/ledger/record_walk.h"

namespace gainsay::ledger {
namespace {

// The etag a caller gave must be that of what is on file, which may be nothing.
absl::Status CheckEtag(std::string_view etag, const Recorded<model::Record>* current) {
  if (etag.empty() || (current != nullptr && etag == EtagOf(current->revision))) return absl::OkStatus();
  return absl::AbortedError("etag: is not the current one; read again");
}

}  // namespace

std::string EtagOf(store::Revision revision) { return "r" + std::to_string(revision); }

template <class Noun>
absl::StatusOr<Recorded<Noun>> AsWritten(const Ledger& ledger, const WriteScope& scope,
                                         store::Revision revision, const std::string& name) {
  const auto snapshot = OpenSnapshot(ledger, revision);
  if (!snapshot.ok()) return snapshot.status();
  return Reader(**snapshot, scope.workspace).Get<Noun>(name);
}

template <class Noun>
absl::StatusOr<Recorded<Noun>> Create(const Ledger& ledger, const WriteScope& scope, const Noun& noun) {
  const absl::StatusOr<Written> written = WriteDraft(
      ledger, scope, [&](Draft& draft) { return draft.Add(SharedRecord(noun), Mode::kNew).status(); });
  if (!written.ok()) return written.status();
  if (written->before) return AsWritten<Noun>(ledger, scope, written->revision, noun.name);
  return Recorded<Noun>{noun, written->revision, written->time};
}

template <class Noun>
absl::StatusOr<UpdateResult<Noun>> Update(
    const Ledger& ledger, const WriteScope& scope, std::string_view name, std::string_view etag,
    bool allow_missing, absl::FunctionRef<absl::StatusOr<Noun>(const Noun* current)> change) {
  std::optional<Recorded<Noun>> item;
  bool changed = false;
  const auto build = [&](Draft& draft) -> absl::Status {
    const auto found = draft.file().FindOnFile(kKindOf<Noun>, std::string(name));
    if (!found.ok()) return found.status();
    const Recorded<model::Record>* const current = *found;
    if (current == nullptr && !allow_missing) return NotOnFile("name", std::string(name));
    const absl::Status fresh = CheckEtag(etag, current);
    if (!fresh.ok()) return fresh;
    absl::StatusOr<Noun> next = change(current != nullptr ? &std::get<Noun>(current->record) : nullptr);
    if (!next.ok()) return next.status();
    const absl::StatusOr<Added> added = draft.Add(SharedRecord(*next), Mode::kNextRevision);
    if (!added.ok()) return added.status();
    changed = *added == Added::kWritten;
    item = Recorded<Noun>{*std::move(next), 0, {}};
    if (!changed) {
      item->revision = current->revision;
      item->record_time = current->record_time;
    }
    return absl::OkStatus();
  };
  const absl::StatusOr<Written> written = WriteDraft(ledger, scope, build);
  if (!written.ok()) return written.status();
  if (written->before) {
    absl::StatusOr<Recorded<Noun>> done =
        AsWritten<Noun>(ledger, scope, written->revision, std::string(name));
    if (!done.ok()) return done.status();
    return UpdateResult<Noun>{*std::move(done), written->revision};
  }
  if (changed) {
    item->revision = written->revision;
    item->record_time = written->time;
  }
  return UpdateResult<Noun>{*std::move(item), written->revision};
}

template <class Noun>
absl::StatusOr<ReadOne<Noun>> Get(const Ledger& ledger, std::string_view workspace, std::string_view name) {
  const auto snapshot = OpenSnapshot(ledger, 0);
  if (!snapshot.ok()) return snapshot.status();
  absl::StatusOr<Recorded<Noun>> item =
      Reader(**snapshot, std::string(workspace)).Get<Noun>(std::string(name));
  if (!item.ok()) return item.status();
  return ReadOne<Noun>{*std::move(item), (*snapshot)->revision()};
}

template <class Noun>
absl::StatusOr<Listing<Noun>> List(const Ledger& ledger, std::string_view workspace, std::string_view parent,
                                   const Page& page, const Selection<Noun>& selection) {
  const auto snapshot = OpenSnapshot(ledger, page.revision);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  ListingBuilder<Noun> listing(page, (*snapshot)->revision(), selection);
  const absl::Status walked = VisitRecords(
      reader, kKindOf<Noun>, std::string(parent), page.after, [&](Recorded<model::Record> found) {
        return listing.Add({std::get<Noun>(std::move(found.record)), found.revision, found.record_time});
      });
  if (!walked.ok()) return walked;
  return std::move(listing).Finish();
}

#define GAINSAY_INSTANTIATE(Noun)                                                                           \
  template absl::StatusOr<Recorded<Noun>> Create(const Ledger&, const WriteScope&, const Noun&);            \
  template absl::StatusOr<UpdateResult<Noun>> Update(const Ledger&, const WriteScope&, std::string_view,    \
                                                     std::string_view, bool,                                \
                                                     absl::FunctionRef<absl::StatusOr<Noun>(const Noun*)>); \
  template absl::StatusOr<ReadOne<Noun>> Get(const Ledger&, std::string_view, std::string_view);            \
  template absl::StatusOr<Listing<Noun>> List(const Ledger&, std::string_view, std::string_view,            \
                                              const Page&, const Selection<Noun>&)

GAINSAY_INSTANTIATE(model::Entity);
GAINSAY_INSTANTIATE(model::Source);
GAINSAY_INSTANTIATE(model::Topic);
GAINSAY_INSTANTIATE(model::Question);

#undef GAINSAY_INSTANTIATE

}  // namespace gainsay::ledger
