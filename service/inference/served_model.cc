#include "service/inference/served_model.h"

#include <grpc/support/time.h>
#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"

namespace gainsay::inference {
namespace {

// How long a model's version is taken for the one that answers.
constexpr absl::Duration kVersionAge = absl::Minutes(1);
// Relations name a version.
constexpr char kNoVersion[] = "unversioned";

static_assert(std::endian::native == std::endian::little, "the protocol's raw numbers are little-endian");

absl::Status NoAnswer(std::string_view what) {
  return absl::InternalError(absl::StrCat("what its server sent is no answer: ", std::string(what)));
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  if (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED) {
    return absl::DeadlineExceededError("deadline exceeded");
  }
  return absl::UnavailableError(absl::StrCat("its server says: ", status.error_message()));
}

// The same for the same model, version and texts only: every part goes before with its length.
std::string KeyOf(const std::string& name, const std::string& version,
                  const std::vector<std::string>& texts) {
  std::string told = absl::StrCat(name.size(), ":", name, version.size(), ":", version);
  for (const std::string& text : texts) absl::StrAppend(&told, text.size(), ":", text);
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  EVP_Digest(told.data(), told.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(),
             nullptr);
  digest.resize(size);
  return digest;
}

// The numbers of a response's only output, as they came.
absl::StatusOr<std::vector<float>> NumbersIn(const ::inference::ModelInferResponse& response) {
  if (response.raw_output_contents().empty()) {
    const auto& numbers = response.outputs(0).contents().fp32_contents();
    return std::vector<float>(numbers.begin(), numbers.end());
  }
  if (response.raw_output_contents_size() != 1)
    return NoAnswer("there is not one raw content for one output");
  const std::string& bytes = response.raw_output_contents(0);
  if (bytes.size() % sizeof(float) != 0) return NoAnswer("its raw content has a part of a number");
  std::vector<float> numbers(bytes.size() / sizeof(float));
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

// Takes a response apart into a row for each of `items` items.
absl::StatusOr<std::vector<std::vector<float>>> RowsOf(const ::inference::ModelInferResponse& response,
                                                       const Role& role, size_t items) {
  if (response.outputs_size() != 1) return NoAnswer("it has not just the one output that was asked for");
  const auto& output = response.outputs(0);
  if (output.name() != role.output) return NoAnswer("its output is not named " + role.output);
  if (output.datatype() != "FP32") return NoAnswer("its output is not FP32");
  const bool two = output.shape_size() == 2;
  if (!two || output.shape(0) != static_cast<int64_t>(items) || output.shape(1) < 1 ||
      (role.width != 0 && output.shape(1) != static_cast<int64_t>(role.width))) {
    return NoAnswer(absl::StrCat("its output is not of shape [", items, ", ",
                                 role.width == 0 ? "d" : absl::StrCat(role.width), "]"));
  }
  const absl::StatusOr<std::vector<float>> numbers = NumbersIn(response);
  if (!numbers.ok()) return numbers.status();
  const auto width = static_cast<size_t>(output.shape(1));
  if (numbers->size() / width != items || numbers->size() % width != 0) {
    return NoAnswer(
        absl::StrCat("it has ", numbers->size(), " numbers for shape [", items, ", ", width, "]"));
  }
  std::vector<std::vector<float>> rows;
  for (auto row = numbers->begin(); row != numbers->end(); row += static_cast<std::ptrdiff_t>(width)) {
    rows.emplace_back(row, row + static_cast<std::ptrdiff_t>(width));
    const absl::Status checked = role.check(rows.back());
    if (!checked.ok()) return NoAnswer(std::string(checked.message()));
  }
  return rows;
}

}  // namespace

ServedModel::ServedModel(const std::shared_ptr<grpc::Channel>& server, std::string name, Role role,
                         AskingLimits limits, std::function<absl::Time()> now)
    : stub_(::inference::GRPCInferenceService::NewStub(server)),
      name_(std::move(name)),
      role_(std::move(role)),
      limits_(limits),
      now_(std::move(now)),
      breaker_(now_, limits_.breaker),
      recent_(limits_.kept) {}

std::vector<absl::StatusOr<Row>> ServedModel::Ask(const std::vector<std::vector<std::string>>& items,
                                                  absl::Duration patience) {
  if (items.empty()) return {};
  const absl::Time until = now_() + patience;
  const absl::StatusOr<std::string> version = Version(patience);
  if (!version.ok()) return {items.size(), version.status()};
  std::vector<absl::StatusOr<Row>> rows(items.size(), absl::InternalError("not asked"));
  std::vector<std::string> keys;
  std::map<std::string, std::vector<size_t>> unanswered;  // by key
  for (size_t i = 0; i < items.size(); ++i) {
    keys.push_back(KeyOf(name_, *version, items[i]));
    auto kept = recent_.Find(keys.back());
    if (kept) {
      rows[i] = Row{*std::move(kept), *version};
    } else {
      unanswered[keys.back()].push_back(i);
    }
  }
  absl::Status failed;
  for (auto next = unanswered.begin(); next != unanswered.end();) {
    const auto begin = next;
    Items batch;
    for (; next != unanswered.end() && batch.size() < limits_.batch; ++next) {
      batch.push_back(&items[next->second.front()]);
    }
    // Where one batch has no answer, the next would only take as long.
    const absl::StatusOr<std::vector<Row>> answered =
        failed.ok() ? Infer(batch, *version, until - now_()) : absl::StatusOr<std::vector<Row>>(failed);
    failed = answered.status();
    size_t place = 0;
    for (auto each = begin; each != next; ++each, ++place) {
      for (const size_t i : each->second) {
        rows[i] = answered.ok() ? absl::StatusOr<Row>((*answered)[place]) : answered.status();
      }
      if (answered.ok()) recent_.Keep(each->first, (*answered)[place].values);
    }
  }
  return rows;
}

absl::StatusOr<std::string> ServedModel::Version(absl::Duration patience) {
  {
    const absl::MutexLock lock(&mutex_);
    if (version_ && now_() - version_known_at_ < kVersionAge) return *version_;
  }
  ::inference::ModelMetadataRequest request;
  request.set_name(name_);
  std::string version = kNoVersion;
  const absl::Status called = Call(patience, [&](grpc::ClientContext& context) {
    ::inference::ModelMetadataResponse response;
    const absl::Status status = FromGrpc(stub_->ModelMetadata(&context, request, &response));
    if (!status.ok()) return status;
    if (response.name() != name_) return NoAnswer("it is about another model");
    if (response.versions_size() > 0) version = response.versions(response.versions_size() - 1);
    return version.empty() ? NoAnswer("it names an empty version") : absl::OkStatus();
  });
  const absl::MutexLock lock(&mutex_);
  version_known_at_ = now_();
  version_ = called.ok() ? std::optional(version) : std::nullopt;
  if (!called.ok()) return called;
  breaker_.SaidNothing();
  return version;
}

absl::StatusOr<std::vector<Row>> ServedModel::Infer(const Items& items, const std::string& version,
                                                    absl::Duration patience) {
  std::vector<Row> rows;
  const absl::Status called = Call(patience, [&](grpc::ClientContext& context) {
    ::inference::ModelInferResponse response;
    const absl::Status status = FromGrpc(stub_->ModelInfer(&context, RequestFor(items, version), &response));
    if (!status.ok()) return status;
    if (response.model_name() != name_) return NoAnswer("another model answered");
    const std::string& answered_by = response.model_version();
    if (version != kNoVersion && !answered_by.empty() && answered_by != version) {
      return NoAnswer("another version answered");
    }
    auto answered = RowsOf(response, role_, items.size());
    if (!answered.ok()) return answered.status();
    for (std::vector<float>& values : *answered) rows.push_back({std::move(values), version});
    return absl::OkStatus();
  });
  if (called.ok()) {
    breaker_.Succeeded();
    return rows;
  }
  // It may have been replaced by another version.
  const absl::MutexLock lock(&mutex_);
  version_.reset();
  return called;
}

absl::Status ServedModel::Call(absl::Duration patience,
                               absl::FunctionRef<absl::Status(grpc::ClientContext&)> call) {
  if (patience <= absl::ZeroDuration()) return absl::DeadlineExceededError("no time was left for it");
  const absl::Status admitted = breaker_.Admit();
  if (!admitted.ok()) return admitted;
  const absl::Duration deadline = std::min(patience, limits_.deadline);
  grpc::ClientContext context;
  context.set_deadline(gpr_time_from_micros(absl::ToInt64Microseconds(deadline), GPR_TIMESPAN));
  const absl::Status status = call(context);
  if (absl::IsDeadlineExceeded(status) && deadline < limits_.deadline) {
    breaker_.SaidNothing();
  } else if (!status.ok()) {
    breaker_.Failed();
  }
  return status;
}

::inference::ModelInferRequest ServedModel::RequestFor(const Items& items, const std::string& version) const {
  ::inference::ModelInferRequest request;
  request.set_model_name(name_);
  if (version != kNoVersion) request.set_model_version(version);
  for (size_t i = 0; i < role_.inputs.size(); ++i) {
    auto& input = *request.add_inputs();
    input.set_name(role_.inputs[i]);
    input.set_datatype("BYTES");
    input.add_shape(static_cast<int64_t>(items.size()));
    for (const auto* texts : items) input.mutable_contents()->add_bytes_contents((*texts)[i]);
  }
  request.add_outputs()->set_name(role_.output);
  return request;
}

}  // namespace gainsay::inference
