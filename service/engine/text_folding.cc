#include "service/engine/text_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace gainsay::engine {
namespace {

icu::UnicodeString CollapseWhiteSpace(const icu::UnicodeString& text) {
  icu::UnicodeString collapsed;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_isUWhiteSpace(c)) {
      collapsed.append(c);
    } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != u' ') {
      collapsed.append(u' ');
    }
  }
  return collapsed;
}

// Whether a mark at an end of a text, before or after `inner`, says nothing: white space and punctuation do
// not, except that a sign, a point or a per cent touching a digit makes another number.
bool IsOuter(UChar32 c, UChar32 inner) {
  if (u_isUWhiteSpace(c)) return true;
  if (!u_ispunct(c)) return false;
  const int8_t type = u_charType(c);
  const bool encloses = type == U_START_PUNCTUATION || type == U_END_PUNCTUATION ||
                        type == U_INITIAL_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == U'"' ||
                        c == U'\'';
  return encloses || !u_isdigit(inner);
}

icu::UnicodeString WithoutOuterPunctuation(const icu::UnicodeString& text) {
  int32_t begin = 0;
  int32_t end = text.length();
  const auto after = [&](int32_t i) { return text.moveIndex32(i, 1); };
  const auto before = [&](int32_t i) { return text.moveIndex32(i, -1); };
  while (begin < end && IsOuter(text.char32At(begin), text.char32At(after(begin)))) begin = after(begin);
  while (end > begin) {
    const int32_t last = before(end);
    const UChar32 c = text.char32At(last);
    // A full stop or a comma after a number ends a sentence, not the number.
    const bool stop = c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?';
    if (!stop && !IsOuter(c, last > begin ? text.char32At(before(last)) : U' ')) break;
    end = last;
  }
  return begin == end ? text : icu::UnicodeString(text, begin, end - begin);
}

}  // namespace

std::string FoldText(std::string_view text) {
  const auto given = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString folded = U_SUCCESS(error) ? composing->normalize(given, error) : given;
  folded.foldCase();
  if (U_SUCCESS(error)) folded = composing->normalize(folded, error);
  std::string utf8;
  WithoutOuterPunctuation(CollapseWhiteSpace(U_SUCCESS(error) ? folded : given)).toUTF8String(utf8);
  return utf8;
}

}  // namespace gainsay::engine
