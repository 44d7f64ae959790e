#ifndef GAINSAY_SERVICE_MODEL_NAMES_H_
#define GAINSAY_SERVICE_MODEL_NAMES_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace gainsay::model {

// Resource names (google.aip.dev/122): collections and ids, alternating. Full names are kept as
// strings; these functions are the only ones that look inside them.

enum class NameKind { kEntity, kSource, kTopic, kQuestion, kClaim, kSilence, kRelation, kWithdrawal };

// Whether `id` is `[a-z0-9][a-z0-9._-]{0,126}`.
bool IsId(std::string_view id);

// Returns OK if `name` is a full name of that kind.
// INVALID_ARGUMENT: it is not; the message gives the pattern and what is wrong.
absl::Status CheckName(NameKind kind, std::string_view name);

// The pattern of a kind's names: "topics/{id}/questions/{id}".
std::string_view NamePattern(NameKind kind);

// The name without its last collection and id; empty for a top-level name. Views into `name`.
std::string_view ParentOf(std::string_view name);

// The last id of a name. A view into `name`.
std::string_view IdOf(std::string_view name);

// The id of the topic, or of the question, that a name is or lies below. Views into `name`.
std::string_view TopicIdOf(std::string_view name);
std::string_view QuestionIdOf(std::string_view name);

// The collection a kind's ids live in: "entities", "claims".
std::string_view CollectionOf(NameKind kind);

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_NAMES_H_
