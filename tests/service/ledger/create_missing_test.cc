#include "service/ledger/bare_record.h"
#include "service/ledger/import.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kQuestion = "topics/t/questions/q";

class CreateMissing : public LedgerTest {
 protected:
  Imported ImportLoosely(const std::vector<model::Record>& records) {
    return ImportAll(ledger_, records, {.create_missing = true});
  }
  model::ValueType TypeOf(const std::string& question) {
    return Get<model::Question>(ledger_, kWorkspace, question)->item.record.value_type;
  }
};

TEST_F(CreateMissing, WhateverAClaimNamesIsMade) {
  model::Claim claim = ClaimOn(kQuestion, "a", Amount("5"), "c");
  claim.appearances = {{"sources/s"}};
  const Imported imported = ImportLoosely({claim});
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(imported.last.written, 1);
  EXPECT_EQ(imported.last.created_missing, 4);
  EXPECT_THAT(NamesOf(ExportedRecords(ledger_)),
              ElementsAre("entities/a", "sources/s", "topics/t", kQuestion, kQuestion + "/claims/c"));
  EXPECT_EQ(Get<model::Entity>(ledger_, kWorkspace, "entities/a")->item.record, EntityNamed("a"));
  EXPECT_EQ(TypeOf(kQuestion), model::ValueType::kQuantity);
}

TEST_F(CreateMissing, AQuestionTakesTheTypeOfTheFirstValueThatTellsOne) {
  ImportLoosely({ClaimOn(kQuestion, "a", model::Unknown{}), ClaimOn(kQuestion, "a", Time("2025"))});
  EXPECT_EQ(TypeOf(kQuestion), model::ValueType::kTime);
  ImportLoosely({ClaimOn("topics/t/questions/none", "a", model::None{})});
  EXPECT_EQ(TypeOf("topics/t/questions/none"), model::ValueType::kText);
}

TEST_F(CreateMissing, AQuestionThatAnotherSumsIsAQuantity) {
  model::Question whole = QuestionNamed("t", "whole", model::ValueType::kQuantity);
  whole.parts = {"topics/u/questions/part"};
  EXPECT_THAT(ImportLoosely({whole}).errors, IsEmpty());
  EXPECT_EQ(TypeOf("topics/u/questions/part"), model::ValueType::kQuantity);
}

TEST_F(CreateMissing, WhatIsDeclaredLaterIsNotMade) {
  model::Topic topic = TopicNamed("t");
  topic.title = "Declared";
  topic.place = "entities/nowhere";
  const Imported imported = ImportLoosely({ClaimOn(kQuestion, "a", true), topic, EntityNamed("a")});
  EXPECT_EQ(imported.last.created_missing, 2);  // the place and the question
  EXPECT_EQ(Get<model::Topic>(ledger_, kWorkspace, "topics/t")->item.record, topic);
}

TEST_F(CreateMissing, WhatSomebodySaidIsNeverMade) {
  model::Withdrawal withdrawal = Withdrawn(kQuestion + "/claims/none", model::WithdrawalKind::kVoided, "a");
  const Imported imported = ImportLoosely({withdrawal});
  EXPECT_THAT(imported.errors,
              ElementsAre("1 NOT_FOUND: withdrawal.claim: " + kQuestion + "/claims/none is never declared"));
}

TEST_F(CreateMissing, TheSameImportAgainMakesNothing) {
  const std::vector<model::Record> records = {ClaimOn(kQuestion, "a", true), SourceNamed("s", {"r"})};
  ImportLoosely(records);
  const store::Revision before = Latest();
  const Imported again = ImportLoosely(records);
  EXPECT_EQ(again.last.unchanged, 2);
  EXPECT_EQ(again.last.created_missing, 0);
  EXPECT_EQ(Latest(), before);
}

TEST_F(CreateMissing, CirclesThatNameSomethingMissingAreKept) {
  const Imported imported =
      ImportLoosely({SourceNamed("a", {"b"}), SourceNamed("b", {"a", "c"}), SourceNamed("d", {"a"})});
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(imported.last.written, 3);
  EXPECT_EQ(imported.last.created_missing, 1);
}

TEST_F(CreateMissing, ADryRunCountsWhatWouldBeMade) {
  const Imported imported =
      ImportAll(ledger_, {ClaimOn(kQuestion, "a", true)}, {.dry_run = true, .create_missing = true});
  EXPECT_EQ(imported.last.created_missing, 3);
  EXPECT_EQ(imported.last.written, 1);
  EXPECT_EQ(Latest(), 0);
}

TEST_F(CreateMissing, WhatIsTooFarAwayIsMadeOnceTheWindowHasPassed) {
  Import import(ledger_, {.workspace = kWorkspace, .create_missing = true});
  ASSERT_THAT(import.Add(1, import.Prepare(SpeakerFor("a", "b"))), IsOk());
  for (int i = 0; i < kForwardReferenceWindow; ++i) {
    import.Refuse(i + 2, absl::InvalidArgumentError("skipped"));
  }
  const auto flushed = import.Flush();
  ASSERT_THAT(flushed, IsOk());
  EXPECT_EQ(flushed->written, 1);
  EXPECT_EQ(flushed->created_missing, 1);
}

}  // namespace
}  // namespace gainsay::ledger
