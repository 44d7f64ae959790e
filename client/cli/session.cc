#include "client/cli/session.h"

#include <ostream>
#include <string>

#include "client/cpp/records_json.h"

namespace gainsay::cli {

absl::StatusOr<client::Connection> Session::Connect() const {
  return client::Connection::Open(options_.connection);
}

void Session::PrintJson(const google::protobuf::Message& answer) const {
  Print(client::MessageToJson(answer, client::JsonStyle::kIndented) + '\n');
}

void Session::PrintJsonl(const google::protobuf::Message& item) const {
  Print(client::MessageToJson(item, client::JsonStyle::kOneLine) + '\n');
}

void Session::Print(const std::vector<Line>& lines) const {
  Print(Render(lines, MayColour(options_, console_)));
}

void Session::Print(const std::string& text) const { console_.out << text; }

}  // namespace gainsay::cli
