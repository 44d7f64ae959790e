#ifndef GAINSAY_SERVICE_RPC_SOURCE_MASK_H_
#define GAINSAY_SERVICE_RPC_SOURCE_MASK_H_

#include <google/protobuf/message.h>
#include <grpcpp/support/byte_buffer.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/rpc/caller.h"

namespace gainsay::rpc {

// Hides a workspace's confidential sources from who may not see them, in whatever they are answered. What is
// left of such a source is that it is one: sources/confidential-N, numbered in each answer as it comes
// there. docs/confidential-sources.md says what goes with it. Does not own the ledger. Thread-safe.
class SourceMask {
 public:
  SourceMask(const ledger::Ledger& ledger, std::string workspace)
      : ledger_(&ledger), workspace_(std::move(workspace)) {}

  // Hides them in an answer, or in a record. Errors are those of reading the store, and leave it half
  // hidden.
  absl::Status Hide(google::protobuf::Message& answer) const;

  // Returns an answer, the bytes of a message of `type`, with them hidden. INTERNAL: it is no such message.
  absl::StatusOr<grpc::ByteBuffer> Hidden(const grpc::ByteBuffer& answer,
                                          const google::protobuf::Descriptor& type) const;

  // Returns an error with them hidden, but for those that the request spells, whose sender must not learn
  // from the answer that there are such.
  absl::Status HiddenError(const absl::Status& error, std::string_view request) const;

  // Whether a source is hidden; not if it is not on file.
  absl::StatusOr<bool> Hides(const std::string& source) const;

  // Returns OK if a source is to be seen, or is not on file. NOT_FOUND "field: ...": as if it were not.
  absl::Status CheckShown(std::string_view field, const std::string& source) const;

 private:
  const ledger::Ledger* ledger_;
  std::string workspace_;
};

// Returns OK if a call's caller may know of a source in a workspace. NOT_FOUND: as SourceMask::CheckShown.
absl::Status CheckShown(const ledger::Ledger& ledger, const Caller& caller, std::string_view workspace,
                        std::string_view field, const std::string& source);

// Returns what hides them from a caller in a workspace; nothing if they may see them.
using MaskSources =
    std::function<std::optional<SourceMask>(const Caller& caller, std::string_view workspace)>;
std::optional<SourceMask> MaskFor(const ledger::Ledger& ledger, const Caller& caller,
                                  std::string_view workspace);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SOURCE_MASK_H_
