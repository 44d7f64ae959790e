#include "client/cli/line_reader.h"

#include <streambuf>

namespace gainsay::cli {

bool LineReader::Next() {
  constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
  using Traits = std::char_traits<char>;
  text_.clear();
  too_long_ = false;
  const int64_t before = bytes_;
  std::streambuf& buffer = *in_.rdbuf();
  for (auto next = buffer.sbumpc(); !Traits::eq_int_type(next, Traits::eof()); next = buffer.sbumpc()) {
    ++bytes_;
    const char letter = Traits::to_char_type(next);
    if (letter == '\n') break;
    too_long_ = text_.size() == limit_;
    if (!too_long_) text_ += letter;
  }
  if (bytes_ == before) return false;
  if (++number_ == 1 && text_.starts_with(kByteOrderMark)) text_.erase(0, sizeof(kByteOrderMark) - 1);
  if (text_.ends_with('\r')) text_.pop_back();
  return true;
}

}  // namespace gainsay::cli
