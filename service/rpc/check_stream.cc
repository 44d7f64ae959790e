#include "service/rpc/check_stream.h"

#include <grpcpp/support/slice.h>

#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/field_path.h"
#include "service/rpc/field_writer.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/reading.h"
#include "service/rpc/source_mask.h"
#include "service/search/candidate_checker.h"

namespace gainsay::rpc {
namespace {

// What a stream's options ask for, once their `min_revision` is there.
struct CheckOptions {
  std::string workspace;
  ledger::CompareOptions compare;
};

absl::StatusOr<CheckOptions> OptionsFromProto(const ledger::Ledger& ledger, const Call& call,
                                              const v1::CheckOptions& proto) {
  auto compare = CompareOptionsFromProto(proto.read_times(), proto.policy(), proto.explain());
  if (!compare.ok()) return UnderField("options", compare.status());
  absl::StatusOr<std::string> workspace = BeginRead(ledger, call, proto);
  if (!workspace.ok()) return UnderField("options", workspace.status());
  return CheckOptions{*std::move(workspace), *std::move(compare)};
}

// Answers the candidates of one stream.
class CheckSession {
 public:
  CheckSession(const CheckingBy& by, const Call& call, CheckOptions options)
      : by_(by),
        call_(call),
        options_(std::move(options)),
        comparison_key_("checks' comparison " + ledger::KeyOf(options_.compare)),
        checker_(by.index, options_.workspace, options_.compare,
                 !MaskFor(by.index.ledger(), call.caller(), options_.workspace)) {}

  // Returns the answer to a candidate. Errors end the stream.
  absl::StatusOr<grpc::ByteBuffer> Answer(const v1::CheckClaimsRequest& request) {
    const int64_t line = request.line() == 0 ? last_line_ + 1 : request.line();
    if (line <= last_line_) {
      return FieldError("line", absl::StrCat(line, " does not come after ", last_line_));
    }
    last_line_ = line;
    const absl::StatusOr<ledger::Candidate> candidate = CandidateFromProto(request.candidate());
    if (!candidate.ok()) return Refusal(candidate.status());
    const auto checked = CheckCandidate(checker_, by_, call_, *candidate);
    if (absl::IsInvalidArgument(checked.status())) return Refusal(checked.status());
    // What is not the candidate's fault is the options', or the store's.
    if (!checked.ok()) return UnderField("options", ExplainKnownAt(checked.status(), options_.compare));
    v1::CheckClaimsResponse answer = CheckClaimsResponseToProto(checked->statement);
    answer.set_line(line);
    *answer.mutable_candidates() = checked->candidates;
    if (!checked->statement.on_file) return BytesOf(answer);
    const grpc::Slice slices[] = {grpc::Slice(answer.SerializeAsString()),
                                  ComparisonField(checked->statement)};
    return grpc::ByteBuffer(slices, 2);
  }

 private:
  grpc::ByteBuffer Refusal(const absl::Status& status) const {
    v1::CheckClaimsResponse answer;
    answer.set_line(last_line_);
    *answer.mutable_error() = CheckErrorToProto(status);
    return BytesOf(answer);
  }

  // The comparison as a field of the answer, written once for all the candidates that it answers.
  grpc::Slice ComparisonField(const ledger::CheckedCandidate& checked) const {
    ledger::AnswersKept& kept = checked.standing->answers();
    if (const auto field = kept.Find<grpc::Slice>(comparison_key_)) return *field;
    std::string bytes;
    FieldWriter(bytes).Bytes(v1::CheckClaimsResponse::kComparisonFieldNumber,
                             ComparisonBytes(*checked.answer.comparison));
    const grpc::Slice field(bytes);
    kept.Keep(comparison_key_, field, bytes.size());
    return field;
  }

  const CheckingBy by_;
  const Call& call_;
  const CheckOptions options_;
  const std::string comparison_key_;
  search::CandidateChecker checker_;
  int64_t last_line_ = 0;
};

}  // namespace

absl::Status ServeCheckClaims(const CheckingBy& by, Call& call, CheckStream& stream) {
  v1::CheckClaimsRequest request;
  bool more = stream.Read(request);
  absl::StatusOr<CheckOptions> options = OptionsFromProto(by.index.ledger(), call, request.options());
  if (!options.ok()) return options.status();
  CheckSession session(by, call, *std::move(options));
  if (more && !request.has_candidate()) more = stream.Read(request);
  for (; more; more = stream.Read(request)) {
    absl::StatusOr<grpc::ByteBuffer> answer = session.Answer(request);
    if (!answer.ok()) return answer.status();
    if (!stream.WriteBytes(*std::move(answer))) return absl::CancelledError("the client is gone");
  }
  if (call.cancelled()) return absl::CancelledError("the stream broke off");
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
