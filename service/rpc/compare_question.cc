#include "service/rpc/compare_question.h"

#include <grpcpp/support/slice.h>

#include <string>
#include <utility>
#include <vector>

#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/case_cache.h"
#include "service/ledger/comparing.h"
#include "service/rpc/compare_answer.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/field_writer.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {
namespace {

using Request = v1::CompareQuestionRequest;
using Response = v1::CompareQuestionResponse;

// Comparing a case of so many bytes, some hundred claims with their documents, takes some tens of
// microseconds: less than handing it to another thread and back would delay it.
constexpr size_t kSmallCase = size_t{512} << 10;

// What an answer depends on beside the case.
std::string Asked(Request request) {
  request.clear_workspace();
  request.clear_question();
  request.clear_min_revision();
  return "answer " + request.SerializeAsString();
}

// An answer but for its revision, which goes on while the rest stands. The parts of a message may come in any
// order.
grpc::ByteBuffer WithRevision(const grpc::Slice& rest, store::Revision revision) {
  Response last;
  last.set_revision(revision);
  const grpc::Slice slices[] = {rest, grpc::Slice(last.SerializeAsString())};
  return grpc::ByteBuffer(slices, 2);
}

absl::StatusOr<grpc::ByteBuffer> Compare(const ledger::Ledger& ledger, const Call& call,
                                         const Request& request) {
  const absl::Status name = CheckNameField("question", model::NameKind::kQuestion, request.question());
  if (!name.ok()) return name;
  const auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  const auto compared = ledger::CompareQuestion(ledger, *workspace, request.question(), *options);
  if (!compared.ok()) return ExplainKnownAt(compared.status(), *options);
  Response response;
  Echo(request, options->policy, response);
  std::string bytes;
  FieldWriter(bytes).Bytes(Response::kComparisonsFieldNumber, ComparisonBytes(compared->comparison));
  response.AppendToString(&bytes);
  const grpc::Slice rest(bytes);
  if (ledger.cases != nullptr && ledger.cases->keeps_answers() && !options->known_at) {
    compared->standing->answers().Keep(Asked(request), rest, rest.size());
  }
  return WithRevision(rest, compared->revision);
}

}  // namespace

void ServeCompareQuestion(const ledger::Ledger& ledger, UnaryCall& call) {
  Request request;
  const absl::Status parsed = ParseBytes(call.request(), request);
  if (!parsed.ok()) return call.Finish(parsed);
  const auto compare = [&ledger, &call](const Request& asked) { return Compare(ledger, call, asked); };
  const auto later = [&] { call.Work([compare, request = std::move(request)] { return compare(request); }); };
  const bool now = request.min_revision() >= 0 && request.min_revision() <= ledger.store.GetLatestRevision();
  const absl::StatusOr<std::string> workspace = WorkspaceFromProto(request.workspace());
  if (ledger.cases == nullptr || !now || call.hides_sources() || !workspace.ok() ||
      !request.read_times().known_at().empty()) {
    return later();
  }
  const std::vector<std::string> parties(request.policy().parties().begin(),
                                         request.policy().parties().end());
  const auto found = ledger.cases->Find({*workspace, request.question(), parties, ""});
  if (!found.ok() || !*found) return later();
  const ledger::StandingCase& standing = *(*found)->standing;
  if (ledger.cases->keeps_answers()) {
    if (const auto kept = standing.answers().Find<grpc::Slice>(Asked(request))) {
      return call.Finish(WithRevision(*kept, (*found)->revision));
    }
  }
  if (standing.bytes() > kSmallCase || request.explain()) return later();
  call.Answer([&] { return compare(request); });
}

}  // namespace gainsay::rpc
