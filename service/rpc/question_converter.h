#ifndef GAINSAY_SERVICE_RPC_QUESTION_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_QUESTION_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/question.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the question that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Question> QuestionFromProto(const v1::Question& proto);

// Returns the question without output-only fields.
v1::Question QuestionToProto(const model::Question& question);

// Returns the question with its etag and revision.
v1::Question QuestionToProto(const ledger::Recorded<model::Question>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_QUESTION_CONVERTER_H_
