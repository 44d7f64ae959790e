#ifndef GAINSAY_CLIENT_CPP_IMPORT_STREAM_H_
#define GAINSAY_CLIENT_CPP_IMPORT_STREAM_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <thread>

#include "absl/status/status.h"
#include "client/cpp/connection.h"

namespace gainsay::client {

struct ImportOptions {
  bool dry_run = false;
  bool create_missing = false;
};

// One import, as a stream of records out and a stream of progress back. Used from one thread. Refers to the
// connection, whose reads see what was imported.
class ImportStream {
 public:
  // Takes each answer of the server, in order, on a thread of the stream's own.
  using OnProgress = std::function<void(const v1::ImportResponse&)>;

  ImportStream(const Connection& connection, const ImportOptions& options, OnProgress on_progress);
  // Cancels what was not finished.
  ~ImportStream();
  ImportStream(const ImportStream&) = delete;
  ImportStream& operator=(const ImportStream&) = delete;

  // Sends a record that stands on this line; blocks while the server is behind. Returns false when the
  // stream is broken: Finish() says why.
  bool Send(int64_t line, v1::Record record);

  // Says that no more comes, and waits for the last answer. Returns how the stream ended; a refused
  // record is no error. Called once.
  absl::Status Finish();

 private:
  void ReadAnswers();

  const Connection& connection_;
  OnProgress on_progress_;
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<grpc::ClientReaderWriterInterface<v1::ImportRequest, v1::ImportResponse>> stream_;
  std::thread reader_;
};

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_IMPORT_STREAM_H_
