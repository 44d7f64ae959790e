#ifndef GAINSAY_CLIENT_CPP_SPELLING_H_
#define GAINSAY_CLIENT_CPP_SPELLING_H_

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::client {

// Returns the one of `known` that `word` was probably meant to be: at most two letters amiss, and fewer
// than half of them. Empty if there is none.
std::string LikelyMeant(std::string_view word, const std::vector<std::string>& known);

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_SPELLING_H_
