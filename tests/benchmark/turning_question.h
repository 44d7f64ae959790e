#ifndef GAINSAY_TESTS_BENCHMARK_TURNING_QUESTION_H_
#define GAINSAY_TESTS_BENCHMARK_TURNING_QUESTION_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/cpp/connection.h"

namespace gainsay::benchmark {

// A question that each new statement turns: one party has said "at least 1,000", another says so many, above
// or below, and changes its answer each time. Statements are numbered from 0: even ones confirm, odd ones
// conflict.
class TurningQuestion {
 public:
  // Puts the question on file, in a topic of that id, which may be on file.
  static absl::StatusOr<TurningQuestion> Make(const client::Connection& connection, const std::string& topic,
                                              int number);

  // Records a statement.
  absl::Status Turn(const client::Connection& connection, int statement) const;

  // Reads the question. Returns the number of the statement that the answer is made of, -1 if none;
  // INTERNAL: the answer's status does not follow from it.
  absl::StatusOr<int> StatementShown(const client::Connection& connection) const;

 private:
  explicit TurningQuestion(std::string name) : name_(std::move(name)) {}

  std::string name_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_TURNING_QUESTION_H_
