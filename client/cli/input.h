#ifndef GAINSAY_CLIENT_CLI_INPUT_H_
#define GAINSAY_CLIENT_CLI_INPUT_H_

#include <google/protobuf/message.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <istream>
#include <string>

#include "absl/status/status.h"
#include "client/cli/console.h"
#include "client/cli/line_reader.h"

namespace gainsay::cli {

// The most bytes of a line of JSON: what one message to the server may hold, less some room for what goes
// around it.
inline constexpr size_t kMostLineBytes = 4'000'000;

// What a command reads: a file, or standard input. Refers to the console.
class Input {
 public:
  explicit Input(const Console& console) : in_(&console.in) {}

  // Opens a file; "-" is standard input. Called once, before the rest.
  // FAILED_PRECONDITION: it is a directory. NOT_FOUND: it cannot be read.
  absl::Status Open(const std::string& path);

  std::istream& in() { return *in_; }
  // In bytes; 0: not known.
  int64_t size() const { return size_; }

 private:
  std::ifstream file_;
  std::istream* in_;
  int64_t size_ = 0;
};

// Whether a line has nothing in it.
bool IsBlank(const std::string& line);

// Fills a message from a line of JSON. Errors as client::MessageFromJson, and INVALID_ARGUMENT for a line
// that is too long.
absl::Status MessageFromLine(const LineReader& line, google::protobuf::Message& message);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_INPUT_H_
