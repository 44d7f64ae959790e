#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/display_text.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/record_table.h"
#include "client/cli/resource_names.h"
#include "client/cli/time_words.h"
#include "client/cli/value_words.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

struct ListArguments {
  std::string noun;
  std::string topic;
  std::string party;
  std::string source;
  std::string said;
  std::string filter;
};

std::string Kind(v1::EntityKind kind) {
  return kind == v1::ENTITY_KIND_UNSPECIFIED ? "" : absl::AsciiStrToLower(client::ShortName(kind));
}

std::string Time(const std::string& edtf) { return TimeInWords(Displayable(edtf)); }

std::vector<std::string> RowOf(const v1::Entity& entity, const Glossary&) {
  return {entity.name(), Kind(entity.kind()), Displayable(entity.display_name())};
}

std::vector<std::string> RowOf(const v1::Source& source, const Glossary& glossary) {
  return {source.name(), Time(source.publish_time()), glossary.NameOf(source.publisher()),
          Displayable(source.title())};
}

std::vector<std::string> RowOf(const v1::Topic& topic, const Glossary&) {
  return {topic.name(), Time(topic.time()), Displayable(topic.title())};
}

std::vector<std::string> RowOf(const v1::Question& question, const Glossary&) {
  return {question.name(), absl::AsciiStrToLower(client::ShortName(question.value_type())),
          Displayable(question.title())};
}

std::vector<std::string> RowOf(const v1::Claim& claim, const Glossary& glossary) {
  const bool has_value = claim.value().kind_case() != v1::Value::KIND_NOT_SET;
  return {Time(claim.said_time()), glossary.NameOf(claim.party()),
          has_value ? ValueInWords(claim.value(), claim.polarity(), claim.question(), glossary)
                    : absl::StrCat("“", Displayable(claim.text()), "”"),
          claim.name()};
}

// Prints every page of a listing; `items` gives its nouns.
template <class Response, class Items>
absl::StatusOr<ExitCode> Show(const Session& session, const client::Connection& connection,
                              const absl::StatusOr<Response>& answer, const Items& (Response::*items)() const,
                              std::vector<std::string> headings) {
  if (!answer.ok()) return answer.status();
  if (session.output() == Output::kJson) {
    session.PrintJson(*answer);
    return ExitCode::kDone;
  }
  if (session.output() == Output::kJsonl) {
    for (const auto& item : ((*answer).*items)()) session.PrintJsonl(item);
    return ExitCode::kDone;
  }
  Glossary glossary;
  const absl::Status status = LookUpEntities(connection, *answer, glossary);
  if (!status.ok()) return status;
  Listing listing{.headings = std::move(headings), .rows = {}};
  for (const auto& item : ((*answer).*items)()) listing.rows.push_back(RowOf(item, glossary));
  if (session.output() == Output::kMarkdown) {
    session.Print(ListingMarkdown(listing));
  } else {
    session.Print(ListingTable(listing, session.width()));
  }
  return ExitCode::kDone;
}

absl::StatusOr<ExitCode> ListEntities(const Session& session, const client::Connection& connection,
                                      const ListArguments& arguments) {
  v1::ListEntitiesRequest request;
  request.set_filter(arguments.filter);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListEntities, std::move(request),
                                              &v1::ListEntitiesResponse::mutable_entities);
  return Show(session, connection, answer, &v1::ListEntitiesResponse::entities,
              {"name", "kind", "display name"});
}

absl::StatusOr<ExitCode> ListSources(const Session& session, const client::Connection& connection,
                                     const ListArguments& arguments) {
  v1::ListSourcesRequest request;
  request.set_filter(arguments.filter);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListSources, std::move(request),
                                              &v1::ListSourcesResponse::mutable_sources);
  return Show(session, connection, answer, &v1::ListSourcesResponse::sources,
              {"name", "published", "publisher", "title"});
}

absl::StatusOr<ExitCode> ListTopics(const Session& session, const client::Connection& connection,
                                    const ListArguments& arguments) {
  v1::ListTopicsRequest request;
  request.set_filter(arguments.filter);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListTopics, std::move(request),
                                              &v1::ListTopicsResponse::mutable_topics);
  return Show(session, connection, answer, &v1::ListTopicsResponse::topics, {"name", "time", "title"});
}

absl::StatusOr<ExitCode> ListQuestions(const Session& session, const client::Connection& connection,
                                       const ListArguments& arguments) {
  v1::ListQuestionsRequest request;
  request.set_parent(TopicsName(arguments.topic));
  request.set_filter(arguments.filter);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListQuestions, std::move(request),
                                              &v1::ListQuestionsResponse::mutable_questions);
  return Show(session, connection, answer, &v1::ListQuestionsResponse::questions, {"name", "type", "title"});
}

absl::StatusOr<ExitCode> ListClaims(const Session& session, const client::Connection& connection,
                                    const ListArguments& arguments) {
  v1::ListClaimsRequest request;
  request.set_parent(TopicsName(arguments.topic));
  request.set_party(EntityName(arguments.party));
  request.set_source(SourceName(arguments.source));
  request.set_said_time(arguments.said);
  request.set_filter(arguments.filter);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListClaims, std::move(request),
                                              &v1::ListClaimsResponse::mutable_claims);
  return Show(session, connection, answer, &v1::ListClaimsResponse::claims,
              {"said", "party", "value", "name"});
}

using Lister = absl::StatusOr<ExitCode> (*)(const Session&, const client::Connection&, const ListArguments&);

constexpr std::pair<const char*, Lister> kListers[] = {
    {"entities", ListEntities},   {"sources", ListSources}, {"topics", ListTopics},
    {"questions", ListQuestions}, {"claims", ListClaims},
};

absl::StatusOr<ExitCode> List(const Session& session, const ListArguments& arguments, Lister lister) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  return lister(session, *connection, arguments);
}

// Throws CLI::ValidationError for a condition that the listing does not know.
void Refuse(const std::string& noun, const std::string& option, const std::string& value) {
  if (!value.empty()) throw CLI::ValidationError(option, "does not apply to " + noun);
}

}  // namespace

void AddListCommand(Program& program) {
  const auto arguments = std::make_shared<ListArguments>();
  const auto lister = std::make_shared<Lister>(nullptr);
  CLI::App& command = program.AddCommand(
      "list", "List entities, sources, topics, questions or claims",
      "\n  gainsay list topics\n"
      "  gainsay list claims --topic border-clash --party tajikistan\n"
      "  gainsay list sources --filter 'publishTime >= \"2025-12\" AND language = en'\n"
      "  gainsay list entities --output jsonl",
      [arguments, lister](const Session& session) { return List(session, *arguments, *lister); });
  command.add_option("NOUN", arguments->noun, "entities, sources, topics, questions or claims")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"entities", "sources", "topics", "questions", "claims"}));
  command.add_option("--topic", arguments->topic, "questions, claims: of this topic (claims: or question)")
      ->type_name("TOPIC");
  command.add_option("--party", arguments->party, "claims: of this party's side")->type_name("ENTITY");
  command.add_option("--source", arguments->source, "claims: seen in this source")->type_name("SOURCE");
  command.add_option("--said", arguments->said, "claims: said within this EDTF time")->type_name("TIME");
  command
      .add_option("--filter", arguments->filter, "of which this holds (google.aip.dev/160): kind = OUTLET")
      ->type_name("TEXT");
  command.parse_complete_callback([arguments, lister] {
    const std::string& noun = arguments->noun;
    if (noun != "questions" && noun != "claims") Refuse(noun, "--topic", arguments->topic);
    if (noun != "claims") {
      Refuse(noun, "--party", arguments->party);
      Refuse(noun, "--source", arguments->source);
      Refuse(noun, "--said", arguments->said);
    }
    for (const auto& [name, found] : kListers) {
      if (noun == name) *lister = found;
    }
  });
}

}  // namespace gainsay::cli
