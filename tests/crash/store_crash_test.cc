#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>

#include "service/store/rocksdb/rocksdb_store.h"
#include "tests/crash/writer_process.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace gainsay::crash {
namespace {

using testing::IsOk;
using testing::StatusIs;

constexpr int kThreads = 4;

bool Long() { return std::getenv("GAINSAY_LONG") != nullptr; }

// The store of a directory, checked against what writers were told.
class CheckedStore {
 public:
  explicit CheckedStore(const std::string& directory) {
    absl::StatusOr<std::unique_ptr<store::Store>> store =
        store::OpenRocksdbStore({.directory = directory, .log = {}});
    EXPECT_THAT(store, IsOk());
    if (store.ok()) store_ = *std::move(store);
  }
  bool IsOpen() const { return store_ != nullptr; }
  store::Store& operator*() { return *store_; }

  // Checks all commits after `after`: each is whole, with exactly what its log entry tells. Returns them.
  std::map<store::Revision, CommitId> CheckCommits(store::Revision after) {
    std::map<store::Revision, CommitId> commits;
    const absl::StatusOr<std::vector<store::LogEntry>> log = store_->ReadLog(after, 10'000'000);
    EXPECT_THAT(log, IsOk());
    if (!log.ok()) return commits;
    for (const store::LogEntry& entry : *log) {
      const std::optional<CommitId> id =
          entry.keys.empty() ? std::nullopt : ParseCommitId(entry.keys.front());
      EXPECT_TRUE(id.has_value()) << "revision " << entry.revision;
      if (!id) continue;
      commits[entry.revision] = *id;
      CheckCommit(entry, ExpectedPuts(*id));
    }
    return commits;
  }

  // Checks that no key has a version that its log entry does not tell of.
  void CheckNothingElse() {
    std::set<std::pair<store::Revision, std::string>> logged;
    const absl::StatusOr<std::vector<store::LogEntry>> log = store_->ReadLog(0, 10'000'000);
    ASSERT_THAT(log, IsOk());
    for (const store::LogEntry& entry : *log) {
      for (const std::string& key : entry.keys) logged.emplace(entry.revision, key);
    }
    const auto check = [&logged](std::string_view key, const store::EntryView& entry) {
      EXPECT_TRUE(logged.contains({entry.revision, std::string(key)})) << entry.revision << " " << key;
      return true;
    };
    ASSERT_THAT((*store_->GetSnapshot())->Scan({"", "\xFF"}, check), IsOk());
  }

 private:
  void CheckCommit(const store::LogEntry& entry,
                   const std::vector<std::pair<std::string, std::string>>& expected) {
    ASSERT_EQ(entry.keys.size(), expected.size()) << "revision " << entry.revision;
    const absl::StatusOr<std::vector<std::optional<store::Entry>>> found =
        (*store_->GetSnapshot(entry.revision))->MultiGet(entry.keys);
    ASSERT_THAT(found, IsOk());
    for (size_t i = 0; i < expected.size(); ++i) {
      ASSERT_EQ(entry.keys[i], expected[i].first);
      ASSERT_TRUE((*found)[i].has_value());
      EXPECT_EQ((*found)[i]->revision, entry.revision);
      EXPECT_EQ((*found)[i]->time, entry.time);
      EXPECT_EQ((*found)[i]->value, expected[i].second);
    }
  }

  std::unique_ptr<store::Store> store_;
};

class StoreCrashTest : public ::testing::Test {
 protected:
  // Checks that a killed writer's acknowledged commits are all there, and nothing by halves.
  void CheckAfter(const WriterProcess& writer) {
    CheckedStore store(directory_);
    ASSERT_TRUE(store.IsOpen());
    const std::map<store::Revision, CommitId> commits = store.CheckCommits(checked_);
    for (const auto& [revision, id] : writer.acknowledged()) {
      const auto found = commits.find(revision);
      ASSERT_TRUE(found != commits.end()) << "acknowledged revision " << revision << " is lost";
      EXPECT_EQ(found->second, id) << "revision " << revision;
    }
    checked_ += static_cast<store::Revision>(commits.size());
    acknowledged_ += static_cast<int>(writer.acknowledged().size());
  }

  // Kills a writer again and again, at moments spread over what it does, and then takes away what it had not
  // synced if the power is to be cut as well.
  void KillAgainAndAgain(int cycles, bool cut_power) {
    std::mt19937_64 random(20251223);
    for (int cycle = 0; cycle < cycles && !HasFatalFailure(); ++cycle) {
      SCOPED_TRACE(cycle);
      WriterProcess writer(directory_, ++seed_, kThreads);
      if (cycle % 8 != 7) {
        ASSERT_EQ(writer.ReadUntil("open"), "open");
        writer.ReadAcknowledgements(static_cast<int>(random() % 200));
      }
      writer.Kill();
      if (cut_power) writer.DropUnsynced();
      CheckAfter(writer);
    }
    EXPECT_GT(acknowledged_, cycles);
    std::cout << cycles << " kills, " << acknowledged_ << " commits acknowledged, " << checked_ << " found\n";
    CheckedStore(directory_).CheckNothingElse();
  }

  testing::TempDirectory temp_;
  std::string directory_ = temp_.Path("data");
  uint64_t seed_ = 0;
  store::Revision checked_ = 0;
  int acknowledged_ = 0;
};

TEST_F(StoreCrashTest, NoAcknowledgedCommitIsLostOrTornWhenTheProcessIsKilled) {
  KillAgainAndAgain(Long() ? 500 : 25, /*cut_power=*/false);
}

TEST_F(StoreCrashTest, NoAcknowledgedCommitIsLostOrTornWhenUnsyncedBytesAreGone) {
  KillAgainAndAgain(Long() ? 500 : 25, /*cut_power=*/true);
}

TEST_F(StoreCrashTest, AStoreThatAnotherProcessHasOpenIsRefused) {
  WriterProcess writer(directory_, ++seed_, kThreads);
  ASSERT_EQ(writer.ReadUntil("open"), "open");

  EXPECT_THAT(store::OpenRocksdbStore({.directory = directory_, .log = {}}),
              StatusIs(absl::StatusCode::kFailedPrecondition, directory_ + " is in use by another process"));

  writer.Kill();
  EXPECT_TRUE(CheckedStore(directory_).IsOpen());
}

TEST_F(StoreCrashTest, ACommitThatCannotBeWrittenIsNotAcknowledgedAndLosesNothing) {
  WriterProcess writer(directory_, ++seed_, kThreads);
  ASSERT_EQ(writer.ReadUntil("open"), "open");
  writer.ReadAcknowledgements(20);
  const rlimit longest_file = {100'000, RLIM_INFINITY};
  ASSERT_EQ(prlimit(writer.pid(), RLIMIT_FSIZE, &longest_file, nullptr), 0);

  EXPECT_EQ(writer.ReadUntil("failed"), "failed UNAVAILABLE");

  writer.Kill();
  CheckAfter(writer);
  WriterProcess next(directory_, ++seed_, kThreads);
  next.ReadAcknowledgements(20);
  next.Kill();
  CheckAfter(next);
}

// A small disk at a directory; needs the right to mount.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& directory) : directory_(directory) {
    std::filesystem::create_directory(directory);
    mounted_ = mount("gainsay-test", directory.c_str(), "tmpfs", 0, "size=12m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(directory_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }

 private:
  const std::string directory_;
  bool mounted_ = false;
};

TEST_F(StoreCrashTest, AFullDiskRefusesCommitsUntilThereIsSpaceAgainAndLosesNothing) {
  const SmallDisk disk(temp_.Path("disk"));
  if (!disk.mounted()) GTEST_SKIP() << "a small disk cannot be mounted here";
  directory_ = temp_.Path("disk/data");
  const std::string ballast = temp_.Path("disk/ballast");
  std::ofstream(ballast) << std::string(6 << 20, 'x');
  WriterProcess writer(directory_, ++seed_, kThreads);

  EXPECT_EQ(writer.ReadUntil("failed"), "failed RESOURCE_EXHAUSTED");

  std::filesystem::remove(ballast);
  writer.ReadAcknowledgements(50);
  writer.Kill();
  CheckAfter(writer);
  CheckedStore(directory_).CheckNothingElse();
}

}  // namespace
}  // namespace gainsay::crash
