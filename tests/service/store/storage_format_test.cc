#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "service/store/byte_order.h"
#include "service/store/keys.h"
#include "service/store/log_codec.h"
#include "service/store/record_codec.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

using model::NameKind;

// The lines `what | hexadecimal` of the page's block of vectors.
std::map<std::string, std::string> VectorsOfThePage() {
  std::ifstream page(GAINSAY_SOURCE_DIR "/docs/storage-format.md");
  std::map<std::string, std::string> vectors;
  bool within = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("```")) {
      within = line == "```vectors";
    } else if (within) {
      const size_t bar = line.find(" | ");
      EXPECT_NE(bar, std::string::npos) << line;
      EXPECT_TRUE(vectors.emplace(line.substr(0, bar), line.substr(bar + 3)).second) << line;
    }
  }
  return vectors;
}

void AddKeys(std::map<std::string, std::string>& bytes) {
  const std::string question = "topics/t/questions/q";
  const std::string claim = question + "/claims/c";
  bytes["entity entities/e"] = RecordKey("w", NameKind::kEntity, "entities/e");
  bytes["source sources/s"] = RecordKey("w", NameKind::kSource, "sources/s");
  bytes["withdrawal withdrawals/x of sources/s"] = WithdrawalKey("w", "sources/s", "withdrawals/x");
  bytes["topic topics/t"] = RecordKey("w", NameKind::kTopic, "topics/t");
  bytes["question topics/t/questions/q"] = RecordKey("w", NameKind::kQuestion, question);
  bytes["claim topics/t/questions/q/claims/c"] = RecordKey("w", NameKind::kClaim, claim);
  bytes["silence topics/t/questions/q/silences/s"] =
      RecordKey("w", NameKind::kSilence, question + "/silences/s");
  bytes["relation topics/t/questions/q/relations/r"] =
      RecordKey("w", NameKind::kRelation, question + "/relations/r");
  bytes["withdrawal withdrawals/x of topics/t/questions/q/claims/c"] =
      WithdrawalKey("w", claim, "withdrawals/x");
  bytes["name withdrawals/x"] = WithdrawalNameKey("w", "withdrawals/x");
  bytes["claim by party entities/e"] = ClaimByPartyKey("w", "entities/e", claim);
  bytes["claim by source sources/s"] = ClaimBySourceKey("w", "sources/s", claim);
  bytes["request r-1"] = RequestKey("w", "r-1");
  bytes["claim of the value entities/e"] = ClaimByValueKey("w", "entities/e", claim);
  bytes["sources/s, published by entities/e"] = SourceByPublisherKey("w", "entities/e", "sources/s");
  bytes["entities/e under entities/b, which is broader"] = NarrowerKey("w", "entities/b", "entities/e");
  bytes["entities/e on the side of entities/b"] = SideMemberKey("w", "entities/b", "entities/e");
  bytes["sources/r, which cites sources/s"] = CitedByKey("w", "sources/s", "sources/r");
  bytes["topics/t/questions/sum, of which topics/t/questions/q is a part"] =
      PartOfKey("w", question, "topics/t/questions/sum");
  bytes["entity entities/e of a workspace of the one byte 00"] =
      RecordKey(std::string(1, '\0'), NameKind::kEntity, "entities/e");
}

model::Claim ExampleClaim() {
  model::Claim claim;
  claim.name = "topics/t/questions/q/claims/c";
  claim.question = "topics/t/questions/q";
  claim.party = "entities/e";
  const model::Decimal five = *model::Decimal::Parse("5");
  claim.value = model::Quantity{five, five, model::Bound::kExact, "persons"};
  claim.said_time = *model::Edtf::Parse("2025-12-24");
  return claim;
}

std::map<std::string, std::string> BytesOfThisBuild() {
  std::map<std::string, std::string> bytes;
  AddKeys(bytes);
  const absl::Time time = absl::FromUnixMicros(1'766'448'000'000'001);
  bytes["stored key: key 'k', revision 1"] = VersionedKey("k", 1);
  bytes["stored key: key 'k', revision 2"] = VersionedKey("k", 2);
  bytes["stored key: key of the one byte 00, revision 258"] = VersionedKey(std::string(1, '\0'), 258);
  bytes["stored value: 'v' at 2025-12-23T00:00:00.000001Z"] = StoredValue(time, "v");
  bytes["log key: revision 258"] = LogKey(258);
  bytes["log entry: keys 'a' and 'bc' at 2025-12-23T00:00:00.000001Z"] = StoredLogEntry(time, {"a", "bc"});
  bytes["record: the claim above"] = EncodeRecord(ExampleClaim());
  return bytes;
}

TEST(StorageFormatTest, ThePageShowsTheBytesThatAreWritten) {
  std::map<std::string, std::string> hex;
  for (const auto& [what, bytes] : BytesOfThisBuild()) hex[what] = Hex(bytes);

  EXPECT_EQ(VectorsOfThePage(), hex);
}

TEST(StorageFormatTest, ThePagesRecordIsReadAsTheClaimItSays) {
  const absl::StatusOr<model::Record> record = DecodeRecord(BytesOfThisBuild()["record: the claim above"]);

  ASSERT_TRUE(record.ok());
  EXPECT_EQ(std::get<model::Claim>(*record), ExampleClaim());
}

}  // namespace
}  // namespace gainsay::store
