#ifndef GAINSAY_SERVICE_RPC_COMPARISON_SERVICE_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_SERVICE_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>
#include <grpcpp/support/sync_stream.h>

#include "gainsay/v1/comparison_service.grpc.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call_gate.h"

namespace gainsay::rpc {

// ComparisonService over a ledger and behind a gate; both must outlive it. Thread-safe.
class ComparisonService final : public v1::ComparisonService::Service {
 public:
  ComparisonService(const ledger::Ledger& ledger, CallGate& gate) : ledger_(ledger), gate_(gate) {}

  grpc::Status CompareQuestion(grpc::ServerContext* context, const v1::CompareQuestionRequest* request,
                               v1::CompareQuestionResponse* response) override;
  grpc::Status CompareTopic(grpc::ServerContext* context, const v1::CompareTopicRequest* request,
                            v1::CompareTopicResponse* response) override;
  grpc::Status CheckClaim(grpc::ServerContext* context, const v1::CheckClaimRequest* request,
                          v1::CheckClaimResponse* response) override;
  grpc::Status CheckClaims(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::CheckClaimsResponse, v1::CheckClaimsRequest>* stream) override;
  grpc::Status GetHistory(grpc::ServerContext* context, const v1::GetHistoryRequest* request,
                          v1::GetHistoryResponse* response) override;
  grpc::Status GetPartyRecord(grpc::ServerContext* context, const v1::GetPartyRecordRequest* request,
                              v1::GetPartyRecordResponse* response) override;

 private:
  const ledger::Ledger& ledger_;
  CallGate& gate_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_SERVICE_H_
