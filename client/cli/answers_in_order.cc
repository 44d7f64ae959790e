#include "client/cli/answers_in_order.h"

#include <algorithm>
#include <string>

namespace gainsay::cli {
namespace {

constexpr char kSeparator[] = ": ";

// An error whose message may begin with the path of the field at fault, which has no space in it.
v1::CheckError ErrorOf(const absl::Status& status) {
  v1::CheckError error;
  error.set_code(absl::StatusCodeToString(status.code()));
  const std::string message(status.message());
  const size_t end = message.find(kSeparator);
  if (end == std::string::npos || message.find(' ') < end) {
    error.set_message(message);
    return error;
  }
  error.set_field(message.substr(0, end));
  error.set_message(message.substr(end + sizeof(kSeparator) - 1));
  return error;
}

}  // namespace

void AnswersInOrder::Await(const v1::Candidate& candidate) {
  const std::lock_guard lock(mutex_);
  untold_.push_back({candidate, std::nullopt});
}

void AnswersInOrder::Refuse(int64_t line, const absl::Status& status) {
  v1::CheckClaimsResponse answer;
  answer.set_line(line);
  *answer.mutable_error() = ErrorOf(status);
  const std::lock_guard lock(mutex_);
  untold_.push_back({v1::Candidate(), std::move(answer)});
  TellWhatIsAnswered();
}

void AnswersInOrder::Take(const v1::CheckClaimsResponse& answer) {
  const std::lock_guard lock(mutex_);
  const auto next =
      std::find_if(untold_.begin(), untold_.end(), [](const Line& line) { return !line.answer.has_value(); });
  if (next == untold_.end()) return;
  next->answer = answer;
  TellWhatIsAnswered();
}

int64_t AnswersInOrder::told() const {
  const std::lock_guard lock(mutex_);
  return told_;
}

int64_t AnswersInOrder::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

void AnswersInOrder::TellWhatIsAnswered() {
  while (!untold_.empty() && untold_.front().answer) {
    const Line line = std::move(untold_.front());
    untold_.pop_front();
    ++told_;
    if (line.answer->has_error()) ++errors_;
    tell_(line.candidate, *line.answer);
  }
}

}  // namespace gainsay::cli
