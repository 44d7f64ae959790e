#include "service/rpc/ledger_service.h"

#include "service/rpc/claim_converter.h"
#include "service/rpc/export_stream.h"
#include "service/rpc/import_stream.h"
#include "service/rpc/noun_handlers.h"
#include "service/rpc/record_handlers.h"
#include "service/rpc/relation_converter.h"
#include "service/rpc/silence_converter.h"
#include "service/rpc/status_converter.h"
#include "service/rpc/withdrawal_converter.h"

namespace gainsay::rpc {

grpc::Status LedgerService::CreateEntity(grpc::ServerContext*, const v1::CreateEntityRequest* request,
                                         v1::CreateEntityResponse* response) {
  return Reply(gate_, [&] {
    return CreateNoun<model::Entity>(ledger_, *request, request->entity(), *response,
                                     *response->mutable_entity());
  });
}

grpc::Status LedgerService::GetEntity(grpc::ServerContext* context, const v1::GetEntityRequest* request,
                                      v1::GetEntityResponse* response) {
  return Reply(gate_, [&] {
    return GetNoun<model::Entity>(ledger_, *context, *request, *response, *response->mutable_entity());
  });
}

grpc::Status LedgerService::UpdateEntity(grpc::ServerContext*, const v1::UpdateEntityRequest* request,
                                         v1::UpdateEntityResponse* response) {
  return Reply(gate_, [&] {
    return UpdateNoun<model::Entity>(ledger_, *request, request->entity(), *response,
                                     *response->mutable_entity());
  });
}

grpc::Status LedgerService::ListEntities(grpc::ServerContext* context, const v1::ListEntitiesRequest* request,
                                         v1::ListEntitiesResponse* response) {
  return Reply(gate_, [&] {
    return ListNouns<model::Entity>(ledger_, *context, *request, "", *response,
                                    *response->mutable_entities());
  });
}

grpc::Status LedgerService::CreateSource(grpc::ServerContext*, const v1::CreateSourceRequest* request,
                                         v1::CreateSourceResponse* response) {
  return Reply(gate_, [&] {
    return CreateNoun<model::Source>(ledger_, *request, request->source(), *response,
                                     *response->mutable_source());
  });
}

grpc::Status LedgerService::GetSource(grpc::ServerContext* context, const v1::GetSourceRequest* request,
                                      v1::GetSourceResponse* response) {
  return Reply(gate_, [&] {
    return GetNoun<model::Source>(ledger_, *context, *request, *response, *response->mutable_source());
  });
}

grpc::Status LedgerService::UpdateSource(grpc::ServerContext*, const v1::UpdateSourceRequest* request,
                                         v1::UpdateSourceResponse* response) {
  return Reply(gate_, [&] {
    return UpdateNoun<model::Source>(ledger_, *request, request->source(), *response,
                                     *response->mutable_source());
  });
}

grpc::Status LedgerService::ListSources(grpc::ServerContext* context, const v1::ListSourcesRequest* request,
                                        v1::ListSourcesResponse* response) {
  return Reply(gate_, [&] {
    return ListNouns<model::Source>(ledger_, *context, *request, "", *response, *response->mutable_sources());
  });
}

grpc::Status LedgerService::CreateTopic(grpc::ServerContext*, const v1::CreateTopicRequest* request,
                                        v1::CreateTopicResponse* response) {
  return Reply(gate_, [&] {
    return CreateNoun<model::Topic>(ledger_, *request, request->topic(), *response,
                                    *response->mutable_topic());
  });
}

grpc::Status LedgerService::GetTopic(grpc::ServerContext* context, const v1::GetTopicRequest* request,
                                     v1::GetTopicResponse* response) {
  return Reply(gate_, [&] {
    return GetNoun<model::Topic>(ledger_, *context, *request, *response, *response->mutable_topic());
  });
}

grpc::Status LedgerService::UpdateTopic(grpc::ServerContext*, const v1::UpdateTopicRequest* request,
                                        v1::UpdateTopicResponse* response) {
  return Reply(gate_, [&] {
    return UpdateNoun<model::Topic>(ledger_, *request, request->topic(), *response,
                                    *response->mutable_topic());
  });
}

grpc::Status LedgerService::ListTopics(grpc::ServerContext* context, const v1::ListTopicsRequest* request,
                                       v1::ListTopicsResponse* response) {
  return Reply(gate_, [&] {
    return ListNouns<model::Topic>(ledger_, *context, *request, "", *response, *response->mutable_topics());
  });
}

grpc::Status LedgerService::CreateQuestion(grpc::ServerContext*, const v1::CreateQuestionRequest* request,
                                           v1::CreateQuestionResponse* response) {
  return Reply(gate_, [&] {
    return CreateNoun<model::Question>(ledger_, *request, request->question(), *response,
                                       *response->mutable_question());
  });
}

grpc::Status LedgerService::GetQuestion(grpc::ServerContext* context, const v1::GetQuestionRequest* request,
                                        v1::GetQuestionResponse* response) {
  return Reply(gate_, [&] {
    return GetNoun<model::Question>(ledger_, *context, *request, *response, *response->mutable_question());
  });
}

grpc::Status LedgerService::UpdateQuestion(grpc::ServerContext*, const v1::UpdateQuestionRequest* request,
                                           v1::UpdateQuestionResponse* response) {
  return Reply(gate_, [&] {
    return UpdateNoun<model::Question>(ledger_, *request, request->question(), *response,
                                       *response->mutable_question());
  });
}

grpc::Status LedgerService::ListQuestions(grpc::ServerContext* context,
                                          const v1::ListQuestionsRequest* request,
                                          v1::ListQuestionsResponse* response) {
  return Reply(gate_, [&] {
    if (!request->parent().empty()) {
      const absl::Status parent = CheckNameField("parent", model::NameKind::kTopic, request->parent());
      if (!parent.ok()) return parent;
    }
    return ListNouns<model::Question>(ledger_, *context, *request, request->parent(), *response,
                                      *response->mutable_questions());
  });
}

grpc::Status LedgerService::RecordClaims(grpc::ServerContext*, const v1::RecordClaimsRequest* request,
                                         v1::RecordClaimsResponse* response) {
  return Reply(gate_, [&] {
    return RecordBatch<model::Claim>(ledger_, *request, "claims", request->claims(), ClaimFromProto,
                                     *response);
  });
}

grpc::Status LedgerService::RecordSilences(grpc::ServerContext*, const v1::RecordSilencesRequest* request,
                                           v1::RecordSilencesResponse* response) {
  return Reply(gate_, [&] {
    return RecordBatch<model::Silence>(ledger_, *request, "silences", request->silences(), SilenceFromProto,
                                       *response);
  });
}

grpc::Status LedgerService::RecordRelations(grpc::ServerContext*, const v1::RecordRelationsRequest* request,
                                            v1::RecordRelationsResponse* response) {
  return Reply(gate_, [&] {
    return RecordBatch<model::Relation>(ledger_, *request, "relations", request->relations(),
                                        RelationFromProto, *response);
  });
}

grpc::Status LedgerService::Withdraw(grpc::ServerContext*, const v1::WithdrawRequest* request,
                                     v1::WithdrawResponse* response) {
  return Reply(gate_, [&] {
    return RecordBatch<model::Withdrawal>(ledger_, *request, "withdrawals", request->withdrawals(),
                                          WithdrawalFromProto, *response);
  });
}

grpc::Status LedgerService::GetClaim(grpc::ServerContext* context, const v1::GetClaimRequest* request,
                                     v1::GetClaimResponse* response) {
  return Reply(gate_, [&] { return rpc::GetClaim(ledger_, *context, *request, *response); });
}

grpc::Status LedgerService::ListClaims(grpc::ServerContext* context, const v1::ListClaimsRequest* request,
                                       v1::ListClaimsResponse* response) {
  return Reply(gate_, [&] { return rpc::ListClaims(ledger_, *context, *request, *response); });
}

grpc::Status LedgerService::Import(grpc::ServerContext* context,
                                   grpc::ServerReaderWriter<v1::ImportResponse, v1::ImportRequest>* stream) {
  return Reply(gate_, [&] { return ServeImport(ledger_, *context, *stream); });
}

grpc::Status LedgerService::Export(grpc::ServerContext*, const v1::ExportRequest* request,
                                   grpc::ServerWriter<v1::ExportResponse>* writer) {
  return Reply(gate_, [&] { return ServeExport(ledger_, *request, *writer); });
}

}  // namespace gainsay::rpc
