#include "tests/benchmark/import_load.h"

#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "tests/benchmark/channels.h"
#include "tests/benchmark/import_messages.h"
#include "tests/benchmark/message_bytes.h"

namespace gainsay::benchmark {
namespace {

enum class Step { kStarted, kWritten, kRead, kFinished };

// One import, driven by one thread. A tag is the step that is done.
class Import {
 public:
  Import(grpc::GenericStub& stub, ImportMessages& messages, ImportResult& result)
      : messages_(messages), result_(result) {
    stream_ = stub.PrepareCall(&context_, "/gainsay.v1.LedgerService/Import", &queue_);
    stream_->StartCall(Tag(Step::kStarted));
  }

  // Returns once the server has ended the stream.
  void Run() {
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) Proceed(static_cast<Step>(reinterpret_cast<intptr_t>(tag)), ok);
    if (!status_.ok()) {
      result_.error = status_.error_message();
    } else if (last_line_ != result_.records) {
      result_.error = absl::StrCat("acknowledged up to line ", last_line_, " of ", result_.records);
    }
  }

 private:
  static void* Tag(Step step) { return reinterpret_cast<void*>(static_cast<intptr_t>(step)); }

  void Proceed(Step step, bool ok) {
    switch (step) {
      case Step::kStarted:
        stream_->Read(&answer_, Tag(Step::kRead));
        return Write();
      case Step::kWritten:
        // A stream that is broken says why when it ends.
        return ok ? Write() : void();
      case Step::kRead:
        if (!ok) return stream_->Finish(&status_, Tag(Step::kFinished));
        TakeAnswer();
        return stream_->Read(&answer_, Tag(Step::kRead));
      case Step::kFinished:
        return queue_.Shutdown();
    }
  }

  void Write() {
    if (done_) return;
    if (at_ == batch_.messages.size()) {
      batch_ = messages_.Next();
      at_ = 0;
      result_.claims += batch_.claims;
      result_.bytes += batch_.bytes;
      result_.records += static_cast<int64_t>(batch_.messages.size());
    }
    if (batch_.messages.empty()) {
      done_ = true;
      return stream_->WritesDone(Tag(Step::kWritten));
    }
    grpc::WriteOptions options;
    // Gathered into larger writes.
    if (at_ + 1 < batch_.messages.size()) options.set_buffer_hint();
    stream_->Write(BytesOf(batch_.messages[at_++]), options, Tag(Step::kWritten));
  }

  void TakeAnswer() {
    v1::ImportResponse response;
    if (!Parse(answer_, response)) {
      ++result_.refused;
      return;
    }
    ++result_.acknowledgements;
    last_line_ = response.last_line();
    result_.written = response.written();
    result_.unchanged = response.unchanged();
    result_.refused = response.refused();
  }

  ImportMessages& messages_;
  ImportResult& result_;
  grpc::CompletionQueue queue_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
  ImportMessages::Batch batch_;
  size_t at_ = 0;  // within it
  bool done_ = false;
  int64_t last_line_ = 0;
  grpc::ByteBuffer answer_;
  grpc::Status status_;
};

}  // namespace

bool ImportResult::ok() const { return error.empty() && refused == 0 && written + unchanged == records; }

std::string ImportResult::Json() const {
  const double seconds = absl::ToDoubleSeconds(took);
  nlohmann::ordered_json json = {{"what", "import"},
                                 {"seconds", seconds},
                                 {"records", records},
                                 {"claims", claims},
                                 {"bytes", bytes},
                                 {"per_second", static_cast<double>(records) / seconds},
                                 {"claims_per_second", static_cast<double>(claims) / seconds},
                                 {"written", written},
                                 {"unchanged", unchanged},
                                 {"refused", refused},
                                 {"acknowledgements", acknowledgements},
                                 {"error", error}};
  json["cpu_seconds"] = {{"client", absl::ToDoubleSeconds(cpu.self)},
                         {"server", absl::ToDoubleSeconds(cpu.server)},
                         {"others", absl::ToDoubleSeconds(cpu.others())}};
  return json.dump();
}

absl::StatusOr<ImportResult> RunImportLoad(const LoadOptions& options) {
  const absl::StatusOr<Stubs> stubs = Connect(options.server, 1);
  if (!stubs.ok()) return stubs.status();
  ImportMessages messages(options);
  ImportResult result;
  const absl::StatusOr<CpuTime> before = CpuTimeSoFar(options.server_pid);
  const absl::Time begin = absl::Now();
  Import(*stubs->front(), messages, result).Run();
  result.took = absl::Now() - begin;
  const absl::StatusOr<CpuTime> after = CpuTimeSoFar(options.server_pid);
  if (!before.ok()) return before.status();
  if (!after.ok()) return after.status();
  result.cpu = *after - *before;
  return result;
}

}  // namespace gainsay::benchmark
