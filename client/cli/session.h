#ifndef GAINSAY_CLIENT_CLI_SESSION_H_
#define GAINSAY_CLIENT_CLI_SESSION_H_

#include <google/protobuf/message.h>

#include <vector>

#include "absl/status/statusor.h"
#include "client/cli/console.h"
#include "client/cli/options.h"
#include "client/cli/styled_text.h"
#include "client/cpp/connection.h"

namespace gainsay::cli {

// What a command runs in: where it writes, in which form, and how it reaches the server. Refers to both
// arguments.
class Session {
 public:
  Session(const Console& console, const CommonOptions& options) : console_(console), options_(options) {}

  const Console& console() const { return console_; }
  const CommonOptions& options() const { return options_; }
  Output output() const { return OutputFor(options_, console_); }
  int width() const { return console_.width; }

  // Errors as Connection::Open.
  absl::StatusOr<client::Connection> Connect() const;

  // Prints an answer: the whole of it as JSON, a message of it as a line of JSONL, or lines for people.
  void PrintJson(const google::protobuf::Message& answer) const;
  void PrintJsonl(const google::protobuf::Message& item) const;
  void Print(const std::vector<Line>& lines) const;
  void Print(const std::string& text) const;

 private:
  const Console& console_;
  const CommonOptions& options_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_SESSION_H_
