#ifndef GAINSAY_SERVICE_LEDGER_NOUNS_H_
#define GAINSAY_SERVICE_LEDGER_NOUNS_H_

#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/ledger/listing.h"
#include "service/ledger/write_scope.h"

namespace gainsay::ledger {

// Use cases over the nouns that have revisions. `Noun` is Entity, Source, Topic or Question. A write whose
// request has an id and was done is not done again, and returns what it did then. INVALID_ARGUMENT
// "requestId: ...": another request was done with the id.

// Records a new noun.
// ALREADY_EXISTS: the name is taken. NOT_FOUND: something it names is not on file, with the field's path.
// INVALID_ARGUMENT: it does not fit what is on file. FAILED_PRECONDITION: it would close a cycle.
template <class Noun>
absl::StatusOr<Recorded<Noun>> Create(const Ledger& ledger, const WriteScope& scope, const Noun& noun);

// Makes the next revision of a noun from what `change` returns for the current one (nullptr if it is not
// on file, which only `allow_missing` permits). Writes nothing if they are equal. `change` may be called
// again after a lost race. `etag` is checked unless empty.
// NOT_FOUND: it, or something it names, is not on file. ABORTED: `etag` is not the current one.
// FAILED_PRECONDITION: it would close a cycle, or change the value type under recorded claims. Whatever
// `change` returns.
template <class Noun>
struct UpdateResult {
  Recorded<Noun> item;
  store::Revision revision = 0;  // written, or read at if nothing changed
};
template <class Noun>
absl::StatusOr<UpdateResult<Noun>> Update(
    const Ledger& ledger, const WriteScope& scope, std::string_view name, std::string_view etag,
    bool allow_missing, absl::FunctionRef<absl::StatusOr<Noun>(const Noun* current)> change);

// Returns a noun. NOT_FOUND: it is not on file.
template <class Noun>
absl::StatusOr<ReadOne<Noun>> Get(const Ledger& ledger, std::string_view workspace, std::string_view name);

// Lists nouns by name. `parent`, for questions, is a topic; empty is every topic.
// OUT_OF_RANGE: the page's revision has not been made. Whatever `selection` returns.
template <class Noun>
absl::StatusOr<Listing<Noun>> List(const Ledger& ledger, std::string_view workspace, std::string_view parent,
                                   const Page& page, const Selection<Noun>& selection = {});

// The etag of a noun's version.
std::string EtagOf(store::Revision revision);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_NOUNS_H_
