#ifndef GAINSAY_CLIENT_CPP_CHECK_STREAM_H_
#define GAINSAY_CLIENT_CPP_CHECK_STREAM_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>

#include "absl/status/status.h"
#include "client/cpp/connection.h"

namespace gainsay::client {

// One stream of candidates out and of answers back, just one each and in order. Used from one thread.
class CheckStream {
 public:
  // Takes each answer of the server, in order, on a thread of the stream's own. While it does, nothing more
  // is read, and in the end nothing more sent.
  using OnAnswer = std::function<void(const v1::CheckClaimsResponse&)>;

  // The workspace of `options` is the connection's; without a min_revision it waits for the connection's.
  CheckStream(const Connection& connection, v1::CheckOptions options, OnAnswer on_answer);
  // Cancels what was not finished.
  ~CheckStream();
  CheckStream(const CheckStream&) = delete;
  CheckStream& operator=(const CheckStream&) = delete;

  // Sends a candidate that stands on this line; blocks while the server is behind. Returns false when the
  // stream is broken: Finish() says why.
  bool Send(int64_t line, v1::Candidate candidate);

  // Says that no more comes, and waits for the last answer. Returns how the stream ended; a candidate that is
  // answered with an error is none. Called once.
  absl::Status Finish();

 private:
  void ReadAnswers();

  OnAnswer on_answer_;
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<grpc::ClientReaderWriterInterface<v1::CheckClaimsRequest, v1::CheckClaimsResponse>> stream_;
  std::thread reader_;
};

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_CHECK_STREAM_H_
