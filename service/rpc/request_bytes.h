#ifndef GAINSAY_SERVICE_RPC_REQUEST_BYTES_H_
#define GAINSAY_SERVICE_RPC_REQUEST_BYTES_H_

#include <google/protobuf/message.h>

#include <initializer_list>
#include <string>

namespace gainsay::rpc {

// Returns what tells a request from others: its type, and its bytes without some fields (those that it has).
// The same for equal requests, in every build with the same protos.
std::string RequestBytes(const google::protobuf::Message& request,
                         std::initializer_list<const char*> without);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_REQUEST_BYTES_H_
