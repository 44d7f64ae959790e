#include "service/rpc/history_handler.h"

#include <string>
#include <utility>

#include "service/ledger/history.h"
#include "service/rpc/compare_answer.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/history_converter.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {
namespace {

struct HistoryQuery {
  std::string question;
  ledger::HistoryAxis axis = ledger::HistoryAxis::kSaid;
  ledger::CompareOptions options;
};

absl::StatusOr<HistoryQuery> HistoryQueryFromProto(const v1::GetHistoryRequest& request) {
  auto options = CompareOptionsFromProto(request.read_times(), request.policy(), false);
  if (!options.ok()) return options.status();
  FieldReader fields;
  HistoryQuery query{.options = *std::move(options)};
  query.question = fields.Name("question", model::NameKind::kQuestion, request.question());
  query.axis = fields.Enum("axis", kHistoryAxes, request.axis(), ledger::HistoryAxis::kSaid);
  return fields.Finish(std::move(query));
}

void FillHistory(const v1::GetHistoryRequest& request, const HistoryQuery& query,
                 const ledger::History& history, v1::GetHistoryResponse& response) {
  response.set_question(query.question);
  response.set_title(history.title);
  response.set_axis(ToWire(kHistoryAxes, query.axis));
  for (const engine::Turn& turn : history.turns) *response.add_entries() = HistoryEntryToProto(turn);
  Echo(request, query.options.policy, history.revision, response);
}

}  // namespace

absl::Status GetHistory(const ledger::Ledger& ledger, const Call& call, const v1::GetHistoryRequest& request,
                        v1::GetHistoryResponse& response) {
  const absl::StatusOr<HistoryQuery> query = HistoryQueryFromProto(request);
  if (!query.ok()) return query.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  const auto history = ledger::GetHistory(ledger, *workspace, query->question, query->axis, query->options,
                                          [&] { return CheckAwaited(ledger, call); });
  if (!history.ok()) return ExplainKnownAt(history.status(), query->options);
  FillHistory(request, *query, *history, response);
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
