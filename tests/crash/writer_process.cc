#include "tests/crash/writer_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"

extern char** environ;

namespace gainsay::crash {

namespace fs = std::filesystem;

WriterProcess::WriterProcess(const std::string& directory, uint64_t seed, int threads)
    : directory_(directory), journal_(directory + ".synced"), seed_(seed) {
  std::error_code none_yet;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory_, none_yet)) {
    sizes_before_[entry.path().string()] = entry.file_size();
  }
  fs::remove(journal_);
  int ends[2];
  EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string words[] = {STORE_WRITER, directory, absl::StrCat(seed), absl::StrCat(threads), journal_};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(),
                       words[3].data(), words[4].data(), nullptr};
  EXPECT_EQ(posix_spawn(&pid_, STORE_WRITER, &actions, nullptr, arguments, environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  output_ = ends[0];
}

std::string WriterProcess::ReadLine() {
  while (unread_.find('\n') == std::string::npos) {
    char bytes[4096];
    const ssize_t length = read(output_, bytes, sizeof(bytes));
    if (length <= 0) return "";
    unread_.append(bytes, length);
  }
  const std::string line = unread_.substr(0, unread_.find('\n'));
  unread_.erase(0, line.size() + 1);
  long long revision = 0;
  CommitId id{seed_, 0, 0};
  if (line == "open") opened_ = true;
  if (std::sscanf(line.c_str(), "ack %lld %d %d", &revision, &id.thread, &id.number) == 3) {
    EXPECT_TRUE(acknowledged_.emplace(revision, id).second) << "revision " << revision << " was given twice";
  }
  return line;
}

std::string WriterProcess::ReadUntil(const std::string& begin) {
  for (std::string line = ReadLine(); !line.empty(); line = ReadLine()) {
    if (line.starts_with(begin)) return line;
  }
  return "";
}

void WriterProcess::ReadAcknowledgements(int count) {
  for (; count > 0; --count) ASSERT_NE(ReadUntil("ack "), "") << "the writer has ended";
}

void WriterProcess::Kill() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  while (!ReadLine().empty()) continue;
  close(output_);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the writer ended by itself: " << status;
}

void WriterProcess::DropUnsynced() const {
  std::map<std::string, uintmax_t> synced = sizes_before_;
  std::ifstream journal(journal_);
  uintmax_t size = 0;
  for (std::string path; journal >> size >> path;) synced[path] = size;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory_)) {
    const std::string name = entry.path().filename().string();
    const bool has_data = name.starts_with("MANIFEST-") || name.ends_with(".sst") || name.ends_with(".log");
    if (!has_data) continue;
    const uintmax_t kept = synced[entry.path().string()];
    if (kept < entry.file_size()) fs::resize_file(entry.path(), kept);
  }
}

}  // namespace gainsay::crash
