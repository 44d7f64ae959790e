#include "client/cpp/check_stream.h"

#include <utility>

namespace gainsay::client {

CheckStream::CheckStream(const Connection& connection, v1::CheckOptions options, OnAnswer on_answer)
    : on_answer_(std::move(on_answer)),
      context_(connection.StreamContext()),
      stream_(connection.comparison().CheckClaims(context_.get())) {
  v1::CheckClaimsRequest first;
  *first.mutable_options() = std::move(options);
  first.mutable_options()->set_workspace(connection.workspace());
  if (first.options().min_revision() == 0) first.mutable_options()->set_min_revision(connection.revision());
  stream_->Write(first);
  reader_ = std::thread([this] { ReadAnswers(); });
}

CheckStream::~CheckStream() {
  if (!reader_.joinable()) return;
  context_->TryCancel();
  reader_.join();
  stream_->Finish();
}

bool CheckStream::Send(int64_t line, v1::Candidate candidate) {
  v1::CheckClaimsRequest request;
  request.set_line(line);
  *request.mutable_candidate() = std::move(candidate);
  return stream_->Write(request);
}

absl::Status CheckStream::Finish() {
  stream_->WritesDone();
  reader_.join();
  return StatusOf(stream_->Finish());
}

void CheckStream::ReadAnswers() {
  v1::CheckClaimsResponse answer;
  while (stream_->Read(&answer)) on_answer_(answer);
}

}  // namespace gainsay::client
