#ifndef GAINSAY_CLIENT_CPP_REQUEST_ID_H_
#define GAINSAY_CLIENT_CPP_REQUEST_ID_H_

#include <string>

namespace gainsay::client {

// Returns a random UUID (RFC 9562, version 4), to tell a request from every other: sent again with it, also
// after a restart of either end, it is done once.
std::string NewRequestId();

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_REQUEST_ID_H_
