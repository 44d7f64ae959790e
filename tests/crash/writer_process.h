#ifndef GAINSAY_TESTS_CRASH_WRITER_PROCESS_H_
#define GAINSAY_TESTS_CRASH_WRITER_PROCESS_H_

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>

#include "service/store/store.h"
#include "tests/crash/expected_commit.h"

namespace gainsay::crash {

// A run of store_writer. Killed, if it still runs, with the object.
class WriterProcess {
 public:
  WriterProcess(const std::string& directory, uint64_t seed, int threads);
  ~WriterProcess() { Kill(); }
  WriterProcess(const WriterProcess&) = delete;
  WriterProcess& operator=(const WriterProcess&) = delete;

  pid_t pid() const { return pid_; }

  // Reads one line, without its end; empty at the end of the output. Keeps account of acknowledgements.
  std::string ReadLine();
  // Reads until a line that begins with `begin`; returns it, or nothing at the end of the output.
  std::string ReadUntil(const std::string& begin);
  // Reads until so many more commits are acknowledged.
  void ReadAcknowledgements(int count);

  // Kills it without warning, and reads what it had still said.
  void Kill();
  // Takes away from the files of its store what the writer, killed, had written and not synced.
  void DropUnsynced() const;

  const std::map<store::Revision, CommitId>& acknowledged() const { return acknowledged_; }
  bool opened() const { return opened_; }

 private:
  const std::string directory_;
  const std::string journal_;
  const uint64_t seed_;
  pid_t pid_ = -1;
  int output_ = -1;
  std::string unread_;
  std::map<std::string, uintmax_t> sizes_before_;  // of files that there were when it began
  bool opened_ = false;
  std::map<store::Revision, CommitId> acknowledged_;
};

}  // namespace gainsay::crash

#endif  // GAINSAY_TESTS_CRASH_WRITER_PROCESS_H_
