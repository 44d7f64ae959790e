#ifndef GAINSAY_CLIENT_CLI_LISTING_H_
#define GAINSAY_CLIENT_CLI_LISTING_H_

#include <string>
#include <vector>

namespace gainsay::cli {

// Returns "a, b and c"; of more than `most` items, the first ones and how many others there are.
std::string InOneList(const std::vector<std::string>& items, size_t most);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_LISTING_H_
