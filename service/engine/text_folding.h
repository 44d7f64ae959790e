#ifndef GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_
#define GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_

#include <string>
#include <string_view>

namespace gainsay::engine {

// Returns `text` as texts are compared: NFKC with case folded (Unicode Standard Annex 15, NFKC_Casefold),
// runs of white space as one space, white space and punctuation at both ends removed. A text of
// punctuation alone keeps it.
std::string FoldText(std::string_view text);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_
