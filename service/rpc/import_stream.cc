#include "service/rpc/import_stream.h"

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/ledger/import.h"
#include "service/rpc/field_path.h"
#include "service/rpc/reading.h"
#include "service/rpc/record_converter.h"

namespace gainsay::rpc {
namespace {

// A client that has sent nothing for about this long is waiting for an answer.
constexpr absl::Duration kPause = absl::Milliseconds(200);

// The most errors in one answer, and the most that wait for one: clients take messages of 4 MiB by default.
constexpr size_t kMaxErrors = 1'000;

v1::ImportError ErrorToProto(const ledger::ImportError& error) {
  v1::ImportError proto;
  proto.set_line(error.line);
  FieldFault fault = FaultOf(error.status);
  proto.set_field(std::move(fault.field));
  proto.set_reason(std::move(fault.reason));
  proto.set_code(static_cast<int32_t>(error.status.code()));
  return proto;
}

// Returns the answers that tell of `progress`: one, or as many as its errors fill.
std::vector<v1::ImportResponse> ProgressToProto(const ledger::ImportProgress& progress) {
  v1::ImportResponse counts;
  counts.set_last_line(progress.last_line);
  counts.set_written(progress.written);
  counts.set_unchanged(progress.unchanged);
  counts.set_refused(progress.refused);
  counts.set_created_missing(progress.created_missing);
  counts.set_waiting(progress.waiting);
  counts.set_revision(progress.revision);
  std::vector<v1::ImportResponse> answers = {counts};
  for (const ledger::ImportError& error : progress.errors) {
    if (answers.back().errors_size() == static_cast<int>(kMaxErrors)) answers.push_back(counts);
    *answers.back().add_errors() = ErrorToProto(error);
  }
  return answers;
}

absl::StatusOr<ledger::ImportOptions> OptionsFromProto(const v1::ImportOptions& proto) {
  absl::StatusOr<std::string> workspace = WorkspaceFromProto(proto.workspace());
  if (!workspace.ok()) return UnderField("options", workspace.status());
  return ledger::ImportOptions{*std::move(workspace), proto.dry_run(), proto.create_missing()};
}

// One import, answered as it goes. The handler's thread takes records; a thread of its own makes durable
// what came before a pause.
class ImportSession {
 public:
  ImportSession(const ledger::Ledger& ledger, ledger::ImportOptions options, Call& call, ImportStream& stream)
      : import_(ledger, std::move(options)),
        call_(call),
        stream_(stream),
        pauses_([this] { WatchForPauses(); }) {}

  ~ImportSession() {
    {
      const absl::MutexLock lock(&mutex_);
      ended_ = true;
    }
    pauses_.join();
  }

  // Takes one record. Errors end the import.
  absl::Status Take(const v1::ImportRequest& request) {
    const absl::MutexLock lock(&mutex_);
    if (!failure_.ok()) return failure_;
    const int64_t line = request.line() == 0 ? last_line_ + 1 : request.line();
    if (line <= last_line_) {
      return FieldError("line", absl::StrCat(line, " does not come after ", last_line_));
    }
    last_line_ = line;
    undecided_ = true;
    ++taken_;
    absl::StatusOr<model::Record> record = RecordFromProto(request.record());
    if (!record.ok()) return Refuse(line, record.status());
    const absl::StatusOr<std::optional<ledger::ImportProgress>> progress =
        import_.Add(line, *std::move(record));
    if (!progress.ok()) return progress.status();
    return *progress ? Answer(**progress) : absl::OkStatus();
  }

  // Decides on all that came, once the client has sent everything.
  absl::Status Finish() {
    const absl::MutexLock lock(&mutex_);
    if (!failure_.ok()) return failure_;
    const absl::StatusOr<ledger::ImportProgress> flushed = import_.Flush();
    if (!flushed.ok()) return flushed.status();
    // A stream that broke off ends like one that is complete, but nothing can be sent on it.
    const absl::Status answered = Answer(*flushed);
    if (!answered.ok()) return answered;
    if (!stream_.AwaitSent() || call_.cancelled()) return absl::CancelledError("the stream broke off");
    const absl::StatusOr<ledger::ImportProgress> progress = import_.Finish();
    return progress.ok() ? Answer(*progress) : progress.status();
  }

 private:
  absl::Status Refuse(int64_t line, const absl::Status& reason) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    import_.Refuse(line, reason);
    if (++refused_ < kMaxErrors) return absl::OkStatus();
    const absl::StatusOr<ledger::ImportProgress> progress = import_.Flush();
    return progress.ok() ? Answer(*progress) : progress.status();
  }

  absl::Status Answer(const ledger::ImportProgress& progress) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    undecided_ = false;
    refused_ = 0;
    for (const v1::ImportResponse& answer : ProgressToProto(progress)) {
      if (!stream_.Write(answer)) return absl::CancelledError("the client is gone");
    }
    return absl::OkStatus();
  }

  void WatchForPauses() {
    const absl::MutexLock lock(&mutex_);
    int64_t seen = taken_;
    while (!mutex_.AwaitWithTimeout(absl::Condition(&ended_), kPause)) {
      const bool paused = seen == taken_;
      seen = taken_;
      if (!paused || !undecided_ || !failure_.ok()) continue;
      const absl::StatusOr<ledger::ImportProgress> progress = import_.Flush();
      failure_ = progress.ok() ? Answer(*progress) : progress.status();
      // The handler is waiting for the client, and the client for an answer that will not come.
      if (!failure_.ok()) call_.Cancel();
    }
  }

  absl::Mutex mutex_;
  ledger::Import import_ ABSL_GUARDED_BY(mutex_);
  Call& call_;
  ImportStream& stream_;
  int64_t last_line_ ABSL_GUARDED_BY(mutex_) = 0;
  int64_t taken_ ABSL_GUARDED_BY(mutex_) = 0;
  size_t refused_ ABSL_GUARDED_BY(mutex_) = 0;      // by a converter, since the last answer
  bool undecided_ ABSL_GUARDED_BY(mutex_) = false;  // something came since the last answer
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;
  absl::Status failure_ ABSL_GUARDED_BY(mutex_);
  std::thread pauses_;  // last: it uses all of the above
};

}  // namespace

absl::Status ServeImport(const ledger::Ledger& ledger, Call& call, ImportStream& stream) {
  v1::ImportRequest request;
  bool more = stream.Read(request);
  absl::StatusOr<ledger::ImportOptions> options = OptionsFromProto(request.options());
  if (!options.ok()) return options.status();
  ImportSession session(ledger, *std::move(options), call, stream);
  if (more && !request.has_record()) more = stream.Read(request);
  for (; more; more = stream.Read(request)) {
    const absl::Status taken = session.Take(request);
    if (!taken.ok()) return taken;
  }
  if (call.cancelled()) return absl::CancelledError("the stream broke off");
  return session.Finish();
}

}  // namespace gainsay::rpc
