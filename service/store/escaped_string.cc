#include "service/store/escaped_string.h"

namespace gainsay::store {

void AppendEscapedPrefix(std::string& out, std::string_view text) {
  while (true) {
    const size_t zero = text.find('\0');
    if (zero == std::string_view::npos) break;
    out.append(text.substr(0, zero + 1));
    out.push_back('\xFF');
    text.remove_prefix(zero + 1);
  }
  out.append(text);
}

void AppendEscaped(std::string& out, std::string_view text) {
  AppendEscapedPrefix(out, text);
  out.append(kEscapedEnd);
}

std::optional<std::string> ConsumeEscaped(std::string_view& in) {
  std::string text;
  while (true) {
    const size_t zero = in.find('\0');
    if (zero == std::string_view::npos || zero + 1 == in.size()) return std::nullopt;
    text.append(in.substr(0, zero));
    const char after = in[zero + 1];
    in.remove_prefix(zero + 2);
    if (after == kEscapedEnd.back()) return text;
    if (after != '\xFF') return std::nullopt;
    text.push_back('\0');
  }
}

size_t EndOfEscaped(std::string_view in, size_t begin) {
  // 0x00 is never followed by 0x01 but at an end.
  const size_t end = in.find(kEscapedEnd, begin);
  return end == std::string_view::npos ? in.size() : end + kEscapedEnd.size();
}

}  // namespace gainsay::store
