#ifndef GAINSAY_SERVICE_RPC_ADMIN_SERVICE_H_
#define GAINSAY_SERVICE_RPC_ADMIN_SERVICE_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <string>
#include <utility>

#include "gainsay/v1/admin_service.grpc.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call_gate.h"

namespace gainsay::rpc {

// AdminService over a ledger and behind a gate; both must outlive it; `version` is the program's.
// Thread-safe.
class AdminService final : public v1::AdminService::Service {
 public:
  AdminService(const ledger::Ledger& ledger, CallGate& gate, std::string version)
      : ledger_(ledger), gate_(gate), version_(std::move(version)) {}

  grpc::Status Stats(grpc::ServerContext* context, const v1::StatsRequest* request,
                     v1::StatsResponse* response) override;

 private:
  const ledger::Ledger& ledger_;
  CallGate& gate_;
  const std::string version_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_ADMIN_SERVICE_H_
