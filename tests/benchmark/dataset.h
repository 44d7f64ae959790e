#ifndef GAINSAY_TESTS_BENCHMARK_DATASET_H_
#define GAINSAY_TESTS_BENCHMARK_DATASET_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/engine/case_file.h"
#include "service/model/records.h"

namespace gainsay::benchmark {

struct DatasetOptions {
  uint64_t seed = 1;
  int64_t claims = 100'000;  // at least; the last question is completed
};

// Records as a newsroom would keep them, made from a seed: the same options give the same records on any
// machine, and a question's records do not depend on how many questions there are. A topic has ten
// questions; a question has 10 to 50 claims, sizes by Zipf's law, with few different answers (amounts, some
// of them bounds, yes or no, times, entities) so that some questions are confirmed and some in conflict. Each
// claim is by one of the parties (some speak for others, some are owned by others), has a text and one or
// two appearances with a quote; each source has a publisher and a publication time, and cites none to two
// others of its question (chains and shared agencies). About 400 bytes a stored claim.
class Dataset {
 public:
  explicit Dataset(const DatasetOptions& options);

  int64_t questions() const;
  int64_t claims() const;

  // The name of a question, and how many claims it has. `index` is from 0 to questions().
  std::string QuestionName(int64_t index) const;
  int ClaimsOf(int64_t index) const;

  // The indexes of the questions that have just `claims` claims.
  std::vector<int64_t> QuestionsOf(int claims) const;

  // Everything that is on file about one question, as the ledger would read it.
  engine::CaseFile CaseOf(int64_t index) const;

  // Calls `visit` for every record, referred to before referring: the parties and outlets; then topic by
  // topic its topic, questions, sources and claims. Claims are named.
  void ForEach(absl::FunctionRef<void(const model::Record& record)> visit) const;

  // The same without the questions before `first`, and without what only those refer to.
  void ForEachFrom(int64_t first, absl::FunctionRef<void(const model::Record& record)> visit) const;

  // A claim that is not on file, on a question of the dataset: `number` tells it from others.
  model::Claim NewClaim(int64_t index, int64_t number) const;

 private:
  int64_t topics() const;
  void ForEachOfQuestion(int64_t index, absl::FunctionRef<void(const model::Record& record)> visit) const;

  uint64_t seed_;
  int64_t claims_ = 0;
  std::vector<uint8_t> sizes_;  // by question
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_DATASET_H_
