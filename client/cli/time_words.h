#ifndef GAINSAY_CLIENT_CLI_TIME_WORDS_H_
#define GAINSAY_CLIENT_CLI_TIME_WORDS_H_

#include <string>

namespace gainsay::cli {

// Returns an EDTF time as people write it: "27 Dec 2025", "27 to 29 Dec 2025", "about 1984", "the 2010s".
// What has no such form is returned as it is.
std::string TimeInWords(const std::string& edtf);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_TIME_WORDS_H_
