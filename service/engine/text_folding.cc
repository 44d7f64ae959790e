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

bool IsOuter(UChar32 c) { return u_ispunct(c) || u_isUWhiteSpace(c); }

icu::UnicodeString WithoutOuterPunctuation(const icu::UnicodeString& text) {
  int32_t begin = 0;
  while (begin < text.length() && IsOuter(text.char32At(begin))) begin = text.moveIndex32(begin, 1);
  int32_t end = text.length();
  while (end > begin && IsOuter(text.char32At(text.moveIndex32(end, -1)))) end = text.moveIndex32(end, -1);
  return begin == end ? text : icu::UnicodeString(text, begin, end - begin);
}

}  // namespace

std::string FoldText(std::string_view text) {
  const auto given = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::UnicodeString folded = U_SUCCESS(error) ? folding->normalize(given, error) : given;
  std::string utf8;
  WithoutOuterPunctuation(CollapseWhiteSpace(U_SUCCESS(error) ? folded : given)).toUTF8String(utf8);
  return utf8;
}

}  // namespace gainsay::engine
