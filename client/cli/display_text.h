#ifndef GAINSAY_CLIENT_CLI_DISPLAY_TEXT_H_
#define GAINSAY_CLIENT_CLI_DISPLAY_TEXT_H_

#include <string>
#include <string_view>

namespace gainsay::cli {

// Returns how many columns of a terminal the UTF-8 text takes: two for wide East Asian characters, none
// for combining marks.
int DisplayWidth(std::string_view text);

// Returns text from a record as it may be shown on a terminal: in one line, valid UTF-8, without
// control characters (which could move the cursor) or direction overrides (which could reorder words).
std::string Displayable(std::string_view text);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_DISPLAY_TEXT_H_
