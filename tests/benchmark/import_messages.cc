#include "tests/benchmark/import_messages.h"

#include <utility>

#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/record_converter.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {
namespace {

constexpr size_t kMessagesPerBatch = 256;
// Batches that may wait where they are made while the import runs.
constexpr size_t kMostReady = 32;

}  // namespace

ImportMessages::ImportMessages(const LoadOptions& options) : options_(options), maker_([this] { Make(); }) {
  if (!options.prepare) return;
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&all_made_));
}

ImportMessages::~ImportMessages() {
  {
    absl::MutexLock lock(&mutex_);
    abandoned_ = true;
  }
  maker_.join();
}

ImportMessages::Batch ImportMessages::Next() {
  const auto ready = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !ready_.empty() || all_made_; };
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&ready));
  if (ready_.empty()) return {};
  Batch batch = std::move(ready_.front());
  ready_.pop_front();
  return batch;
}

void ImportMessages::Make() {
  Batch batch;
  v1::ImportRequest request;
  const Dataset dataset({options_.seed, options_.claims});
  const Dataset on_file({options_.seed, options_.on_file});
  dataset.ForEachFrom(on_file.questions(), [&](const model::Record& record) {
    *request.mutable_record() = rpc::RecordToProto(record);
    if (request.record().has_claim()) ++batch.claims;
    batch.messages.push_back(request.SerializeAsString());
    batch.bytes += static_cast<int64_t>(batch.messages.back().size());
    if (batch.messages.size() == kMessagesPerBatch) Hand(std::exchange(batch, {}));
  });
  if (!batch.messages.empty()) Hand(std::move(batch));
  absl::MutexLock lock(&mutex_);
  all_made_ = true;
}

void ImportMessages::Hand(Batch batch) {
  const auto wanted = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return options_.prepare || abandoned_ || ready_.size() < kMostReady;
  };
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&wanted));
  if (!abandoned_) ready_.push_back(std::move(batch));
}

}  // namespace gainsay::benchmark
