#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/commands.h"
#include "client/cli/import_report.h"
#include "client/cli/input.h"
#include "client/cli/line_reader.h"
#include "client/cpp/import_stream.h"

namespace gainsay::cli {
namespace {

struct ImportArguments {
  std::string file;
  client::ImportOptions options;
};

// Sends every line that is a record; stops when the stream breaks.
void SendLines(LineReader& lines, client::ImportStream& stream, ImportReport& report) {
  int64_t records = 0;
  while (lines.Next()) {
    if (IsBlank(lines.text())) continue;
    v1::Record record;
    const absl::Status status = MessageFromLine(lines, record);
    if (!status.ok()) {
      report.RefuseLocally(lines.number(), std::string(status.message()));
    } else if (!stream.Send(lines.number(), std::move(record))) {
      return;
    }
    report.Reading(++records, lines.bytes());
  }
}

// "412 records written, 3 unchanged, 1 refused".
std::string CountsInWords(const v1::ImportResponse& counts, bool dry_run) {
  std::vector<std::string> words = {absl::StrCat(counts.written(),
                                                 counts.written() == 1 ? " record" : " records",
                                                 dry_run ? " to be written" : " written")};
  if (counts.created_missing() > 0)
    words.push_back(absl::StrCat(counts.created_missing(), " made for missing names"));
  if (counts.unchanged() > 0) words.push_back(absl::StrCat(counts.unchanged(), " unchanged"));
  if (counts.refused() > 0) words.push_back(absl::StrCat(counts.refused(), " refused"));
  return absl::StrJoin(words, ", ");
}

// The error of a stream that broke off, with how far it got.
absl::Status BrokenOff(const absl::Status& status, const v1::ImportResponse& counts, bool dry_run) {
  if (dry_run) return status;
  const std::string kept =
      counts.last_line() == 0
          ? "nothing is known to be kept"
          : absl::StrCat("all up to line ", counts.last_line(), " is kept",
                         counts.waiting() > 0
                             ? absl::StrCat(" but ", counts.waiting(), " that waited for what they refer to")
                             : "");
  return {status.code(), absl::StrCat(std::string(status.message()), "; ", kept,
                                      ", and the file can be imported again from its start")};
}

absl::StatusOr<ExitCode> Import(const Session& session, const ImportArguments& arguments) {
  Input input(session.console());
  const absl::Status opened = input.Open(arguments.file);
  if (!opened.ok()) return opened;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();

  ImportReport report(session.console(), input.size());
  client::ImportStream stream(*connection, arguments.options,
                              [&report](const v1::ImportResponse& answer) { report.Take(answer); });
  LineReader lines(input.in(), kMostLineBytes);
  SendLines(lines, stream, report);
  const absl::Status status = stream.Finish();
  const v1::ImportResponse counts = report.Finish();
  if (!status.ok()) return BrokenOff(status, counts, arguments.options.dry_run);

  session.console().err << CountsInWords(counts, arguments.options.dry_run) << '\n';
  if (session.options().output == "json") session.PrintJson(counts);
  if (session.options().output == "jsonl") session.PrintJsonl(counts);
  return counts.refused() > 0 ? ExitCode::kFailed : ExitCode::kDone;
}

}  // namespace

void AddImportCommand(Program& program) {
  const auto arguments = std::make_shared<ImportArguments>();
  CLI::App& command = program.AddCommand(
      "import", "Read records from JSONL and keep the good ones",
      "\nOne record a line, in any order. A bad line is reported as `line N: field: reason` and skipped, "
      "the\n"
      "rest is kept, and the exit status is 1. What is on file already is not written again, so a file may\n"
      "be imported any number of times. With --output json (or jsonl) the final counts go to stdout.\n\n"
      "  gainsay import border-clash.jsonl\n"
      "  zcat records.jsonl.gz | gainsay import - --dry-run",
      [arguments](const Session& session) { return Import(session, *arguments); });
  command.add_option("FILE", arguments->file, "a file of JSONL; - for standard input")
      ->required()
      ->type_name("");
  command.add_flag("--create-missing", arguments->options.create_missing,
                   "make a bare record for a name that is never declared");
  command.add_flag("--dry-run", arguments->options.dry_run, "check everything, write nothing");
}

}  // namespace gainsay::cli
