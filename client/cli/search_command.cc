#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/display_text.h"
#include "client/cli/excerpt.h"
#include "client/cli/record_table.h"
#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

struct SearchArguments {
  std::string text;
  std::vector<std::string> kinds;
  std::string topic;
  std::string party;
  std::string said;
  int limit = 20;
};

constexpr std::pair<const char*, v1::SearchKind> kKinds[] = {{"claim", v1::SEARCH_KIND_CLAIM},
                                                             {"question", v1::SEARCH_KIND_QUESTION},
                                                             {"entity", v1::SEARCH_KIND_ENTITY},
                                                             {"source", v1::SEARCH_KIND_SOURCE}};

// The excerpt that was found, or else what the record says.
std::vector<std::string> RowOf(const v1::SearchResult& result) {
  const v1::Record& record = result.record();
  const auto row = [&result](const char* kind, const std::string& says, const std::string& name) {
    return std::vector<std::string>{
        kind, result.has_snippet() ? Excerpt(result.snippet()) : Displayable(says), name};
  };
  switch (record.record_case()) {
    case v1::Record::kClaim:
      return row("claim", record.claim().text(), record.claim().name());
    case v1::Record::kQuestion:
      return row("question", record.question().title(), record.question().name());
    case v1::Record::kEntity:
      return row("entity", record.entity().display_name(), record.entity().name());
    case v1::Record::kSource:
      return row("source", record.source().title(), record.source().name());
    case v1::Record::kTopic:
    case v1::Record::kSilence:
    case v1::Record::kRelation:
    case v1::Record::kWithdrawal:
    case v1::Record::RECORD_NOT_SET:
      break;
  }
  return row("", "", "");
}

v1::SearchRequest RequestOf(const SearchArguments& arguments) {
  v1::SearchRequest request;
  request.set_query(arguments.text);
  for (const std::string& asked : arguments.kinds) {
    for (const auto& [name, kind] : kKinds) {
      if (asked == name) request.add_kinds(kind);
    }
  }
  request.set_topic(TopicsName(arguments.topic));
  request.set_party(EntityName(arguments.party));
  request.set_said_time(arguments.said);
  request.set_page_size(arguments.limit);
  return request;
}

absl::StatusOr<ExitCode> Search(const Session& session, const SearchArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  auto answer = connection->Call(connection->ledger(), &Ledger::Search, RequestOf(arguments));
  if (!answer.ok()) return answer.status();
  answer->clear_next_page_token();  // as many as were asked for
  if (session.output() == Output::kJson) {
    session.PrintJson(*answer);
    return ExitCode::kDone;
  }
  if (session.output() == Output::kJsonl) {
    for (const v1::SearchResult& result : answer->results()) session.PrintJsonl(result);
    return ExitCode::kDone;
  }
  Listing listing{.headings = {"kind", "found", "name"}, .rows = {}};
  for (const v1::SearchResult& result : answer->results()) listing.rows.push_back(RowOf(result));
  if (session.output() == Output::kMarkdown) {
    session.Print(ListingMarkdown(listing));
  } else {
    session.Print(ListingTable(listing, session.width()));
  }
  return ExitCode::kDone;
}

}  // namespace

void AddSearchCommand(Program& program) {
  constexpr int kMostResults = 1'000;
  const auto arguments = std::make_shared<SearchArguments>();
  CLI::App& command =
      program.AddCommand("search", "Find claims, questions, entities and sources by words",
                         "\n  gainsay search 'minister call'\n"
                         "  gainsay search '\"border post\"' --kind claim --topic border-clash\n"
                         "  gainsay search Мутаки --kind entity\n\n"
                         "Those that fit best come first. Words between double quotes must occur, in that "
                         "order. Names are found in\n"
                         "any script: what is found is a candidate, and no two entities are taken for one.",
                         [arguments](const Session& session) { return Search(session, *arguments); });
  command.add_option("TEXT", arguments->text, "Words to look for")->required()->type_name("");
  command.add_option("--kind", arguments->kinds, "claim, question, entity or source; may be repeated")
      ->type_name("KIND")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember({"claim", "question", "entity", "source"}));
  command.add_option("--topic", arguments->topic, "Questions and claims of this topic")->type_name("TOPIC");
  command.add_option("--party", arguments->party, "Claims of this party's side")->type_name("ENTITY");
  command.add_option("--said", arguments->said, "Claims said within this EDTF time")->type_name("TIME");
  command.add_option("--limit", arguments->limit, "The most to show")
      ->type_name("N")
      ->check(CLI::Range(1, kMostResults))
      ->capture_default_str();
}

}  // namespace gainsay::cli
