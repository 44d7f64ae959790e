#include "tests/benchmark/record_workload.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/claim_converter.h"
#include "tests/benchmark/hot_questions.h"
#include "tests/benchmark/message_bytes.h"

namespace gainsay::benchmark {
namespace {

constexpr int64_t kTemplates = 4'000;
// So that every number has as many digits.
constexpr int64_t kFirstNumber = 100'000'000'000;

}  // namespace

RecordWorkload::RecordWorkload(const Dataset& dataset, const LoadOptions& options)
    : seed_(options.seed), first_(kFirstNumber + options.first_number) {
  const int64_t count = std::min(kTemplates, dataset.questions());
  for (int64_t i = 0; i < count; ++i) {
    const int64_t index = i * dataset.questions() / count;
    v1::RecordClaimsRequest request;
    // The ids of claims are made from their content, of which the number is a part.
    *request.add_claims() = rpc::ClaimToProto(dataset.NewClaim(index, kFirstNumber));
    std::string bytes = request.SerializeAsString();
    const size_t digits = bytes.find(absl::StrCat(kFirstNumber));
    templates_.push_back({dataset.QuestionName(index), std::move(bytes), digits});
  }
}

const RecordWorkload::Template& RecordWorkload::Of(int64_t number) const {
  return templates_[Pick(seed_, number, static_cast<int64_t>(templates_.size()))];
}

grpc::ByteBuffer RecordWorkload::Request(int64_t number) const {
  const Template& of = Of(number);
  const std::string digits = absl::StrCat(first_ + number);
  std::string request = of.request;
  request.replace(of.digits, digits.size(), digits);
  return BytesOf(request);
}

bool RecordWorkload::IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const {
  const std::string& question = Of(number).question;
  if (answer.Length() <= question.size()) return false;
  if (!fully) return true;
  v1::RecordClaimsResponse response;
  return Parse(answer, response) && response.results_size() == 1 && response.revision() > 0 &&
         !response.results(0).existed() && response.results(0).name().starts_with(question + "/claims/");
}

}  // namespace gainsay::benchmark
