#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "tests/service/store/store_contract.h"

namespace gainsay::store {
namespace {

using testing::IsOk;

// What a store must be: for every key, its versions by revision.
class Model {
 public:
  Revision last() const { return static_cast<Revision>(log_.size()); }
  const std::vector<LogEntry>& log() const { return log_; }

  bool WrittenAfter(const KeyRange& range, Revision revision) const {
    for (auto at = versions_.lower_bound(range.begin); at != versions_.end() && at->first < range.end; ++at) {
      if (at->second.rbegin()->first > revision) return true;
    }
    return false;
  }

  void Commit(const WriteSet& writes, absl::Time time) {
    LogEntry entry{last() + 1, time, {}};
    for (const auto& [key, value] : writes.puts) {
      versions_[key][entry.revision] = {value, entry.revision, time};
      entry.keys.push_back(key);
    }
    log_.push_back(entry);
  }

  const Entry* Find(const std::string& key, Revision revision) const {
    const auto versions = versions_.find(key);
    if (versions == versions_.end()) return nullptr;
    const auto later = versions->second.upper_bound(revision);
    return later == versions->second.begin() ? nullptr : &std::prev(later)->second;
  }

  std::vector<std::pair<std::string, Entry>> Scan(const KeyRange& range, Revision revision) const {
    std::vector<std::pair<std::string, Entry>> found;
    for (const auto& [key, versions] : versions_) {
      if (key < range.begin || key >= range.end) continue;
      if (const Entry* entry = Find(key, revision)) found.emplace_back(key, *entry);
    }
    return found;
  }

 private:
  std::map<std::string, std::map<Revision, Entry>> versions_;
  std::vector<LogEntry> log_;
};

// Random cases from few and awkward bytes, so that keys often meet.
class Cases {
 public:
  explicit Cases(uint64_t seed) : random_(seed) {}

  int64_t Number(int64_t least, int64_t most) {
    return std::uniform_int_distribution<int64_t>(least, most)(random_);
  }
  std::string Key() {
    static constexpr char kBytes[] = {'\x00', '\x01', '\x02', 'a', 'b', '\xFE', '\xFF'};
    std::string key;
    for (int64_t i = Number(0, 4); i > 0; --i) key.push_back(kBytes[Number(0, 6)]);
    return key;
  }
  KeyRange Range() {
    switch (Number(0, 2)) {
      case 0:
        return KeyRange::Key(Key());
      case 1:
        return KeyRange::Prefix("a" + Key());
      default:
        return {Key(), Key()};
    }
  }
  WriteSet Writes(Revision last) {
    WriteSet writes;
    writes.read_revision = Number(std::max<Revision>(0, last - 3), last);
    for (int64_t i = Number(0, 2); i > 0; --i) writes.unchanged.push_back(Range());
    std::map<std::string, std::string> puts;
    for (int64_t i = Number(1, 5); i > 0; --i) puts[Key()] = std::string(Number(0, 40), 'a' + Number(0, 25));
    writes.puts.assign(puts.begin(), puts.end());
    writes.puts_unchanged = Number(0, 1) == 1;
    std::shuffle(writes.puts.begin(), writes.puts.end(), random_);
    return writes;
  }

 private:
  std::mt19937_64 random_;
};

void ExpectSame(const Entry& found, const Entry& expected) {
  EXPECT_EQ(found.value, expected.value);
  EXPECT_EQ(found.revision, expected.revision);
  EXPECT_EQ(found.time, expected.time);
}

void CommitToBoth(Store& store, Model& model, Cases& cases) {
  const WriteSet writes = cases.Writes(model.last());
  const absl::Time now = At(cases.Number(0, 50));
  const auto written = [&](const KeyRange& range) { return model.WrittenAfter(range, writes.read_revision); };
  const bool aborts =
      std::any_of(writes.unchanged.begin(), writes.unchanged.end(), written) ||
      (writes.puts_unchanged && std::any_of(writes.puts.begin(), writes.puts.end(), [&](const auto& put) {
         return written(KeyRange::Key(put.first));
       }));
  const absl::StatusOr<Committed> committed = store.Commit(writes, now);
  if (aborts) {
    EXPECT_EQ(committed.status().code(), absl::StatusCode::kAborted);
    return;
  }
  ASSERT_THAT(committed, IsOk());
  EXPECT_EQ(committed->revision, model.last() + 1);
  EXPECT_EQ(committed->time,
            model.last() == 0 ? now : std::max(now, model.log().back().time + absl::Microseconds(1)));
  model.Commit(writes, committed->time);
}

void CompareReads(const Store& store, const Model& model, Cases& cases) {
  const Revision revision = cases.Number(0, model.last());
  absl::StatusOr<std::unique_ptr<Snapshot>> snapshot = store.GetSnapshot(revision);
  ASSERT_THAT(snapshot, IsOk());
  const KeyRange range = cases.Range();
  const std::vector<std::pair<std::string, Entry>> expected = model.Scan(range, revision);
  size_t visited = 0;
  ASSERT_THAT(
      (*snapshot)->Scan(
          range,
          [&](std::string_view key, const EntryView& entry) {
            if (visited >= expected.size()) return ++visited, false;
            EXPECT_EQ(key, expected[visited].first);
            ExpectSame({std::string(entry.value), entry.revision, entry.time}, expected[visited].second);
            ++visited;
            return true;
          }),
      IsOk());
  EXPECT_EQ(visited, expected.size());

  std::vector<std::string> keys = {cases.Key(), cases.Key(), cases.Key(), cases.Key(), cases.Key()};
  if (cases.Number(0, 1) == 1) std::sort(keys.begin(), keys.end());
  const absl::StatusOr<std::vector<std::optional<Entry>>> found = (*snapshot)->MultiGet(keys);
  ASSERT_THAT(found, IsOk());
  for (size_t i = 0; i < keys.size(); ++i) {
    const Entry* one = model.Find(keys[i], revision);
    ASSERT_EQ((*found)[i].has_value(), one != nullptr);
    if (one != nullptr) ExpectSame(*(*found)[i], *one);
  }
}

void CompareLogs(const Store& store, const Model& model) {
  const absl::StatusOr<std::vector<LogEntry>> log = store.ReadLog(0, 1'000'000);
  ASSERT_THAT(log, IsOk());
  ASSERT_EQ(log->size(), model.log().size());
  for (size_t i = 0; i < log->size(); ++i) {
    EXPECT_EQ((*log)[i].revision, model.log()[i].revision);
    EXPECT_EQ((*log)[i].time, model.log()[i].time);
    EXPECT_EQ((*log)[i].keys, model.log()[i].keys);
    EXPECT_EQ(*store.RevisionAt(model.log()[i].time), model.log()[i].revision);
  }
}

}  // namespace

TEST_P(StoreContract, AnswersAsASortedMapOfVersionsDoes) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    const std::string directory = directory_.Path(std::to_string(seed));
    std::unique_ptr<Store> store = GetParam().open(directory);
    Model model;
    Cases cases(seed);
    for (int step = 0; step < 120 && !HasFailure(); ++step) {
      CommitToBoth(*store, model, cases);
      CompareReads(*store, model, cases);
      // A durable store answers the same after it was closed.
      if (step % 40 == 39 && GetParam().name != "Memory") {
        store.reset();
        store = GetParam().open(directory);
      }
    }
    CompareLogs(*store, model);
  }
}

}  // namespace gainsay::store
