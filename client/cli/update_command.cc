#include <memory>
#include <string>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/record_options.h"
#include "client/cli/record_view.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

// Adds `update NOUN`; `mutable_noun` and `noun` are where the request and the answer have it.
template <class Noun, class Request, class Response>
void AddUpdate(Program& program, CLI::App& update, const char* word, const char* example,
               std::span<const RecordField> fields,
               grpc::Status (Ledger::*method)(grpc::ClientContext*, const Request&, Response*),
               Noun* (Request::*mutable_noun)(), const Noun& (Response::*noun)() const) {
  const auto options = std::make_shared<RecordOptions>(Noun::default_instance(), fields);
  const auto etag = std::make_shared<std::string>();
  CLI::App& command = program.AddCommandTo(
      update, word, std::string("Change fields of ") + (*word == 'e' ? "an " : "a ") + word + " on file",
      example, [=](const Session& session) -> absl::StatusOr<ExitCode> {
        Request request;
        request.set_request_id(options->request_id());
        *request.mutable_update_mask() = options->Given();
        Noun& changed = *(request.*mutable_noun)();
        const absl::Status filled = options->Fill(session.console(), changed);
        if (!filled.ok()) return filled;
        if (!options->is_json() && request.update_mask().paths().empty()) {
          return absl::InvalidArgumentError(
              "nothing to change: name a field, such as --title, or use --json");
        }
        if (!etag->empty()) changed.set_etag(*etag);
        const auto connection = session.Connect();
        if (!connection.ok()) return connection.status();
        const auto answer = connection->Call(connection->ledger(), method, std::move(request));
        if (!answer.ok()) return options->InOptions(answer.status());
        const Noun& made = ((*answer).*noun)();
        PrintRecord(session, *answer, made, FactsOf(made));
        return ExitCode::kDone;
      });
  options->AddTo(command);
  options->Add(
      *command
           .add_option("--etag", *etag, "change it only if this is its current etag, as `gainsay get` shows")
           ->type_name("ETAG"),
      "etag");
}

}  // namespace

void AddUpdateCommand(Program& program) {
  CLI::App& update =
      program.AddGroup("update", "Change an entity, source, topic or question",
                       "\nOnly the fields given are changed. An empty value ('') clears a field; an option "
                       "that may be repeated "
                       "replaces\nthe whole list. Two updates of the same field: the later one stands, "
                       "unless --etag says what was "
                       "read. The\nwhole record, with the etag that `get` shows, is changed like this:\n\n"
                       "  gainsay get border-clash --output jsonl >clash.json   # edit it, then\n"
                       "  gainsay update topic --json clash.json");
  AddUpdate(program, update, "entity", "\n  gainsay update entity gknb --alias GKNB --alias ГКНБ",
            kEntityFields, &Ledger::UpdateEntity, &v1::UpdateEntityRequest::mutable_entity,
            &v1::UpdateEntityResponse::entity);
  AddUpdate(program, update, "source", "\n  gainsay update source asiaplus-1 --reliability B", kSourceFields,
            &Ledger::UpdateSource, &v1::UpdateSourceRequest::mutable_source,
            &v1::UpdateSourceResponse::source);
  AddUpdate(program, update, "topic",
            "\n  gainsay update topic border-clash --title 'The clash of 23 December'", kTopicFields,
            &Ledger::UpdateTopic, &v1::UpdateTopicRequest::mutable_topic, &v1::UpdateTopicResponse::topic);
  AddUpdate(program, update, "question",
            "\n  gainsay update question border-clash/questions/killed --tolerance 1", kQuestionFields,
            &Ledger::UpdateQuestion, &v1::UpdateQuestionRequest::mutable_question,
            &v1::UpdateQuestionResponse::question);
}

}  // namespace gainsay::cli
