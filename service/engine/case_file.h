#ifndef GAINSAY_SERVICE_ENGINE_CASE_FILE_H_
#define GAINSAY_SERVICE_ENGINE_CASE_FILE_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/time/time.h"
#include "service/model/records.h"

namespace gainsay::engine {

// A record with when it was recorded.
template <class T>
struct OnFile {
  T record;
  int64_t revision = 0;
  absl::Time record_time;
};

// All that lies with one question, in any order.
struct QuestionFile {
  model::Question question;
  std::vector<OnFile<model::Claim>> claims;
  std::vector<OnFile<model::Silence>> silences;
  std::vector<OnFile<model::Relation>> relations;
  std::vector<OnFile<model::Withdrawal>> withdrawals;  // of its claims and silences
};

// What a comparison of one question reads, all at one revision. Whoever fills it follows every link from
// what it holds: entities through speaks_for, spoke_for, owned_by and broader (and, below the entities
// that values name, through what is narrower), sources through cites, publishers.
struct CaseFile {
  QuestionFile question;
  std::vector<QuestionFile> parts;  // of the questions whose sum it is
  std::unordered_map<std::string, model::Entity> entities;
  std::unordered_map<std::string, model::Source> sources;
  std::vector<OnFile<model::Withdrawal>> source_withdrawals;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CASE_FILE_H_
