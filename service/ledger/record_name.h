#ifndef GAINSAY_SERVICE_LEDGER_RECORD_NAME_H_
#define GAINSAY_SERVICE_LEDGER_RECORD_NAME_H_

#include <optional>
#include <string>
#include <string_view>

#include "service/model/names.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// The kind of name that records of a type have.
template <class T>
inline constexpr model::NameKind kKindOf = T::no_record;
template <>
inline constexpr model::NameKind kKindOf<model::Entity> = model::NameKind::kEntity;
template <>
inline constexpr model::NameKind kKindOf<model::Source> = model::NameKind::kSource;
template <>
inline constexpr model::NameKind kKindOf<model::Topic> = model::NameKind::kTopic;
template <>
inline constexpr model::NameKind kKindOf<model::Question> = model::NameKind::kQuestion;
template <>
inline constexpr model::NameKind kKindOf<model::Claim> = model::NameKind::kClaim;
template <>
inline constexpr model::NameKind kKindOf<model::Silence> = model::NameKind::kSilence;
template <>
inline constexpr model::NameKind kKindOf<model::Relation> = model::NameKind::kRelation;
template <>
inline constexpr model::NameKind kKindOf<model::Withdrawal> = model::NameKind::kWithdrawal;

// Every kind, in the order of model::Record, which is that of an export.
inline constexpr model::NameKind kAllKinds[] = {model::NameKind::kEntity,   model::NameKind::kSource,
                                                model::NameKind::kTopic,    model::NameKind::kQuestion,
                                                model::NameKind::kClaim,    model::NameKind::kSilence,
                                                model::NameKind::kRelation, model::NameKind::kWithdrawal};

model::NameKind KindOf(const model::Record& record);
const std::string& NameOf(const model::Record& record);

// The kind of a well-formed name; nothing if it is none of ours.
std::optional<model::NameKind> KindOfName(std::string_view name);

// Whether records of a kind have revisions; the others never change.
bool HasRevisions(model::NameKind kind);

// A kind's noun, as the JSONL format calls it: "entity".
std::string NounOf(model::NameKind kind);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORD_NAME_H_
