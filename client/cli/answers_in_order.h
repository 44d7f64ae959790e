#ifndef GAINSAY_CLIENT_CLI_ANSWERS_IN_ORDER_H_
#define GAINSAY_CLIENT_CLI_ANSWERS_IN_ORDER_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Puts the answers to candidates in the order of their lines: the server's, and those to lines that are no
// candidate and were not sent. Each is told as soon as all before it are. Thread-safe.
class AnswersInOrder {
 public:
  // Takes each candidate with its answer, in order; not called by two threads at once.
  using Tell = std::function<void(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer)>;

  explicit AnswersInOrder(Tell tell) : tell_(std::move(tell)) {}

  // Takes note of a candidate, before it is sent. Lines come in order, here and below.
  void Await(const v1::Candidate& candidate);
  // Answers a line that is not sent with its error.
  void Refuse(int64_t line, const absl::Status& status);
  // Takes the server's next answer.
  void Take(const v1::CheckClaimsResponse& answer);

  // How many were told, and how many of these are errors.
  int64_t told() const;
  int64_t errors() const;

 private:
  struct Line {
    v1::Candidate candidate;
    std::optional<v1::CheckClaimsResponse> answer;
  };

  void TellWhatIsAnswered();

  const Tell tell_;
  mutable std::mutex mutex_;
  std::deque<Line> untold_;
  int64_t told_ = 0;
  int64_t errors_ = 0;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_ANSWERS_IN_ORDER_H_
