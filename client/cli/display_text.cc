#include "client/cli/display_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace gainsay::cli {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

// Calls `take` with each code point; what is not UTF-8 is the replacement character.
template <class Take>
void ForEachCodePoint(std::string_view text, Take take) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, point);
    take(point);
  }
}

int WidthOf(UChar32 point) {
  constexpr uint32_t kZero = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  constexpr UChar32 kSoftHyphen = 0xAD;  // a format character that terminals do show
  if (point != kSoftHyphen && (U_GET_GC_MASK(point) & kZero) != 0) return 0;
  const int syllable = u_getIntPropertyValue(point, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

bool OverridesDirection(UChar32 point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

void Append(UChar32 point, std::string& text) {
  uint8_t bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, point);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
}

}  // namespace

int DisplayWidth(std::string_view text) {
  int width = 0;
  ForEachCodePoint(text, [&](UChar32 point) { width += WidthOf(point); });
  return width;
}

std::string Displayable(std::string_view text) {
  std::string shown;
  ForEachCodePoint(text, [&](UChar32 point) {
    if (OverridesDirection(point)) return;
    const bool space = u_isUWhiteSpace(point) != 0;
    if (space && (shown.empty() || shown.ends_with(' '))) return;
    Append(space ? ' ' : u_iscntrl(point) != 0 ? kReplacement : point, shown);
  });
  if (shown.ends_with(' ')) shown.pop_back();
  return shown;
}

}  // namespace gainsay::cli
