#include "client/cli/record_view.h"

namespace gainsay::cli {

void PrintRecord(const Session& session, const google::protobuf::Message& answer,
                 const google::protobuf::Message& line, const std::vector<Fact>& facts) {
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(answer);
      break;
    case Output::kJsonl:
      session.PrintJsonl(line);
      break;
    case Output::kTable:
      session.Print(FactTable(facts, session.width()));
      break;
    case Output::kMarkdown:
      session.Print(FactMarkdown(facts));
      break;
  }
}

}  // namespace gainsay::cli
