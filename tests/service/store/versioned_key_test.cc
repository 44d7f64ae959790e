#include "service/store/versioned_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "service/store/escaped_string.h"
#include "service/store/log_codec.h"
#include "tests/support/status_matchers.h"

namespace gainsay::store {
namespace {

using testing::HasCode;

std::vector<std::string> AwkwardKeys() {
  static constexpr char kBytes[] = {'\x00', '\x01', '\x02', 'a', '\xFE', '\xFF'};
  std::vector<std::string> keys = {""};
  for (size_t i = 0; i < keys.size() && keys[i].size() < 3; ++i) {
    for (const char byte : kBytes) keys.push_back(keys[i] + byte);
  }
  return keys;
}

TEST(VersionedKeyTest, SortsByKeyAndThenTheNewestFirst) {
  std::mt19937_64 random(7);
  const std::vector<std::string> keys = AwkwardKeys();
  const std::vector<Revision> revisions = {1, 2, 255, 256, int64_t{1} << 40};
  for (int i = 0; i < 20'000; ++i) {
    const std::string& a = keys[random() % keys.size()];
    const std::string& b = keys[random() % keys.size()];
    const Revision at_a = revisions[random() % revisions.size()];
    const Revision at_b = revisions[random() % revisions.size()];
    ASSERT_EQ(std::make_tuple(a, -at_a) < std::make_tuple(b, -at_b),
              VersionedKey(a, at_a) < VersionedKey(b, at_b));
  }
}

TEST(VersionedKeyTest, ABoundLiesBeforeTheVersionsOfItsKeyAndAfterAllSmallerOnes) {
  const std::vector<std::string> keys = AwkwardKeys();
  for (const std::string& bound : keys) {
    for (const std::string& key : keys) {
      ASSERT_EQ(key < bound, VersionedKey(key, 3) < VersionedBound(bound));
    }
  }
}

TEST(VersionedKeyTest, ComesApartIntoKeyAndRevision) {
  for (const std::string& key : AwkwardKeys()) {
    const std::string stored = VersionedKey(key, 258);
    const std::optional<VersionedKeyParts> parts = SplitVersionedKey(stored);
    ASSERT_TRUE(parts.has_value());
    EXPECT_EQ(parts->revision, 258);
    EXPECT_EQ(KeyOfStem(parts->stem), key);
  }
}

TEST(VersionedKeyTest, ThePlaceAfterAStemIsAfterItsVersionsAndBeforeAllGreaterKeys) {
  const std::vector<std::string> keys = AwkwardKeys();
  for (const std::string& key : keys) {
    const std::string oldest = VersionedKey(key, 1);
    const std::string after = AfterStem(SplitVersionedKey(oldest)->stem);
    EXPECT_LT(oldest, after);
    for (const std::string& other : keys) {
      ASSERT_EQ(other > key, after < VersionedKey(other, int64_t{1} << 62));
    }
  }
}

TEST(VersionedKeyTest, RefusesWhatIsNoVersionedKey) {
  const std::string stored = VersionedKey("k", 1);
  for (size_t length = 0; length < stored.size(); ++length) {
    EXPECT_EQ(SplitVersionedKey(stored.substr(0, length)), std::nullopt) << length;
  }
  EXPECT_EQ(SplitVersionedKey(VersionedKey("k", 0)), std::nullopt);
  EXPECT_EQ(SplitVersionedKey(LogKey(1)), std::nullopt);
}

TEST(VersionedKeyTest, AStoredValueKeepsItsTimeAndBytes) {
  for (const int64_t micros : {int64_t{0}, int64_t{-1}, int64_t{1'766'448'000'000'001}}) {
    const std::string stored = StoredValue(absl::FromUnixMicros(micros), "value");
    const std::optional<ValueParts> parts = SplitStoredValue(stored);
    ASSERT_TRUE(parts.has_value());
    EXPECT_EQ(parts->time, absl::FromUnixMicros(micros));
    EXPECT_EQ(parts->value, "value");
  }
  EXPECT_EQ(SplitStoredValue("1234567"), std::nullopt);
}

TEST(EscapedStringTest, RefusesWhatIsCutOrEscapesNothing) {
  for (const std::string_view bytes : {std::string_view("ab"), std::string_view("a\0", 2),
                                       std::string_view("a\0\x02", 3), std::string_view()}) {
    std::string_view rest = bytes;
    EXPECT_EQ(ConsumeEscaped(rest), std::nullopt);
  }
}

TEST(LogCodecTest, AnEntryThatIsCutOrHasTooMuchIsDamage) {
  const std::string key = LogKey(7);
  const std::string entry = StoredLogEntry(absl::UnixEpoch(), {"first", ""});
  ASSERT_TRUE(ParseLogEntry(key, entry).ok());

  for (const size_t length : {size_t{7}, size_t{10}, size_t{13}, entry.size() - 1}) {
    EXPECT_THAT(ParseLogEntry(key, entry.substr(0, length)), HasCode(absl::StatusCode::kDataLoss)) << length;
  }
  EXPECT_THAT(ParseLogEntry(key, entry + "x"), HasCode(absl::StatusCode::kDataLoss));
  EXPECT_THAT(ParseLogEntry(key + "x", entry), HasCode(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace gainsay::store
