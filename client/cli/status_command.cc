#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/cli/commands.h"
#include "client/cli/record_table.h"

namespace gainsay::cli {
namespace {

std::string Size(int64_t bytes) {
  constexpr const char* kUnits[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  double size = static_cast<double>(bytes);
  size_t unit = 0;
  while (size >= 1024 && unit + 1 < std::size(kUnits)) {
    size /= 1024;
    ++unit;
  }
  return unit == 0 ? absl::StrCat(bytes, " bytes") : absl::StrFormat("%.1f %s", size, kUnits[unit]);
}

std::vector<Fact> FactsOf(const v1::StatsResponse& stats, const client::ConnectionOptions& connection) {
  std::vector<Fact> facts = {
      {"server", absl::StrCat("gainsayd ", stats.version(), " at ", connection.server)},
      {"store",
       stats.location().empty() ? stats.engine() : absl::StrCat(stats.engine(), ", ", stats.location())},
      {"on disk", Size(stats.bytes_on_disk())},
      {"revision", absl::StrCat(stats.revision())},
      {"workspace", connection.workspace.empty() ? "default" : connection.workspace}};
  const std::pair<const char*, int64_t> counts[] = {
      {"entities", stats.entities()},   {"sources", stats.sources()},        {"topics", stats.topics()},
      {"questions", stats.questions()}, {"claims", stats.claims()},          {"silences", stats.silences()},
      {"relations", stats.relations()}, {"withdrawals", stats.withdrawals()}};
  for (const auto& [noun, count] : counts) facts.push_back({noun, absl::StrCat(count)});
  return facts;
}

absl::StatusOr<ExitCode> ShowStatus(const Session& session) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  const auto stats =
      connection->Call(connection->admin(), &v1::AdminService::StubInterface::Stats, v1::StatsRequest());
  if (!stats.ok()) return stats.status();
  const std::vector<Fact> facts = FactsOf(*stats, session.options().connection);
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(*stats);
      break;
    case Output::kJsonl:
      session.PrintJsonl(*stats);
      break;
    case Output::kTable:
      session.Print(FactTable(facts, session.width()));
      break;
    case Output::kMarkdown:
      session.Print(FactMarkdown(facts));
      break;
  }
  return ExitCode::kDone;
}

}  // namespace

void AddStatusCommand(Program& program) {
  program.AddCommand("status", "Say whether the server answers, and what it holds",
                     "\nExit status 4 if no server answers.\n\n  gainsay status --server 127.0.0.1:7420",
                     ShowStatus);
}

}  // namespace gainsay::cli
