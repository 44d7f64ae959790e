#include <memory>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "client/cli/commands.h"
#include "client/cli/display_text.h"
#include "client/cli/record_table.h"
#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

struct RelateArguments {
  std::string question;
  std::string author;
  std::string request_id;
};

Listing ListingOf(const v1::RelateTextsResponse& answer) {
  Listing listing{.headings = {"", "from", "to", "why"}, .rows = {}};
  for (const v1::Relation& relation : answer.relations()) {
    const std::string kind = absl::AsciiStrToLower(client::ShortName(relation.kind()));
    listing.rows.push_back({kind, relation.from(), relation.to(),
                            Displayable("model " + relation.model() + " " + relation.model_version())});
  }
  for (const v1::UndecidedTexts& texts : answer.undecided()) {
    listing.rows.push_back({"undecided", texts.from(), texts.to(), Displayable(texts.reason())});
  }
  return listing;
}

absl::StatusOr<ExitCode> Relate(const Session& session, const RelateArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  v1::RelateTextsRequest request;
  request.set_question(TopicsName(arguments.question));
  request.set_author(EntityName(arguments.author));
  request.set_request_id(arguments.request_id);
  const auto answer = connection->Call(connection->ledger(), &Ledger::RelateTexts, std::move(request));
  if (!answer.ok()) return answer.status();
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(*answer);
      break;
    case Output::kJsonl:
      for (const v1::Relation& relation : answer->relations()) session.PrintJsonl(relation);
      for (const v1::UndecidedTexts& texts : answer->undecided()) session.PrintJsonl(texts);
      break;
    case Output::kTable:
      session.Print(ListingTable(ListingOf(*answer), session.width()));
      break;
    case Output::kMarkdown:
      session.Print(ListingMarkdown(ListingOf(*answer)));
      break;
  }
  return ExitCode::kDone;
}

}  // namespace

void AddRelateCommand(Program& program) {
  const auto arguments = std::make_shared<RelateArguments>();
  CLI::App& command = program.AddCommand(
      "relate", "Ask the server's model how the texts of a question relate, and record what it says",
      "\n  gainsay relate border-clash/questions/attackers-intent --author desk\n\n"
      "For servers started with --inference. Asked about are texts that no relation on file relates; what "
      "the model\n"
      "finds likely enough is recorded as relations with method MODEL, and the rest is said to be undecided, "
      "and why.\n"
      "A model's word confirms nothing by itself.",
      [arguments](const Session& session) { return Relate(session, *arguments); });
  command.add_option("QUESTION", arguments->question, "A question of value type TEXT")
      ->required()
      ->type_name("");
  command.add_option("--author", arguments->author, "Who has the model run: the relations' author")
      ->required()
      ->type_name("ENTITY");
  command.add_option("--request-id", arguments->request_id, "Sent again with it, the request is done once")
      ->type_name("ID");
}

}  // namespace gainsay::cli
