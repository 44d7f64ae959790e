#ifndef GAINSAY_SERVICE_STORE_KEYS_H_
#define GAINSAY_SERVICE_STORE_KEYS_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/model/names.h"
#include "service/store/store.h"

namespace gainsay::store {

// The one key encoding: where each record lies, so that what is read together lies together. All that
// belongs to a question (itself, its claims, silences, relations, and the withdrawals of those) is one
// contiguous range; so is a source with its withdrawals. Byte by byte in docs/storage-format.md. Names
// given here are well formed (model::CheckName).

// The key of a record. A withdrawal's lies with what it withdraws, so its target is needed too; by its name
// alone RecordKey gives WithdrawalNameKey.
std::string RecordKey(std::string_view workspace, model::NameKind kind, std::string_view name);
std::string WithdrawalKey(std::string_view workspace, std::string_view target, std::string_view withdrawal);

// The key under which a withdrawal's own name leads to its target; its value is the target's name.
std::string WithdrawalNameKey(std::string_view workspace, std::string_view withdrawal);

// The key under which a request's id leads to what it came to.
std::string RequestKey(std::string_view workspace, std::string_view request_id);

// Index keys; their values are empty. A claim under its party, under the source of each appearance, and under
// the entity that is its value; a source under its publisher;
// an entity under each entity that is `broader`; an entity under each that it speaks, spoke or is owned
// for (its side); a source under each it cites; a question under each of its parts. Nothing is deleted: an
// entry stays when a noun's next revision names something no more, so a reader confirms it with the record.
std::string ClaimByPartyKey(std::string_view workspace, std::string_view party, std::string_view claim);
std::string ClaimBySourceKey(std::string_view workspace, std::string_view source, std::string_view claim);
std::string ClaimByValueKey(std::string_view workspace, std::string_view entity, std::string_view claim);
std::string SourceByPublisherKey(std::string_view workspace, std::string_view publisher,
                                 std::string_view source);
std::string NarrowerKey(std::string_view workspace, std::string_view broader, std::string_view entity);
std::string SideMemberKey(std::string_view workspace, std::string_view principal, std::string_view entity);
std::string CitedByKey(std::string_view workspace, std::string_view cited, std::string_view source);
std::string PartOfKey(std::string_view workspace, std::string_view part, std::string_view question);

// Everything that lies with a question, a source or a topic's questions; every record of a kind (for
// sources, questions and kinds below a question: with all that lies there; for withdrawals: their names).
// In order of the names' ids, one after the other.
KeyRange QuestionRange(std::string_view workspace, std::string_view question);
KeyRange SourceRange(std::string_view workspace, std::string_view source);
KeyRange TopicQuestionsRange(std::string_view workspace, std::string_view topic);
KeyRange KindRange(std::string_view workspace, model::NameKind kind);
// The claims of one question alone.
KeyRange QuestionClaimsRange(std::string_view workspace, std::string_view question);
// The index entries under one name.
KeyRange ClaimsByPartyRange(std::string_view workspace, std::string_view party);
KeyRange ClaimsBySourceRange(std::string_view workspace, std::string_view source);
KeyRange ClaimsByValueRange(std::string_view workspace, std::string_view entity);
KeyRange SourcesByPublisherRange(std::string_view workspace, std::string_view publisher);
KeyRange NarrowerRange(std::string_view workspace, std::string_view broader);
KeyRange SideMembersRange(std::string_view workspace, std::string_view principal);
KeyRange CitedByRange(std::string_view workspace, std::string_view cited);
KeyRange PartOfRange(std::string_view workspace, std::string_view part);

// Returns the beginning that a key shares with all that is read with it: of what lies with a question or a
// source, the beginning of QuestionRange or SourceRange; of an index entry, that of the range of its first
// name; else the key. Means nothing for what is no key.
std::string_view ScopeOf(std::string_view key);

// What a key holds: the inverse of the functions above.
struct ParsedKey {
  enum class Kind { kRecord, kWithdrawalName, kIndex, kRequest };
  Kind kind = Kind::kRecord;
  std::string workspace;
  // kRecord: the kind and full name of the record there. kIndex: of the record the entry leads to
  // (its last name). kRequest: not of a record, but the request's id.
  model::NameKind name_kind = model::NameKind::kEntity;
  std::string name;
};

// DATA_LOSS: not a key that this codec writes.
absl::StatusOr<ParsedKey> ParseKey(std::string_view key);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_KEYS_H_
