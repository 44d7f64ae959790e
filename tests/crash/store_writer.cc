// Commits to a store until it is killed, and tells of each commit that was acknowledged. Run by
// store_crash_test:
//
//   store_writer DIRECTORY SEED THREADS JOURNAL
//
// Lines on standard output: "open" once the store is open; "ack REVISION THREAD NUMBER" after each
// acknowledged commit; "failed CODE" at the first of a row of commits that failed (it goes on trying).
// JOURNAL gets a line "SIZE PATH" after each sync of a file: so much of it would survive a power cut.

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/store/rocksdb/rocksdb_store.h"
#include "tests/crash/expected_commit.h"

namespace {

int journal = -1;

void WriteLine(int descriptor, const std::string& line) {
  if (write(descriptor, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(3);
}

// Syncs, and notes how much of the file was surely written by then.
int SyncAndNote(int descriptor, long call) {
  struct stat before = {};
  fstat(descriptor, &before);
  const int result = static_cast<int>(syscall(call, descriptor));
  char path[4096];
  const ssize_t length = readlink(absl::StrCat("/proc/self/fd/", descriptor).c_str(), path, sizeof(path));
  if (result == 0 && journal >= 0 && length > 0) {
    WriteLine(journal, absl::StrCat(before.st_size, " ", std::string(path, length), "\n"));
  }
  return result;
}

}  // namespace

// RocksDB's calls come here, since a program's own functions go before a library's.
extern "C" int fdatasync(int descriptor) { return SyncAndNote(descriptor, SYS_fdatasync); }
extern "C" int fsync(int descriptor) { return SyncAndNote(descriptor, SYS_fsync); }

namespace gainsay::crash {
namespace {

void CommitForEver(store::Store& store, uint64_t seed, int thread) {
  store::Revision read = (*store.GetSnapshot())->revision();
  bool failing = false;
  for (int number = 0;;) {
    const store::WriteSet writes = {
        read, {store::KeyRange::Key(ThreadKey(thread))}, ExpectedPuts({seed, thread, number})};
    const absl::StatusOr<store::Committed> committed = store.Commit(writes, absl::UnixEpoch());
    if (committed.ok()) {
      WriteLine(STDOUT_FILENO, absl::StrCat("ack ", committed->revision, " ", thread, " ", number, "\n"));
      read = committed->revision;
      ++number;
    } else if (absl::IsAborted(committed.status())) {
      // Only an earlier try of this very commit, whose failure was no failure, can have been in the way.
      read = (*store.GetSnapshot())->revision();
    } else if (!failing) {
      WriteLine(STDOUT_FILENO,
                absl::StrCat("failed ", absl::StatusCodeToString(committed.status().code()), "\n"));
    }
    failing = !committed.ok();
  }
}

int Run(const std::string& directory, uint64_t seed, int threads) {
  signal(SIGXFSZ, SIG_IGN);
  const absl::StatusOr<std::unique_ptr<store::Store>> store =
      store::OpenRocksdbStore({.directory = directory, .min_free_bytes = 0, .log = {}});
  if (!store.ok()) {
    std::cerr << store.status() << std::endl;
    return 1;
  }
  WriteLine(STDOUT_FILENO, "open\n");
  std::vector<std::thread> writers;
  for (int thread = 0; thread < threads; ++thread) {
    writers.emplace_back([&store, seed, thread] { CommitForEver(**store, seed, thread); });
  }
  for (std::thread& writer : writers) writer.join();
  return 0;
}

}  // namespace
}  // namespace gainsay::crash

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  journal = open(argv[4], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  return gainsay::crash::Run(argv[1], std::strtoull(argv[2], nullptr, 10), std::atoi(argv[3]));
}
