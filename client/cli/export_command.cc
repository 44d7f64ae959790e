#include <memory>
#include <ostream>
#include <string>

#include "client/cli/commands.h"
#include "client/cli/new_file.h"
#include "client/cli/resource_names.h"
#include "client/cpp/records_json.h"

namespace gainsay::cli {
namespace {

struct ExportArguments {
  std::string topic;
  std::string file;
};

// Writes every record as a line, until the stream or the output fails.
absl::Status WriteRecords(const client::Connection& connection, const std::string& topic, std::ostream& out) {
  v1::ExportRequest request;
  request.set_workspace(connection.workspace());
  request.set_topic(topic);
  const auto context = connection.StreamContext();
  const auto stream = connection.ledger().Export(context.get(), request);
  v1::ExportResponse answer;
  while (out.good() && stream->Read(&answer)) {
    for (const auto& record : answer.records()) {
      out << client::MessageToJson(record, client::JsonStyle::kOneLine) << '\n';
    }
  }
  if (!out.good()) {
    context->TryCancel();
    stream->Finish();
    return absl::DataLossError("cannot write what is exported");
  }
  return client::StatusOf(stream->Finish());
}

absl::StatusOr<ExitCode> Export(const Session& session, const ExportArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  const std::string topic = TopicsName(arguments.topic);
  absl::Status status;
  if (arguments.file.empty() || arguments.file == "-") {
    status = WriteRecords(*connection, topic, session.console().out);
  } else {
    auto file = NewFile::Create(arguments.file);
    if (!file.ok()) return file.status();
    status = WriteRecords(*connection, topic, file->out());
    if (status.ok()) status = file->Keep();
  }
  if (!status.ok()) return status;
  return ExitCode::kDone;
}

}  // namespace

void AddExportCommand(Program& program) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App& command = program.AddCommand(
      "export", "Write the records of a workspace, or of one topic, as JSONL",
      "\nWrites JSONL whatever --output says: the current revision of each record, sorted by kind, then "
      "name.\n"
      "Imported into an empty workspace and exported again, it is the same byte for byte.\n\n"
      "  gainsay export -o everything.jsonl\n"
      "  gainsay export --topic border-clash | gainsay --workspace copy import -",
      [arguments](const Session& session) { return Export(session, *arguments); });
  command.add_option("--topic", arguments->topic, "only this topic, with all that it needs")
      ->type_name("TOPIC");
  command.add_option("-o", arguments->file, "write this file, once all is there (default: stdout)")
      ->type_name("FILE");
}

}  // namespace gainsay::cli
