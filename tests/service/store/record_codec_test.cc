#include "service/store/record_codec.h"

#include <gmock/gmock.h>
#include <google/protobuf/stubs/logging.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "service/store/stored_record.pb.h"
#include "tests/service/store/random_records.h"
#include "tests/support/status_matchers.h"

namespace gainsay::store {
namespace {

using testing::HasCode;
using testing::IsOk;

constexpr uint64_t kSeed = 20251223;

TEST(RecordCodecTest, EveryRecordComesBackAsItWas) {
  RandomRecords records(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const model::Record record = records.Next();
    const absl::StatusOr<model::Record> decoded = DecodeRecord(EncodeRecord(record));
    ASSERT_THAT(decoded, IsOk()) << i;
    ASSERT_TRUE(*decoded == record) << i;
  }
}

TEST(RecordCodecTest, EqualRecordsGiveEqualBytes) {
  RandomRecords records(kSeed);
  for (int i = 0; i < 500; ++i) {
    const model::Record record = records.Next();
    const std::string bytes = EncodeRecord(record);
    ASSERT_EQ(EncodeRecord(*DecodeRecord(bytes)), bytes) << i;
  }
}

TEST(RecordCodecTest, NegativeZeroIsStoredAsZero) {
  model::Claim zero;
  zero.value = model::Point{0.0, 0.0, 1.0};
  model::Claim negative;
  negative.value = model::Point{-0.0, -0.0, 1.0};

  EXPECT_EQ(EncodeRecord(zero), EncodeRecord(negative));
}

TEST(RecordCodecTest, AnAmountKeepsItsText) {
  model::Claim claim;
  const model::Decimal amount = *model::Decimal::Parse("5.0");
  claim.value = model::Quantity{amount, amount, model::Bound::kExact, "persons"};

  const model::Record decoded = *DecodeRecord(EncodeRecord(claim));

  const auto& value = std::get<model::Quantity>(*std::get<model::Claim>(decoded).value);
  EXPECT_EQ(value.lower.text(), "5.0");
  EXPECT_EQ(value.upper.text(), "5.0");
}

TEST(RecordCodecTest, FlippedAndCutBytesGiveDamageOrARecord) {
  const google::protobuf::LogSilencer quiet;  // it tells of each text that is not UTF-8
  RandomRecords records(kSeed);
  int damaged = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string bytes = EncodeRecord(records.Next());
    for (int flip = 0; flip < 40; ++flip) {
      std::string changed = bytes;
      changed[records.Number(changed.size())] ^= static_cast<char>(1 << records.Number(8));
      if (flip % 4 == 0) changed.resize(records.Number(changed.size()));
      const absl::StatusOr<model::Record> decoded = DecodeRecord(changed);
      if (decoded.ok()) {
        EXPECT_THAT(DecodeRecord(EncodeRecord(*decoded)), IsOk());
      } else {
        EXPECT_THAT(decoded, HasCode(absl::StatusCode::kDataLoss));
        ++damaged;
      }
    }
  }
  EXPECT_GT(damaged, 1000);
}

// A stored claim that is well formed, to be spoilt.
v1::StoredRecord StoredClaim() {
  model::Claim claim;
  claim.name = "topics/t/questions/q/claims/c";
  claim.value = true;
  v1::StoredRecord stored;
  stored.ParseFromString(EncodeRecord(claim));
  return stored;
}

TEST(RecordCodecTest, WhatNoRecordCanHoldIsDamage) {
  const auto expect_damage = [](const char* what, auto spoil) {
    v1::StoredRecord stored = StoredClaim();
    ASSERT_THAT(DecodeRecord(stored.SerializeAsString()), IsOk());
    spoil(*stored.mutable_claim());
    EXPECT_THAT(DecodeRecord(stored.SerializeAsString()), HasCode(absl::StatusCode::kDataLoss)) << what;
  };
  expect_damage("polarity missing", [](v1::Claim& claim) { claim.set_polarity(0); });
  expect_damage("certainty unknown", [](v1::Claim& claim) { claim.set_certainty(5); });
  expect_damage("time", [](v1::Claim& claim) { claim.set_said_time("yesterday"); });
  expect_damage("value without a kind", [](v1::Claim& claim) { claim.mutable_value()->clear_value(); });
  expect_damage("empty time value", [](v1::Claim& claim) { claim.mutable_value()->set_time(""); });
  expect_damage("no amount",
                [](v1::Claim& claim) { claim.mutable_value()->mutable_quantity()->set_bound(1); });
  expect_damage("upper of an exact amount", [](v1::Claim& claim) {
    v1::Quantity& quantity = *claim.mutable_value()->mutable_quantity();
    quantity.set_bound(1);
    quantity.set_lower("1");
    quantity.set_upper("2");
  });
  expect_damage("infinite latitude", [](v1::Claim& claim) {
    claim.mutable_value()->mutable_point()->set_latitude(std::numeric_limits<double>::infinity());
  });
  expect_damage("a field of a newer format", [](v1::Claim& claim) {
    claim.GetReflection()->MutableUnknownFields(&claim)->AddVarint(1000, 1);
  });
}

TEST(RecordCodecTest, ARecordOfNoKindIsDamage) {
  EXPECT_THAT(DecodeRecord(""), HasCode(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodeRecord("\xFF"), HasCode(absl::StatusCode::kDataLoss));
}

TEST(RecordCodecTest, MapKeysOutOfOrderAreDamage) {
  v1::StoredRecord stored;
  stored.mutable_entity()->add_names()->set_key("b");
  stored.mutable_entity()->add_names()->set_key("a");

  EXPECT_THAT(DecodeRecord(stored.SerializeAsString()), HasCode(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace gainsay::store
