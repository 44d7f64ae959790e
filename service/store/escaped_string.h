#ifndef GAINSAY_SERVICE_STORE_ESCAPED_STRING_H_
#define GAINSAY_SERVICE_STORE_ESCAPED_STRING_H_

#include <optional>
#include <string>
#include <string_view>

namespace gainsay::store {

// Strings within keys: 0x00 is written as 0x00 0xFF, and 0x00 0x01 ends the string. Sequences of such
// strings sort as the strings do, one after the other, and none is the beginning of another.

inline constexpr std::string_view kEscapedEnd("\x00\x01", 2);

// Appends `text` without its end: what every string that starts with `text` starts with.
void AppendEscapedPrefix(std::string& out, std::string_view text);

// Appends `text` and its end.
void AppendEscaped(std::string& out, std::string_view text);

// Takes one string, with its end, off the front of `in`. Nothing if there is no well-formed one.
std::optional<std::string> ConsumeEscaped(std::string_view& in);

// Returns the place after the string, with its end, that is at `begin`; the end of `in` if there is none.
size_t EndOfEscaped(std::string_view in, size_t begin);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ESCAPED_STRING_H_
