#include "service/store/escaped_string.h"

namespace gainsay::store {

void AppendEscapedPrefix(std::string& out, std::string_view text) {
  for (const char byte : text) {
    out.push_back(byte);
    if (byte == '\0') out.push_back('\xFF');
  }
}

void AppendEscaped(std::string& out, std::string_view text) {
  AppendEscapedPrefix(out, text);
  out.append(kEscapedEnd);
}

std::optional<std::string> ConsumeEscaped(std::string_view& in) {
  std::string text;
  for (size_t i = 0; i < in.size(); ++i) {
    if (in[i] != '\0') {
      text.push_back(in[i]);
      continue;
    }
    if (++i == in.size()) return std::nullopt;
    if (in[i] == kEscapedEnd.back()) {
      in.remove_prefix(i + 1);
      return text;
    }
    if (in[i] != '\xFF') return std::nullopt;
    text.push_back('\0');
  }
  return std::nullopt;
}

size_t EndOfEscaped(std::string_view in, size_t begin) {
  // 0x00 is never followed by 0x01 but at an end.
  const size_t end = in.find(kEscapedEnd, begin);
  return end == std::string_view::npos ? in.size() : end + kEscapedEnd.size();
}

}  // namespace gainsay::store
