#include "client/cpp/import_stream.h"

#include <utility>

namespace gainsay::client {

ImportStream::ImportStream(const Connection& connection, const ImportOptions& options, OnProgress on_progress)
    : connection_(connection),
      on_progress_(std::move(on_progress)),
      context_(connection.StreamContext()),
      stream_(connection.ledger().Import(context_.get())) {
  v1::ImportRequest first;
  first.mutable_options()->set_workspace(connection.workspace());
  first.mutable_options()->set_dry_run(options.dry_run);
  first.mutable_options()->set_create_missing(options.create_missing);
  stream_->Write(first);
  reader_ = std::thread([this] { ReadAnswers(); });
}

ImportStream::~ImportStream() {
  if (!reader_.joinable()) return;
  context_->TryCancel();
  reader_.join();
  stream_->Finish();
}

bool ImportStream::Send(int64_t line, v1::Record record) {
  v1::ImportRequest request;
  request.set_line(line);
  *request.mutable_record() = std::move(record);
  return stream_->Write(request);
}

absl::Status ImportStream::Finish() {
  stream_->WritesDone();
  reader_.join();
  return StatusOf(stream_->Finish());
}

void ImportStream::ReadAnswers() {
  v1::ImportResponse answer;
  while (stream_->Read(&answer)) {
    connection_.SawRevision(answer.revision());
    on_progress_(answer);
  }
}

}  // namespace gainsay::client
