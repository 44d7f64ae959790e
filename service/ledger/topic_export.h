#ifndef GAINSAY_SERVICE_LEDGER_TOPIC_EXPORT_H_
#define GAINSAY_SERVICE_LEDGER_TOPIC_EXPORT_H_

#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

// Calls `visit` for a topic, its questions with all that lies with them, and whatever these need to be
// imported into an empty workspace: the entities and sources they name, directly or not, the withdrawals
// of those sources, and the questions (with their topics, without their claims) that are parts of
// theirs. By kind, then name, after the record `after` of kind `resumed`, until it returns false. Holds the
// names of what is needed in memory, and one record.
// NOT_FOUND: the topic is not on file. Errors of reading.
absl::Status ExportTopic(const Reader& reader, const std::string& topic,
                         std::optional<model::NameKind> resumed, const std::string& after,
                         absl::FunctionRef<bool(const model::Record& record)> visit);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_TOPIC_EXPORT_H_
