#ifndef GAINSAY_CLIENT_CLI_RECORDING_H_
#define GAINSAY_CLIENT_CLI_RECORDING_H_

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/record_options.h"
#include "client/cli/record_view.h"
#include "client/cli/session.h"
#include "gainsay/v1/ledger_service.pb.h"

namespace gainsay::cli {

// Prints what became of one record that was to be recorded: it, under the name it has now, whether it was on
// file before, and which claims may say the same.
template <class Item, class Response>
void PrintRecorded(const Session& session, Item item, const Response& answer) {
  const v1::RecordResult& result = answer.results(0);
  item.set_name(result.name());
  std::vector<Fact> facts = FactsOf(item);
  if (result.existed()) facts.push_back({"on file", "already: nothing was written"});
  for (const std::string& similar : result.similar()) facts.push_back({"perhaps the same as", similar});
  PrintRecord(session, answer, result, facts);
}

// Records one item by a method that takes a batch, and prints what became of it.
template <class Item, class Stub, class Request, class Response>
absl::StatusOr<ExitCode> RecordOne(const Session& session, const client::Connection& connection,
                                   const RecordOptions& options, Item item, Request request,
                                   Item* (Request::*add)(),
                                   grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                                Response*)) {
  request.set_request_id(options.request_id());
  *(request.*add)() = item;
  const auto answer = connection.Call(connection.ledger(), method, std::move(request));
  if (!answer.ok()) return options.InOptions(answer.status());
  PrintRecorded(session, std::move(item), *answer);
  return ExitCode::kDone;
}

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RECORDING_H_
