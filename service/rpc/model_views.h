#ifndef GAINSAY_SERVICE_RPC_MODEL_VIEWS_H_
#define GAINSAY_SERVICE_RPC_MODEL_VIEWS_H_

#include <google/protobuf/repeated_field.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "gainsay/v1/check.pb.h"
#include "service/inference/models.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"
#include "service/search/candidate_checker.h"

namespace gainsay::rpc {

// What models add to the questions that a text may be about. None of it is needed for an answer: an error
// says in a sentence what no model said, and nothing was changed.

// How long a model may take of a call: so that without its word there is time left to answer.
absl::Duration ModelPatience(const ledger::Ledger& ledger, const Call& call);

// Puts those first whose claim or title means most nearly what a text does, and scores them by that, if there
// is a model for it.
absl::Status RankByModel(const inference::Models& models, absl::Duration patience, const std::string& text,
                         std::vector<search::CandidateQuestion>& candidates);

// Adds to each candidate how a text and the claims there relate, if there is a model for it. `protos` are
// those of `candidates`, in their order.
absl::Status JudgeByModel(const inference::Models& models, absl::Duration patience, const std::string& text,
                          const std::vector<search::CandidateQuestion>& candidates,
                          google::protobuf::RepeatedPtrField<v1::CandidateQuestion>& protos);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_MODEL_VIEWS_H_
