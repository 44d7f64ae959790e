#ifndef GAINSAY_CLIENT_CLI_RECORD_VIEW_H_
#define GAINSAY_CLIENT_CLI_RECORD_VIEW_H_

#include <google/protobuf/message.h>

#include <vector>

#include "client/cli/record_table.h"
#include "client/cli/session.h"

namespace gainsay::cli {

// Prints one record. `answer` is the whole answer that it came in, which json prints; `line` is what jsonl
// prints of it; `facts` is what people see.
void PrintRecord(const Session& session, const google::protobuf::Message& answer,
                 const google::protobuf::Message& line, const std::vector<Fact>& facts);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RECORD_VIEW_H_
