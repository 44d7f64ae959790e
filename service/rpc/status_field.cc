#include "service/rpc/status_field.h"

#include <memory>
#include <optional>
#include <utility>

#include "gainsay/v1/claim.pb.h"
#include "gainsay/v1/question.pb.h"
#include "service/ledger/status_reader.h"
#include "service/rpc/comparison_enums.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::Message;
using ledger::StatusReader;
using StatusOrNone = absl::StatusOr<std::optional<engine::Status>>;

// The field, as `status_of` reads it. The reader is opened once it is asked.
template <class StatusOf>
ComputedField StatusField(const ledger::Ledger& ledger, const std::string& workspace,
                          store::Revision revision, StatusOf status_of) {
  const auto reader = std::make_shared<std::unique_ptr<StatusReader>>();
  const auto number_of = [=, &ledger](const Message& record) -> absl::StatusOr<std::optional<int>> {
    if (*reader == nullptr) {
      auto opened = StatusReader::Open(ledger, workspace, revision);
      if (!opened.ok()) return opened.status();
      *reader = *std::move(opened);
    }
    const StatusOrNone status = status_of(**reader, record);
    if (!status.ok()) return status.status();
    if (!*status) return std::nullopt;
    return static_cast<int>(ToWire(**status));
  };
  return {"status", v1::Status_descriptor(), number_of};
}

}  // namespace

ComputedField QuestionStatus(const ledger::Ledger& ledger, const std::string& workspace,
                             store::Revision revision) {
  return StatusField(ledger, workspace, revision,
                     [](StatusReader& reader, const Message& of) -> StatusOrNone {
                       return reader.OfQuestion(static_cast<const v1::Question&>(of).name());
                     });
}

ComputedField ClaimStatus(const ledger::Ledger& ledger, const std::string& workspace,
                          store::Revision revision) {
  return StatusField(ledger, workspace, revision, [](StatusReader& reader, const Message& of) {
    const auto& claim = static_cast<const v1::Claim&>(of);
    return reader.OfClaim(claim.question(), claim.name());
  });
}

}  // namespace gainsay::rpc
