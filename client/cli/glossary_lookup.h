#ifndef GAINSAY_CLIENT_CLI_GLOSSARY_LOOKUP_H_
#define GAINSAY_CLIENT_CLI_GLOSSARY_LOOKUP_H_

#include <google/protobuf/message.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/cli/glossary.h"
#include "client/cpp/connection.h"

namespace gainsay::cli {

// Learns from the server how to show each entity that a message names. One that is not on file stays
// unknown. Other errors of the calls are returned.
absl::Status LookUpEntities(const client::Connection& connection, const google::protobuf::Message& message,
                            Glossary& glossary);

// Learns a topic's title and its questions' units. `name` is the topic, or one question of it. Errors
// as LookUpEntities.
absl::Status LookUpTopic(const client::Connection& connection, const std::string& name, Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_GLOSSARY_LOOKUP_H_
