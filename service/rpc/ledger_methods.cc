#include "service/rpc/ledger_methods.h"

#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/claim_converter.h"
#include "service/rpc/export_stream.h"
#include "service/rpc/import_stream.h"
#include "service/rpc/noun_handlers.h"
#include "service/rpc/record_handlers.h"
#include "service/rpc/relate_texts.h"
#include "service/rpc/relation_converter.h"
#include "service/rpc/search_handler.h"
#include "service/rpc/silence_converter.h"
#include "service/rpc/withdrawal_converter.h"

namespace gainsay::rpc {
namespace {

using ledger::Ledger;

void ServeEntities(const Ledger& ledger, Methods& methods) {
  methods.Serve<v1::CreateEntityRequest, v1::CreateEntityResponse>(
      "CreateEntity", [&ledger](const Call& call, const auto& request, auto& response) {
        return CreateNoun<model::Entity>(ledger, call, request, request.entity(), response,
                                         *response.mutable_entity());
      });
  methods.Serve<v1::GetEntityRequest, v1::GetEntityResponse>(
      "GetEntity", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetNoun<model::Entity>(ledger, call, request, response, *response.mutable_entity());
      });
  methods.Serve<v1::UpdateEntityRequest, v1::UpdateEntityResponse>(
      "UpdateEntity", [&ledger](const Call& call, const auto& request, auto& response) {
        return UpdateNoun<model::Entity>(ledger, call, request, request.entity(), response,
                                         *response.mutable_entity());
      });
  methods.Serve<v1::ListEntitiesRequest, v1::ListEntitiesResponse>(
      "ListEntities", [&ledger](const Call& call, const auto& request, auto& response) {
        return ListNouns<model::Entity>(ledger, call, request, "", response, *response.mutable_entities());
      });
}

void ServeSources(const Ledger& ledger, Methods& methods) {
  methods.Serve<v1::CreateSourceRequest, v1::CreateSourceResponse>(
      "CreateSource", [&ledger](const Call& call, const auto& request, auto& response) {
        return CreateNoun<model::Source>(ledger, call, request, request.source(), response,
                                         *response.mutable_source());
      });
  methods.Serve<v1::GetSourceRequest, v1::GetSourceResponse>(
      "GetSource", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetNoun<model::Source>(ledger, call, request, response, *response.mutable_source());
      });
  methods.Serve<v1::UpdateSourceRequest, v1::UpdateSourceResponse>(
      "UpdateSource", [&ledger](const Call& call, const auto& request, auto& response) {
        return UpdateNoun<model::Source>(ledger, call, request, request.source(), response,
                                         *response.mutable_source());
      });
  methods.Serve<v1::ListSourcesRequest, v1::ListSourcesResponse>(
      "ListSources", [&ledger](const Call& call, const auto& request, auto& response) {
        return ListNouns<model::Source>(ledger, call, request, "", response, *response.mutable_sources());
      });
}

void ServeTopics(const Ledger& ledger, Methods& methods) {
  methods.Serve<v1::CreateTopicRequest, v1::CreateTopicResponse>(
      "CreateTopic", [&ledger](const Call& call, const auto& request, auto& response) {
        return CreateNoun<model::Topic>(ledger, call, request, request.topic(), response,
                                        *response.mutable_topic());
      });
  methods.Serve<v1::GetTopicRequest, v1::GetTopicResponse>(
      "GetTopic", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetNoun<model::Topic>(ledger, call, request, response, *response.mutable_topic());
      });
  methods.Serve<v1::UpdateTopicRequest, v1::UpdateTopicResponse>(
      "UpdateTopic", [&ledger](const Call& call, const auto& request, auto& response) {
        return UpdateNoun<model::Topic>(ledger, call, request, request.topic(), response,
                                        *response.mutable_topic());
      });
  methods.Serve<v1::ListTopicsRequest, v1::ListTopicsResponse>(
      "ListTopics", [&ledger](const Call& call, const auto& request, auto& response) {
        return ListNouns<model::Topic>(ledger, call, request, "", response, *response.mutable_topics());
      });
}

void ServeQuestions(const Ledger& ledger, Methods& methods) {
  methods.Serve<v1::CreateQuestionRequest, v1::CreateQuestionResponse>(
      "CreateQuestion", [&ledger](const Call& call, const auto& request, auto& response) {
        return CreateNoun<model::Question>(ledger, call, request, request.question(), response,
                                           *response.mutable_question());
      });
  methods.Serve<v1::GetQuestionRequest, v1::GetQuestionResponse>(
      "GetQuestion", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetNoun<model::Question>(ledger, call, request, response, *response.mutable_question());
      });
  methods.Serve<v1::UpdateQuestionRequest, v1::UpdateQuestionResponse>(
      "UpdateQuestion", [&ledger](const Call& call, const auto& request, auto& response) {
        return UpdateNoun<model::Question>(ledger, call, request, request.question(), response,
                                           *response.mutable_question());
      });
  methods.Serve<v1::ListQuestionsRequest, v1::ListQuestionsResponse>(
      "ListQuestions", [&ledger](const Call& call, const auto& request, auto& response) {
        if (!request.parent().empty()) {
          const absl::Status parent = CheckNameField("parent", model::NameKind::kTopic, request.parent());
          if (!parent.ok()) return parent;
        }
        return ListNouns<model::Question>(ledger, call, request, request.parent(), response,
                                          *response.mutable_questions());
      });
}

void ServeRecords(const Ledger& ledger, search::SearchIndex& index, Methods& methods) {
  methods.ServeArriving("RecordClaims", [&index](UnaryCall& call) { ServeRecordClaims(index, call); });
  methods.Serve<v1::RecordSilencesRequest, v1::RecordSilencesResponse>(
      "RecordSilences", [&ledger](const Call& call, const auto& request, auto& response) {
        return RecordBatch<model::Silence>(ledger, call, request, "silences", request.silences(),
                                           SilenceFromProto, response);
      });
  methods.Serve<v1::RecordRelationsRequest, v1::RecordRelationsResponse>(
      "RecordRelations", [&ledger](const Call& call, const auto& request, auto& response) {
        return RecordBatch<model::Relation>(ledger, call, request, "relations", request.relations(),
                                            RelationFromProto, response);
      });
  methods.Serve<v1::WithdrawRequest, v1::WithdrawResponse>(
      "Withdraw", [&ledger](const Call& call, const auto& request, auto& response) {
        return RecordBatch<model::Withdrawal>(ledger, call, request, "withdrawals", request.withdrawals(),
                                              WithdrawalFromProto, response);
      });
  methods.Serve<v1::GetClaimRequest, v1::GetClaimResponse>(
      "GetClaim", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetClaim(ledger, call, request, response);
      });
  methods.Serve<v1::ListClaimsRequest, v1::ListClaimsResponse>(
      "ListClaims", [&ledger](const Call& call, const auto& request, auto& response) {
        return ListClaims(ledger, call, request, response);
      });
}

void ServeSearching(search::SearchIndex& index, Methods& methods) {
  methods.Serve<v1::SearchRequest, v1::SearchResponse>(
      "Search", [&index](const Call& call, const auto& request, auto& response) {
        return ServeSearch(index, call, request, response);
      });
}

void ServeStreams(const Ledger& ledger, Methods& methods) {
  methods.ServeStream<v1::ImportRequest, v1::ImportResponse>(
      "Import", [&ledger](Call& call, ImportStream& stream) { return ServeImport(ledger, call, stream); });
  methods.ServeStream<v1::ExportRequest, v1::ExportResponse>(
      "Export", [&ledger](Call&, ExportStream& stream) { return ServeExport(ledger, stream); });
}

}  // namespace

Methods LedgerMethods(const Ledger& ledger, search::SearchIndex& index, const inference::Models& models) {
  Methods methods(*v1::ExportRequest::descriptor()->file()->FindServiceByName("LedgerService"));
  ServeEntities(ledger, methods);
  ServeSources(ledger, methods);
  ServeTopics(ledger, methods);
  ServeQuestions(ledger, methods);
  ServeRecords(ledger, index, methods);
  ServeSearching(index, methods);
  methods.Serve<v1::RelateTextsRequest, v1::RelateTextsResponse>(
      "RelateTexts", [&ledger, &models](const Call& call, const auto& request, auto& response) {
        return ServeRelateTexts(ledger, models, call, request, response);
      });
  ServeStreams(ledger, methods);
  return methods;
}

}  // namespace gainsay::rpc
