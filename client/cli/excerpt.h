#ifndef GAINSAY_CLIENT_CLI_EXCERPT_H_
#define GAINSAY_CLIENT_CLI_EXCERPT_H_

#include <string>

#include "gainsay/v1/search.pb.h"

namespace gainsay::cli {

// Returns a part of a text as it may be shown on a terminal: "… that two of them died …".
std::string Excerpt(const v1::Snippet& snippet);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_EXCERPT_H_
