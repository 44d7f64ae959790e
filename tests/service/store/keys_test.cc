#include "service/store/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/support/status_matchers.h"

namespace gainsay::store {
namespace {

using model::NameKind;
using testing::HasCode;
using testing::IsOk;

bool Contains(const KeyRange& range, const std::string& key) { return range.begin <= key && key < range.end; }

constexpr char kQuestion[] = "topics/t/questions/q";
constexpr char kClaim[] = "topics/t/questions/q/claims/c";

TEST(KeysTest, AllThatBelongsToAQuestionIsOneRange) {
  const KeyRange range = QuestionRange("w", kQuestion);

  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kQuestion, kQuestion)));
  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kClaim, kClaim)));
  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kSilence, "topics/t/questions/q/silences/s")));
  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kRelation, "topics/t/questions/q/relations/r")));
  EXPECT_TRUE(Contains(range, WithdrawalKey("w", kClaim, "withdrawals/x")));
  EXPECT_TRUE(Contains(range, WithdrawalKey("w", "topics/t/questions/q/silences/s", "withdrawals/x")));
}

TEST(KeysTest, NothingOfAnotherQuestionIsInAQuestionsRange) {
  const KeyRange range = QuestionRange("w", kQuestion);

  for (const char* other : {"topics/t/questions/q2", "topics/t/questions/p", "topics/t2/questions/q",
                            "topics/t/questions/q-", "topics/s/questions/q"}) {
    EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kQuestion, other))) << other;
    EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kClaim, std::string(other) + "/claims/c")))
        << other;
  }
  EXPECT_FALSE(Contains(range, RecordKey("w2", NameKind::kQuestion, kQuestion)));
  EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kTopic, "topics/t")));
  EXPECT_FALSE(Contains(range, ClaimByPartyKey("w", "entities/e", kClaim)));
}

TEST(KeysTest, TheClaimsOfAQuestionAreARangeOfTheirOwn) {
  const KeyRange range = QuestionClaimsRange("w", kQuestion);

  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kClaim, kClaim)));
  EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kQuestion, kQuestion)));
  EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kSilence, "topics/t/questions/q/silences/s")));
}

TEST(KeysTest, ASourceLiesWithItsWithdrawals) {
  const KeyRange range = SourceRange("w", "sources/s");

  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kSource, "sources/s")));
  EXPECT_TRUE(Contains(range, WithdrawalKey("w", "sources/s", "withdrawals/x")));
  EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kSource, "sources/s2")));
  EXPECT_FALSE(Contains(range, WithdrawalKey("w", "sources/s2", "withdrawals/x")));
}

TEST(KeysTest, TheQuestionsOfATopicAreOneRange) {
  const KeyRange range = TopicQuestionsRange("w", "topics/t");

  EXPECT_TRUE(Contains(range, RecordKey("w", NameKind::kClaim, kClaim)));
  EXPECT_FALSE(Contains(range, RecordKey("w", NameKind::kQuestion, "topics/t2/questions/q")));
}

TEST(KeysTest, EveryRecordOfAKindIsInTheRangeOfTheKindAndOfNoOtherWorkspace) {
  const std::vector<std::pair<NameKind, std::string>> records = {
      {NameKind::kEntity, "entities/a"},
      {NameKind::kSource, "sources/a"},
      {NameKind::kTopic, "topics/t"},
      {NameKind::kQuestion, kQuestion},
      {NameKind::kClaim, kClaim},
      {NameKind::kSilence, "topics/t/questions/q/silences/s"},
      {NameKind::kRelation, "topics/t/questions/q/relations/r"},
      {NameKind::kWithdrawal, "withdrawals/x"}};
  for (const auto& [kind, name] : records) {
    EXPECT_TRUE(Contains(KindRange("w", kind), RecordKey("w", kind, name))) << name;
    EXPECT_FALSE(Contains(KindRange("w", kind), RecordKey("w2", kind, name))) << name;
    EXPECT_FALSE(Contains(KindRange("w", kind), ClaimByPartyKey("w", "entities/a", kClaim))) << name;
  }
}

TEST(KeysTest, IndexEntriesAreInTheRangeOfTheNameTheyAreUnder) {
  EXPECT_TRUE(Contains(ClaimsByPartyRange("w", "entities/e"), ClaimByPartyKey("w", "entities/e", kClaim)));
  EXPECT_TRUE(Contains(ClaimsBySourceRange("w", "sources/s"), ClaimBySourceKey("w", "sources/s", kClaim)));
  EXPECT_TRUE(Contains(ClaimsByValueRange("w", "entities/e"), ClaimByValueKey("w", "entities/e", kClaim)));
  EXPECT_TRUE(Contains(SourcesByPublisherRange("w", "entities/e"),
                       SourceByPublisherKey("w", "entities/e", "sources/s")));
  EXPECT_TRUE(Contains(NarrowerRange("w", "entities/b"), NarrowerKey("w", "entities/b", "entities/e")));
  EXPECT_TRUE(Contains(SideMembersRange("w", "entities/b"), SideMemberKey("w", "entities/b", "entities/e")));
  EXPECT_TRUE(Contains(CitedByRange("w", "sources/s"), CitedByKey("w", "sources/s", "sources/r")));
  EXPECT_TRUE(Contains(PartOfRange("w", kQuestion), PartOfKey("w", kQuestion, "topics/t/questions/sum")));

  EXPECT_FALSE(Contains(ClaimsByPartyRange("w", "entities/e"), ClaimByPartyKey("w", "entities/e2", kClaim)));
  EXPECT_FALSE(Contains(NarrowerRange("w", "entities/b"), SideMemberKey("w", "entities/b", "entities/e")));
  EXPECT_FALSE(Contains(PartOfRange("w", kQuestion), PartOfKey("w", "topics/t/questions/q2", kQuestion)));
}

TEST(KeysTest, AKeyTellsTheRecordItHolds) {
  const auto expect = [](const std::string& key, ParsedKey::Kind kind, NameKind name_kind,
                         const std::string& name) {
    const absl::StatusOr<ParsedKey> parsed = ParseKey(key);
    ASSERT_THAT(parsed, IsOk()) << name;
    EXPECT_EQ(parsed->kind, kind) << name;
    EXPECT_EQ(parsed->name_kind, name_kind) << name;
    EXPECT_EQ(parsed->workspace, "w");
    EXPECT_EQ(parsed->name, name);
  };
  using Kind = ParsedKey::Kind;
  expect(RecordKey("w", NameKind::kEntity, "entities/e"), Kind::kRecord, NameKind::kEntity, "entities/e");
  expect(RecordKey("w", NameKind::kSource, "sources/s"), Kind::kRecord, NameKind::kSource, "sources/s");
  expect(RecordKey("w", NameKind::kTopic, "topics/t"), Kind::kRecord, NameKind::kTopic, "topics/t");
  expect(RecordKey("w", NameKind::kQuestion, kQuestion), Kind::kRecord, NameKind::kQuestion, kQuestion);
  expect(RecordKey("w", NameKind::kClaim, kClaim), Kind::kRecord, NameKind::kClaim, kClaim);
  for (const char* target : {kClaim, "sources/s"}) {
    expect(WithdrawalKey("w", target, "withdrawals/x"), Kind::kRecord, NameKind::kWithdrawal,
           "withdrawals/x");
  }
  expect(WithdrawalNameKey("w", "withdrawals/x"), Kind::kWithdrawalName, NameKind::kWithdrawal,
         "withdrawals/x");
  expect(ClaimByPartyKey("w", "entities/e", kClaim), Kind::kIndex, NameKind::kClaim, kClaim);
  expect(ClaimBySourceKey("w", "sources/s", kClaim), Kind::kIndex, NameKind::kClaim, kClaim);
  expect(RequestKey("w", "r-1"), Kind::kRequest, NameKind::kEntity, "r-1");
  expect(ClaimByValueKey("w", "entities/e", kClaim), Kind::kIndex, NameKind::kClaim, kClaim);
  expect(SourceByPublisherKey("w", "entities/e", "sources/s"), Kind::kIndex, NameKind::kSource, "sources/s");
  expect(NarrowerKey("w", "entities/b", "entities/e"), Kind::kIndex, NameKind::kEntity, "entities/e");
  expect(SideMemberKey("w", "entities/b", "entities/e"), Kind::kIndex, NameKind::kEntity, "entities/e");
  expect(CitedByKey("w", "sources/s", "sources/r"), Kind::kIndex, NameKind::kSource, "sources/r");
  expect(PartOfKey("w", kQuestion, "topics/t/questions/sum"), Kind::kIndex, NameKind::kQuestion,
         "topics/t/questions/sum");
}

TEST(KeysTest, KeysSortByWorkspaceThenKindThenIds) {
  std::mt19937_64 random(20251223);
  const auto id = [&random] {
    static constexpr char kIdBytes[] = "09az._-";
    std::string made(1, kIdBytes[random() % 4]);
    for (uint64_t i = random() % 3; i > 0; --i) made.push_back(kIdBytes[random() % 7]);
    return made;
  };
  const auto workspace = [&random] {
    static constexpr char kBytes[] = {'\x00', '\x01', 'a', '\xFF'};
    std::string made;
    for (uint64_t i = random() % 3; i > 0; --i) made.push_back(kBytes[random() % 4]);
    return made;
  };
  std::vector<std::pair<std::vector<std::string>, std::string>> keys;
  for (int i = 0; i < 400; ++i) {
    const std::vector<std::string> ids = {workspace(), id(), id(), id()};
    const std::string name = "topics/" + ids[1] + "/questions/" + ids[2] + "/claims/" + ids[3];
    keys.emplace_back(ids, RecordKey(ids[0], NameKind::kClaim, name));
  }
  for (const auto& [ids, key] : keys) {
    for (const auto& [other_ids, other_key] : keys) {
      ASSERT_EQ(ids < other_ids, key < other_key);
      ASSERT_EQ(ids == other_ids, key == other_key);
    }
  }
}

TEST(KeysTest, WhatNoKeyCanBeIsDamage) {
  const std::string key = RecordKey("w", NameKind::kClaim, kClaim);
  for (size_t length = 0; length < key.size(); ++length) {
    EXPECT_THAT(ParseKey(key.substr(0, length)), HasCode(absl::StatusCode::kDataLoss)) << length;
  }
  EXPECT_THAT(ParseKey(key + "x"), HasCode(absl::StatusCode::kDataLoss));
  EXPECT_THAT(ParseKey(RecordKey("w", NameKind::kEntity, "entities/UPPER")),
              HasCode(absl::StatusCode::kDataLoss));
  EXPECT_THAT(ParseKey(std::string("w\0\x01\x0F", 4) + std::string("e\0\x01", 3)),
              HasCode(absl::StatusCode::kDataLoss));
}

TEST(KeysTest, ChangedBytesGiveDamageOrAnotherKeyOfTheCodec) {
  const std::string key = PartOfKey("w", kQuestion, "topics/t/questions/sum");
  for (size_t at = 0; at < key.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = key;
      changed[at] = static_cast<char>(byte);
      const absl::StatusOr<ParsedKey> parsed = ParseKey(changed);
      if (parsed.ok()) continue;
      EXPECT_THAT(parsed, HasCode(absl::StatusCode::kDataLoss));
    }
  }
}

}  // namespace
}  // namespace gainsay::store
