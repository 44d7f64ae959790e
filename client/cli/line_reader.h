#ifndef GAINSAY_CLIENT_CLI_LINE_READER_H_
#define GAINSAY_CLIENT_CLI_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace gainsay::cli {

// The lines of an input, one at a time, whatever its size. Refers to the input.
class LineReader {
 public:
  // Keeps at most `limit` bytes of a line.
  LineReader(std::istream& in, size_t limit) : in_(in), limit_(limit) {}

  // Reads the next line; returns false at the end. A byte order mark at the start of the input and a
  // carriage return at the end of a line are no part of it.
  bool Next();

  const std::string& text() const { return text_; }
  // Whether the line was longer than the limit; its text is then only its start.
  bool too_long() const { return too_long_; }
  // The line's number, from 1.
  int64_t number() const { return number_; }
  // Read so far, in all.
  int64_t bytes() const { return bytes_; }

 private:
  std::istream& in_;
  size_t limit_;
  std::string text_;
  bool too_long_ = false;
  int64_t number_ = 0;
  int64_t bytes_ = 0;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_LINE_READER_H_
