#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <string>
#include <thread>

#include "tests/service/store/store_contract.h"

namespace gainsay::store {

using testing::IsOk;

namespace {

constexpr int kThreads = 8;
constexpr int kCommitsEach = 40;

int NumberAt(const Snapshot& snapshot, const std::string& key) {
  const absl::StatusOr<std::optional<Entry>> entry = snapshot.Get(key);
  EXPECT_THAT(entry, IsOk());
  return entry.ok() && entry->has_value() ? std::stoi((*entry)->value) : 0;
}

// Adds one to a counter, reading again each time that another was faster.
void Increment(Store& store, const std::string& key, const std::string& mark) {
  while (true) {
    const std::unique_ptr<Snapshot> snapshot = *store.GetSnapshot();
    const std::string next = std::to_string(NumberAt(*snapshot, key) + 1);
    const absl::StatusOr<Committed> committed =
        store.Commit({snapshot->revision(), {KeyRange::Key(key)}, {{key, next}, {mark, next}}}, At(0));
    if (committed.ok()) return;
    ASSERT_EQ(committed.status().code(), absl::StatusCode::kAborted);
  }
}

void InThreads(const std::function<void(int thread)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

TEST_P(StoreContract, OfConcurrentWritersThatDependOnOneKeyNoneOverwritesAnother) {
  InThreads([this](int thread) {
    for (int i = 0; i < kCommitsEach; ++i) Increment(*store_, "counter", "mark/" + std::to_string(thread));
  });

  EXPECT_EQ(NumberAt(*SnapshotAt(), "counter"), kThreads * kCommitsEach);
  EXPECT_EQ(SnapshotAt()->revision(), kThreads * kCommitsEach);
}

TEST_P(StoreContract, ConcurrentCommitsGetDistinctRevisionsInTheOrderOfTheirTimes) {
  std::vector<std::vector<Committed>> made(kThreads);
  InThreads([&](int thread) {
    for (int i = 0; i < kCommitsEach; ++i) {
      const std::string key = std::to_string(thread) + "/" + std::to_string(i);
      const absl::StatusOr<Committed> committed = store_->Commit({.puts = {{key, key}}}, At(i));
      ASSERT_THAT(committed, IsOk());
      made[thread].push_back(*committed);
    }
  });

  std::map<Revision, absl::Time> times;
  for (const std::vector<Committed>& of_thread : made) {
    for (const Committed& committed : of_thread) {
      EXPECT_TRUE(times.emplace(committed.revision, committed.time).second);
    }
  }
  ASSERT_EQ(times.size(), kThreads * kCommitsEach);
  EXPECT_EQ(times.rbegin()->first, kThreads * kCommitsEach);
  for (auto at = std::next(times.begin()); at != times.end(); ++at) {
    EXPECT_LT(std::prev(at)->second, at->second);
  }
}

TEST_P(StoreContract, AReaderNeverSeesHalfOfACommit) {
  std::atomic<bool> done = false;
  std::thread reader([&] {
    Revision last = 0;
    while (!done) {
      const std::unique_ptr<Snapshot> snapshot = SnapshotAt();
      EXPECT_GE(snapshot->revision(), last);
      last = snapshot->revision();
      EXPECT_EQ(NumberAt(*snapshot, "left"), NumberAt(*snapshot, "right"));
    }
  });

  InThreads([this](int thread) {
    for (int i = 0; i < kCommitsEach; ++i) {
      const std::string value = std::to_string(thread * kCommitsEach + i);
      Put({{"left", value}, {"right", value}});
    }
  });
  done = true;
  reader.join();
}

TEST_P(StoreContract, ACommitIsSeenByTheNextSnapshotOfItsWriter) {
  InThreads([this](int thread) {
    const std::string key = std::to_string(thread);
    for (int i = 1; i <= kCommitsEach; ++i) {
      Put({{key, std::to_string(i)}});
      EXPECT_EQ(NumberAt(*SnapshotAt(), key), i);
    }
  });
}

}  // namespace gainsay::store
