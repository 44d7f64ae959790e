#include <memory>
#include <string>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/record_options.h"
#include "client/cli/record_view.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

// Adds `create NOUN`; `mutable_noun` and `noun` are where the request and the answer have it.
template <class Noun, class Request, class Response>
void AddCreate(Program& program, CLI::App& create, const char* word, const char* what, const char* details,
               std::span<const RecordField> fields,
               grpc::Status (Ledger::*method)(grpc::ClientContext*, const Request&, Response*),
               Noun* (Request::*mutable_noun)(), const Noun& (Response::*noun)() const) {
  const auto options = std::make_shared<RecordOptions>(Noun::default_instance(), fields);
  CLI::App& command = program.AddCommandTo(
      create, word, what, details, [=](const Session& session) -> absl::StatusOr<ExitCode> {
        Request request;
        request.set_request_id(options->request_id());
        const absl::Status filled = options->Fill(session.console(), *(request.*mutable_noun)());
        if (!filled.ok()) return filled;
        const auto connection = session.Connect();
        if (!connection.ok()) return connection.status();
        const auto answer = connection->Call(connection->ledger(), method, std::move(request));
        if (!answer.ok()) return options->InOptions(answer.status());
        const Noun& made = ((*answer).*noun)();
        PrintRecord(session, *answer, made, FactsOf(made));
        return ExitCode::kDone;
      });
  options->AddTo(command);
}

}  // namespace

void AddCreateCommand(Program& program) {
  CLI::App& create =
      program.AddGroup("create", "Put an entity, source, topic or question on file",
                       "\nA name that is taken is an error: `gainsay update` changes what is on "
                       "file.");
  AddCreate(program, create, "entity", "Put an entity on file: whoever can speak or be spoken of",
            "\n  gainsay create entity gknb --display-name 'State Committee for National Security' \\\n"
            "    --kind GOVERNMENT --speaks-for tajikistan=1991/..",
            kEntityFields, &Ledger::CreateEntity, &v1::CreateEntityRequest::mutable_entity,
            &v1::CreateEntityResponse::entity);
  AddCreate(program, create, "source", "Put a source on file: one published document",
            "\n  gainsay create source asiaplus-1 --uri https://example.org/a --publisher asiaplus \\\n"
            "    --published 2025-12-27 --cites amu-1=QUOTES",
            kSourceFields, &Ledger::CreateSource, &v1::CreateSourceRequest::mutable_source,
            &v1::CreateSourceResponse::source);
  AddCreate(program, create, "topic", "Put a topic on file: the matter at hand",
            "\n  gainsay create topic border-clash --title 'Border clash' --time 2025-12-23 \\\n"
            "    --participant tajikistan --participant taliban",
            kTopicFields, &Ledger::CreateTopic, &v1::CreateTopicRequest::mutable_topic,
            &v1::CreateTopicResponse::topic);
  AddCreate(program, create, "question", "Put a question of a topic on file",
            "\n  gainsay create question border-clash/questions/killed --type QUANTITY --unit persons \\\n"
            "    --title 'How many people were killed?' --evolution INCREASING --respondent taliban",
            kQuestionFields, &Ledger::CreateQuestion, &v1::CreateQuestionRequest::mutable_question,
            &v1::CreateQuestionResponse::question);
}

}  // namespace gainsay::cli
