#include <memory>
#include <set>
#include <string>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/party_view.h"
#include "client/cli/reading_options.h"
#include "client/cli/resource_names.h"

namespace gainsay::cli {
namespace {

using Comparing = v1::ComparisonService::StubInterface;

struct PartyArguments {
  std::string party;
  std::string topic;
  v1::ReadTimes times;
  v1::Policy policy;
};

v1::GetPartyRecordRequest RequestFor(const PartyArguments& arguments) {
  v1::GetPartyRecordRequest request;
  request.set_party(EntityName(arguments.party));
  request.set_topic(TopicsName(arguments.topic));
  *request.mutable_read_times() = arguments.times;
  *request.mutable_policy() = arguments.policy;
  return request;
}

// Prints the record for people: with names and units.
absl::Status PrintInWords(const Session& session, const client::Connection& connection,
                          const v1::GetPartyRecordResponse& record) {
  Glossary glossary;
  std::set<std::string> topics;
  for (const auto& claim : record.claims())
    topics.insert(claim.claim().substr(0, claim.claim().find("/questions/")));
  absl::Status status = LookUpEntities(connection, record, glossary);
  for (const std::string& topic : topics) {
    if (status.ok()) status = LookUpTopic(connection, topic, glossary);
  }
  if (!status.ok()) return status;
  if (session.output() == Output::kMarkdown) {
    session.Print(PartyMarkdown(record, glossary));
  } else {
    session.Print(PartyTable(record, glossary, session.width()));
  }
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> ShowParty(const Session& session, const PartyArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  const auto record =
      connection->CallAllPages(connection->comparison(), &Comparing::GetPartyRecord, RequestFor(arguments),
                               &v1::GetPartyRecordResponse::mutable_claims);
  if (!record.ok()) return record.status();
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(*record);
      break;
    case Output::kJsonl:
      for (const auto& claim : record->claims()) session.PrintJsonl(claim);
      break;
    case Output::kTable:
    case Output::kMarkdown:
      const absl::Status status = PrintInWords(session, *connection, *record);
      if (!status.ok()) return status;
      break;
  }
  return ExitCode::kDone;
}

}  // namespace

void AddPartyCommand(Program& program) {
  const auto arguments = std::make_shared<PartyArguments>();
  CLI::App& command =
      program.AddCommand("party", "Show how a party's claims have fared, its own and its side's",
                         "\nHow they fared says who else spoke, not who was right.\n\n"
                         "  gainsay party tajikistan\n"
                         "  gainsay party gknb --topic border-clash --output markdown\n"
                         "  gainsay party taliban --said-until 2025-12-28 --min-sides 3",
                         [arguments](const Session& session) { return ShowParty(session, *arguments); });
  command.add_option("ENTITY", arguments->party, "the party; entities/ may be left out")
      ->required()
      ->type_name("");
  command.add_option("--topic", arguments->topic, "only what it said on this topic")->type_name("TOPIC");
  AddReadTimeOptions(command, arguments->times);
  AddPolicyOptions(command, arguments->policy);
}

}  // namespace gainsay::cli
