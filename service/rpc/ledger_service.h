#ifndef GAINSAY_SERVICE_RPC_LEDGER_SERVICE_H_
#define GAINSAY_SERVICE_RPC_LEDGER_SERVICE_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>
#include <grpcpp/support/sync_stream.h>

#include "gainsay/v1/ledger_service.grpc.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call_gate.h"

namespace gainsay::rpc {

// LedgerService over a ledger and behind a gate; both must outlive it. Calls are served on gRPC's threads,
// one a call, since the use cases wait for the disk. Thread-safe.
class LedgerService final : public v1::LedgerService::Service {
 public:
  LedgerService(const ledger::Ledger& ledger, CallGate& gate) : ledger_(ledger), gate_(gate) {}

  grpc::Status CreateEntity(grpc::ServerContext* context, const v1::CreateEntityRequest* request,
                            v1::CreateEntityResponse* response) override;
  grpc::Status GetEntity(grpc::ServerContext* context, const v1::GetEntityRequest* request,
                         v1::GetEntityResponse* response) override;
  grpc::Status UpdateEntity(grpc::ServerContext* context, const v1::UpdateEntityRequest* request,
                            v1::UpdateEntityResponse* response) override;
  grpc::Status ListEntities(grpc::ServerContext* context, const v1::ListEntitiesRequest* request,
                            v1::ListEntitiesResponse* response) override;
  grpc::Status CreateSource(grpc::ServerContext* context, const v1::CreateSourceRequest* request,
                            v1::CreateSourceResponse* response) override;
  grpc::Status GetSource(grpc::ServerContext* context, const v1::GetSourceRequest* request,
                         v1::GetSourceResponse* response) override;
  grpc::Status UpdateSource(grpc::ServerContext* context, const v1::UpdateSourceRequest* request,
                            v1::UpdateSourceResponse* response) override;
  grpc::Status ListSources(grpc::ServerContext* context, const v1::ListSourcesRequest* request,
                           v1::ListSourcesResponse* response) override;
  grpc::Status CreateTopic(grpc::ServerContext* context, const v1::CreateTopicRequest* request,
                           v1::CreateTopicResponse* response) override;
  grpc::Status GetTopic(grpc::ServerContext* context, const v1::GetTopicRequest* request,
                        v1::GetTopicResponse* response) override;
  grpc::Status UpdateTopic(grpc::ServerContext* context, const v1::UpdateTopicRequest* request,
                           v1::UpdateTopicResponse* response) override;
  grpc::Status ListTopics(grpc::ServerContext* context, const v1::ListTopicsRequest* request,
                          v1::ListTopicsResponse* response) override;
  grpc::Status CreateQuestion(grpc::ServerContext* context, const v1::CreateQuestionRequest* request,
                              v1::CreateQuestionResponse* response) override;
  grpc::Status GetQuestion(grpc::ServerContext* context, const v1::GetQuestionRequest* request,
                           v1::GetQuestionResponse* response) override;
  grpc::Status UpdateQuestion(grpc::ServerContext* context, const v1::UpdateQuestionRequest* request,
                              v1::UpdateQuestionResponse* response) override;
  grpc::Status ListQuestions(grpc::ServerContext* context, const v1::ListQuestionsRequest* request,
                             v1::ListQuestionsResponse* response) override;
  grpc::Status RecordClaims(grpc::ServerContext* context, const v1::RecordClaimsRequest* request,
                            v1::RecordClaimsResponse* response) override;
  grpc::Status RecordSilences(grpc::ServerContext* context, const v1::RecordSilencesRequest* request,
                              v1::RecordSilencesResponse* response) override;
  grpc::Status RecordRelations(grpc::ServerContext* context, const v1::RecordRelationsRequest* request,
                               v1::RecordRelationsResponse* response) override;
  grpc::Status Withdraw(grpc::ServerContext* context, const v1::WithdrawRequest* request,
                        v1::WithdrawResponse* response) override;
  grpc::Status GetClaim(grpc::ServerContext* context, const v1::GetClaimRequest* request,
                        v1::GetClaimResponse* response) override;
  grpc::Status ListClaims(grpc::ServerContext* context, const v1::ListClaimsRequest* request,
                          v1::ListClaimsResponse* response) override;

  grpc::Status Import(grpc::ServerContext* context,
                      grpc::ServerReaderWriter<v1::ImportResponse, v1::ImportRequest>* stream) override;
  grpc::Status Export(grpc::ServerContext* context, const v1::ExportRequest* request,
                      grpc::ServerWriter<v1::ExportResponse>* writer) override;

 private:
  const ledger::Ledger& ledger_;
  CallGate& gate_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_LEDGER_SERVICE_H_
