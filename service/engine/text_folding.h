#ifndef GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_
#define GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_

#include <string>
#include <string_view>

namespace gainsay::engine {

// Returns `text` as texts are compared: canonically composed (NFC) with case folded (Unicode Standard, 3.13,
// toCasefold), runs of white space as one space, white space and punctuation at both ends removed. A mark
// next to a digit stays where it may mean something ("-5", ".5", "50%"). A text of punctuation alone keeps
// it.
std::string FoldText(std::string_view text);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TEXT_FOLDING_H_
