#include "service/rpc/export_stream.h"

#include <string>
#include <utility>
#include <variant>

#include "service/ledger/export.h"
#include "service/rpc/field_path.h"
#include "service/rpc/reading.h"
#include "service/rpc/record_converter.h"

namespace gainsay::rpc {
namespace {

// An answer is sent once it is as large as either; clients take messages of 4 MiB by default.
constexpr size_t kAnswerBytes = 256 * 1'024;
constexpr int kAnswerRecords = 500;

absl::StatusOr<ledger::ExportOptions> OptionsFromProto(const ledger::Ledger& ledger,
                                                       const v1::ExportRequest& request) {
  if (!request.topic().empty()) {
    const absl::Status topic = CheckNameField("topic", model::NameKind::kTopic, request.topic());
    if (!topic.ok()) return topic;
  }
  if (request.revision() < 0) return FieldError("revision", "is negative");
  ledger::ExportOptions options{request.topic(), request.after(), request.revision()};
  if (options.revision == 0) {
    // Every answer names the revision, so it must be known before the first.
    const auto snapshot = ledger.store.GetSnapshot();
    if (!snapshot.ok()) return snapshot.status();
    options.revision = (*snapshot)->revision();
  }
  return options;
}

// Gathers records into answers.
class AnswerWriter {
 public:
  AnswerWriter(store::Revision revision, ExportStream& stream) : stream_(stream), revision_(revision) {}

  // Whether the client is still there.
  bool Add(const model::Record& record) {
    *answer_.add_records() = RecordToProto(record);
    bytes_ += answer_.records(answer_.records_size() - 1).ByteSizeLong();
    answer_.set_next_after(std::visit([](const auto& noun) { return noun.name; }, record));
    if (bytes_ < kAnswerBytes && answer_.records_size() < kAnswerRecords) return true;
    return Send();
  }

  // Sends what is left. Whether the client is still there.
  bool Finish() { return sent_ && answer_.records().empty() ? !gone_ : Send(); }

  bool gone() const { return gone_; }

 private:
  bool Send() {
    answer_.set_revision(revision_);
    gone_ = gone_ || !stream_.Write(answer_);
    sent_ = true;
    bytes_ = 0;
    answer_.Clear();
    return !gone_;
  }

  ExportStream& stream_;
  const store::Revision revision_;
  v1::ExportResponse answer_;
  size_t bytes_ = 0;
  bool sent_ = false;
  bool gone_ = false;
};

}  // namespace

absl::Status ServeExport(const ledger::Ledger& ledger, ExportStream& stream) {
  v1::ExportRequest request;
  if (!stream.Read(request)) return absl::CancelledError("the client is gone");
  const absl::StatusOr<std::string> workspace = WorkspaceFromProto(request.workspace());
  if (!workspace.ok()) return workspace.status();
  const absl::StatusOr<ledger::ExportOptions> options = OptionsFromProto(ledger, request);
  if (!options.ok()) return options.status();
  AnswerWriter answers(options->revision, stream);
  const auto exported = ledger::Export(ledger, *workspace, *options,
                                       [&](const model::Record& record) { return answers.Add(record); });
  if (!exported.ok()) return exported.status();
  if (answers.gone() || !answers.Finish()) return absl::CancelledError("the client is gone");
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
