#include "service/rpc/import_stream.h"

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/ledger/background.h"
#include "service/ledger/import.h"
#include "service/rpc/field_path.h"
#include "service/rpc/reading.h"
#include "service/rpc/record_converter.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/speaking_for.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {
namespace {

// Records that have come are decided on so many at a time, or after this long: their client may be waiting.
constexpr size_t kTakenTogether = 250;
constexpr absl::Duration kPause = absl::Milliseconds(200);

constexpr absl::Duration kLongestRest = absl::Milliseconds(50);

// What may wait to be decided on while what came before is being written.
constexpr size_t kMostWaiting = 2'000;
constexpr size_t kMostWaitingBytes = size_t{8} << 20;

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

absl::StatusOr<ledger::ImportOptions> OptionsFromProto(const Call& call, const v1::ImportOptions& proto) {
  if (call.caller().parties && proto.create_missing()) {
    return absl::PermissionDeniedError(
        "options.createMissing: is not for who may write for some parties only");
  }
  absl::StatusOr<std::string> workspace = WorkspaceFromProto(proto.workspace());
  if (!workspace.ok()) return UnderField("options", workspace.status());
  return ledger::ImportOptions{*std::move(workspace), proto.dry_run(), proto.create_missing()};
}

// Whether a record changes nothing that is hidden. ALREADY_EXISTS "name: ...": it would write a hidden source
// anew. NOT_FOUND "source: ...": it withdraws one.
absl::Status CheckMayChange(const SourceMask& mask, const model::Record& record) {
  if (const auto* withdrawal = std::get_if<model::Withdrawal>(&record)) {
    return mask.CheckShown("source", withdrawal->target);
  }
  const auto* source = std::get_if<model::Source>(&record);
  if (source == nullptr) return absl::OkStatus();
  const absl::StatusOr<bool> hidden = mask.Hides(source->name);
  if (!hidden.ok()) return hidden.status();
  return *hidden ? absl::AlreadyExistsError("name: " + source->name + " already exists") : absl::OkStatus();
}

// One import, answered as it goes. One thread makes records of what comes; another decides on them, writes
// and answers.
class ImportSession {
 public:
  ImportSession(const ledger::Ledger& ledger, ledger::ImportOptions options, Call& call, ImportStream& stream)
      : ledger_(ledger),
        workspace_(options.workspace),
        mask_(MaskFor(ledger, call.caller(), options.workspace)),
        import_(ledger, std::move(options)),
        call_(call),
        stream_(stream),
        decider_([this] { Decide(); }) {}

  ~ImportSession() { End(After::kDropTheRest).IgnoreError(); }

  // Takes one record; waits while many are undecided. Errors end the import.
  absl::Status Take(const v1::ImportRequest& request) {
    const int64_t line = request.line() == 0 ? last_line_ + 1 : request.line();
    if (line <= last_line_) {
      return FieldError("line", absl::StrCat(line, " does not come after ", last_line_));
    }
    last_line_ = line;
    absl::StatusOr<model::Record> record = RecordFromProto(request.record());
    if (record.ok()) {
      absl::Status may = CheckMayImport(ledger_, workspace_, call_.caller(), *record);
      if (may.ok() && mask_) may = CheckMayChange(*mask_, *record);
      if (!may.ok()) record = std::move(may);
    }
    Arrived arrived =
        record.ok() ? Arrived{line, import_.Prepare(*std::move(record))} : Arrived{line, record.status()};
    const auto has_room = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return (inbox_.size() < kMostWaiting && inbox_bytes_ < kMostWaitingBytes) || !failure_.ok();
    };
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&has_room));
    if (arrived.record.ok()) inbox_bytes_ += arrived.record->prepared_bytes();
    inbox_.push_back(std::move(arrived));
    return failure_;
  }

  // Decides on all that came, once the client has sent everything.
  absl::Status Finish() {
    if (call_.cancelled()) return absl::CancelledError("the stream broke off");
    absl::Status failure = End(After::kTakeTheRest);
    if (failure.ok()) failure = Flush();
    if (!failure.ok()) return failure;
    // A stream that broke off ends like one that is complete, but nothing can be sent on it.
    if (!stream_.AwaitSent() || call_.cancelled()) return absl::CancelledError("the stream broke off");
    const absl::StatusOr<ledger::ImportProgress> progress = import_.Finish();
    return progress.ok() ? Answer(*progress) : progress.status();
  }

 private:
  enum class After { kGoOn, kTakeTheRest, kDropTheRest };

  struct Arrived {
    int64_t line;
    absl::StatusOr<ledger::SharedRecord> record;
  };

  // Ends the other thread, and returns why it failed.
  absl::Status End(After after) {
    {
      const absl::MutexLock lock(&mutex_);
      after_ = after;
    }
    if (decider_.joinable()) decider_.join();
    const absl::MutexLock lock(&mutex_);
    return failure_;
  }

  void Decide() {
    ledger::RunInBackground(ledger::Background::kToCalls);
    const auto has_work = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return inbox_.size() >= kTakenTogether || inbox_bytes_ >= kMostWaitingBytes || after_ != After::kGoOn;
    };
    while (true) {
      std::vector<Arrived> arrived;
      bool paused = false;
      After after = After::kGoOn;
      {
        const absl::MutexLock lock(&mutex_);
        paused = !mutex_.AwaitWithTimeout(absl::Condition(&has_work), kPause);
        arrived = std::exchange(inbox_, {});
        inbox_bytes_ = 0;
        after = after_;
      }
      if (after == After::kDropTheRest) return;
      const absl::Time began = ledger_.now();
      absl::Status status = WithoutExceptions<absl::Status>([&] {
        const absl::Status decided = DecideOn(std::move(arrived));
        return decided.ok() && paused && undecided_ ? Flush() : decided;
      });
      if (!status.ok()) return Fail(std::move(status));
      if (after == After::kTakeTheRest) return;
      GiveWay(ledger_.now() - began);
    }
  }

  // Rests as long as it has worked if others were served meanwhile, who would otherwise queue for a
  // processor.
  void GiveWay(absl::Duration worked) {
    const int64_t calls = stream_.calls_let_in();
    if (std::exchange(calls_seen_, calls) == calls) return;
    const auto ended = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return after_ != After::kGoOn; };
    const absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithTimeout(absl::Condition(&ended), std::min(worked, kLongestRest));
  }

  absl::Status DecideOn(std::vector<Arrived> arrived) {
    for (Arrived& each : arrived) {
      undecided_ = true;
      const absl::Status status = each.record.ok() ? Add(each.line, *std::move(each.record))
                                                   : Refuse(each.line, each.record.status());
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status Add(int64_t line, ledger::SharedRecord record) {
    const absl::StatusOr<std::optional<ledger::ImportProgress>> progress =
        import_.Add(line, std::move(record));
    if (!progress.ok()) return progress.status();
    return *progress ? Answer(**progress) : absl::OkStatus();
  }

  absl::Status Refuse(int64_t line, const absl::Status& reason) {
    import_.Refuse(line, reason);
    return ++refused_ < kMaxErrors ? absl::OkStatus() : Flush();
  }

  absl::Status Flush() {
    const absl::StatusOr<ledger::ImportProgress> progress = import_.Flush();
    return progress.ok() ? Answer(*progress) : progress.status();
  }

  absl::Status Answer(const ledger::ImportProgress& progress) {
    undecided_ = false;
    refused_ = 0;
    for (const v1::ImportResponse& answer : ProgressToProto(progress)) {
      if (!stream_.Write(answer)) return absl::CancelledError("the client is gone");
    }
    return absl::OkStatus();
  }

  void Fail(absl::Status status) {
    {
      const absl::MutexLock lock(&mutex_);
      failure_ = std::move(status);
    }
    // The other thread may be waiting for the client, and the client for an answer that will not come.
    stream_.StopReading();
  }

  const ledger::Ledger& ledger_;
  const std::string workspace_;
  const std::optional<SourceMask> mask_;  // of a caller who may not see confidential sources

  // Of the deciding thread, and once that has ended of the one that takes.
  ledger::Import import_;
  int64_t calls_seen_ = 0;
  bool undecided_ = false;  // something came since the last answer
  size_t refused_ = 0;      // by a converter, since the last answer

  Call& call_;
  ImportStream& stream_;
  int64_t last_line_ = 0;

  absl::Mutex mutex_;
  std::vector<Arrived> inbox_ ABSL_GUARDED_BY(mutex_);
  size_t inbox_bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  After after_ ABSL_GUARDED_BY(mutex_) = After::kGoOn;
  absl::Status failure_ ABSL_GUARDED_BY(mutex_);
  std::thread decider_;  // last: it uses all of the above
};

absl::Status Serve(const ledger::Ledger& ledger, Call& call, ImportStream& stream) {
  v1::ImportRequest request;
  bool more = stream.Read(request);
  absl::StatusOr<ledger::ImportOptions> options = OptionsFromProto(call, request.options());
  if (!options.ok()) return options.status();
  ImportSession session(ledger, *std::move(options), call, stream);
  if (more && !request.has_record()) more = stream.Read(request);
  for (; more; more = stream.Read(request)) {
    const absl::Status taken = session.Take(request);
    if (!taken.ok()) return taken;
  }
  return session.Finish();
}

}  // namespace

absl::Status ServeImport(const ledger::Ledger& ledger, Call& call, ImportStream& stream) {
  // The handler's own thread goes on to serve other calls and could not rise again.
  absl::Status status;
  std::thread([&] {
    ledger::RunInBackground(ledger::Background::kToCalls);
    status = WithoutExceptions<absl::Status>([&] { return Serve(ledger, call, stream); });
  }).join();
  return status;
}

}  // namespace gainsay::rpc
