#include "service/ledger/import.h"

#include <algorithm>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

const std::string kQuestion = "topics/t/questions/q";

class Importing : public LedgerTest {
 protected:
  std::vector<std::string> OnFile() { return NamesOf(ExportedRecords(ledger_)); }
};

TEST_F(Importing, RecordsMayComeBeforeWhatTheyName) {
  model::Withdrawal withdrawal = Withdrawn(kQuestion + "/claims/c", model::WithdrawalKind::kVoided);
  withdrawal.name = "withdrawals/w";
  const Imported imported =
      ImportAll(ledger_, {withdrawal, ClaimOn(kQuestion, "a", true, "c"), QuestionNamed("t", "q"),
                          TopicNamed("t"), SpeakerFor("a", "b"), EntityNamed("b")});
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(imported.last.written, 6);
  EXPECT_EQ(imported.last.last_line, 6);
  EXPECT_EQ(imported.last.revision, Latest());
  EXPECT_THAT(OnFile(), ElementsAre("entities/a", "entities/b", "topics/t", kQuestion,
                                    kQuestion + "/claims/c", "withdrawals/w"));
}

TEST_F(Importing, SourcesThatCiteEachOtherAreWrittenTogether) {
  const Imported imported = ImportAll(
      ledger_, {SourceNamed("a", {"b"}), SourceNamed("b", {"c", "a"}), SourceNamed("c", {"a"}),
                SourceNamed("d", {"a", "d"}), SourceNamed("e", {"f"}), SourceNamed("f", {"e", "d"})});
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(imported.last.written, 6);
}

TEST_F(Importing, WhatIsNeverDeclaredIsAnErrorOfItsLineAndField) {
  const Imported imported =
      ImportAll(ledger_, {TopicNamed("t"), QuestionNamed("t", "q"), ClaimOn(kQuestion, "x", true)});
  EXPECT_EQ(imported.last.written, 2);
  EXPECT_EQ(imported.last.refused, 1);
  EXPECT_EQ(imported.last.waiting, 0);
  EXPECT_THAT(imported.errors, ElementsAre("3 NOT_FOUND: claim.party: entities/x is never declared"));
}

TEST_F(Importing, WhatNamesARefusedRecordIsRefusedWithItsLine) {
  const Imported imported = ImportAll(
      ledger_, {SpeakerFor("c", "b"), SpeakerFor("b", "a"), SpeakerFor("a", "a"), EntityNamed("d")});
  EXPECT_EQ(imported.last.written, 1);
  EXPECT_THAT(imported.errors,
              ElementsAre("1 NOT_FOUND: entity.speaksFor.entity: entities/b (line 2) is refused",
                          "2 NOT_FOUND: entity.speaksFor.entity: entities/a (line 3) is refused",
                          StartsWith("3 FAILED_PRECONDITION: entity.speaksFor: ")));
}

TEST_F(Importing, NothingRestsOnACycleThatIsRefused) {
  const Imported imported = ImportAll(
      ledger_, {SpeakerFor("a", "b"), SpeakerFor("b", "a"), SpeakerFor("c", "a"), EntityNamed("d")});
  EXPECT_THAT(OnFile(), ElementsAre("entities/d"));
  EXPECT_EQ(imported.last.refused, 3);
  EXPECT_THAT(imported.errors, IsSupersetOf({HasSubstr("entities/b would speak for itself")}));
}

TEST_F(Importing, ACircleIsKeptWithoutItsRefusedMember) {
  model::Entity a = SpeakerFor("a", "b", "2000/2009");
  model::Entity b = SpeakerFor("b", "a", "2010/2019");
  b.broader = {"entities/c"};
  model::Entity c = EntityNamed("c");
  c.broader = {"entities/c"};
  c.owned_by = "entities/a";
  Has(EntityNamed("c"));
  const Imported imported = ImportAll(ledger_, {a, b, c});
  EXPECT_EQ(imported.last.written, 2);
  EXPECT_THAT(imported.errors, ElementsAre(HasSubstr("3 FAILED_PRECONDITION: entity.broader[0]: ")));
}

TEST_F(Importing, SpeakersWhoSwapSidesOverTimeAreNoCycle) {
  EXPECT_EQ(
      ImportAll(ledger_, {SpeakerFor("a", "b", "2000/2009"), SpeakerFor("b", "a", "2010/2019")}).last.written,
      2);
}

TEST_F(Importing, ARecordWhoseValueDoesNotFitIsSkippedAndTheRestKept) {
  const Imported imported =
      ImportAll(ledger_, {EntityNamed("a"), TopicNamed("t"), QuestionNamed("t", "q"),
                          ClaimOn(kQuestion, "a", Amount("5")), ClaimOn(kQuestion, "a", true)});
  EXPECT_EQ(imported.last.written, 4);
  EXPECT_THAT(imported.errors, ElementsAre(HasSubstr("4 INVALID_ARGUMENT: claim.value.quantity: ")));
}

TEST_F(Importing, TheSameRecordsAgainWriteNothing) {
  const std::vector<model::Record> records = {
      ClaimOn(kQuestion, "a", true), EntityNamed("a"),        TopicNamed("t"),
      QuestionNamed("t", "q"),       SourceNamed("s", {"r"}), SourceNamed("r", {"s"})};
  ImportAll(ledger_, records);
  const store::Revision before = Latest();
  const Imported again = ImportAll(ledger_, records);
  EXPECT_EQ(again.last.written, 0);
  EXPECT_EQ(again.last.unchanged, 6);
  EXPECT_EQ(again.last.revision, before);
  EXPECT_EQ(Latest(), before);
}

TEST_F(Importing, AnEqualRecordTwiceInOneImportIsWrittenOnce) {
  const Imported imported = ImportAll(ledger_, {EntityNamed("a"), TopicNamed("t"), EntityNamed("a")});
  EXPECT_EQ(imported.last.written, 2);
  EXPECT_EQ(imported.last.unchanged, 1);
}

TEST_F(Importing, OfTwoVersionsOfANounTheLaterLineWins) {
  model::Entity second = EntityNamed("a");
  second.aliases = {"second"};
  ImportAll(ledger_, {EntityNamed("a"), second});
  EXPECT_EQ(Get<model::Entity>(ledger_, kWorkspace, "entities/a")->item.record, second);
}

TEST_F(Importing, TheLaterLineWinsEvenIfTheEarlierHasToWait) {
  model::Entity second = EntityNamed("a");
  second.aliases = {"second"};
  const Imported imported = ImportAll(ledger_, {SpeakerFor("a", "b"), second, EntityNamed("b")});
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(Get<model::Entity>(ledger_, kWorkspace, "entities/a")->item.record, second);
}

TEST_F(Importing, ALaterVersionStandsInForOneThatIsRefused) {
  const Imported imported =
      ImportAll(ledger_, {SpeakerFor("c", "a"), SpeakerFor("a", "nobody"), EntityNamed("a")});
  EXPECT_EQ(imported.last.written, 2);
  EXPECT_THAT(imported.errors, ElementsAre(StartsWith("2 NOT_FOUND: entity.speaksFor.entity: ")));
}

TEST_F(Importing, TwoVersionsOfWhatIsOnFileAsTheSecondWriteNothing) {
  Has(EntityNamed("a"));
  model::Entity other = EntityNamed("a");
  other.aliases = {"other"};
  const Imported imported = ImportAll(ledger_, {other, EntityNamed("a")});
  EXPECT_EQ(imported.last.written, 0);
  EXPECT_EQ(imported.last.unchanged, 2);
  EXPECT_EQ(Latest(), 1);
}

TEST_F(Importing, ADifferentClaimUnderAUsedNameIsRefused) {
  const Imported imported =
      ImportAll(ledger_, {EntityNamed("a"), TopicNamed("t"), QuestionNamed("t", "q"),
                          ClaimOn(kQuestion, "a", true, "c"), ClaimOn(kQuestion, "a", false, "c")});
  EXPECT_THAT(imported.errors, ElementsAre(StartsWith("5 ALREADY_EXISTS: claim.name: ")));
}

TEST_F(Importing, ADryRunSaysTheSameAndWritesNothing) {
  const std::vector<model::Record> records = {ClaimOn(kQuestion, "a", true),
                                              EntityNamed("a"),
                                              TopicNamed("t"),
                                              QuestionNamed("t", "q"),
                                              SourceNamed("s", {"r"}),
                                              SourceNamed("r", {"s"}),
                                              EntityNamed("a"),
                                              SpeakerFor("b", "nobody"),
                                              ClaimOn(kQuestion, "a", Amount("5"))};
  const Imported dry = ImportAll(ledger_, records, {.dry_run = true});
  EXPECT_EQ(Latest(), 0);
  const Imported real = ImportAll(ledger_, records);
  EXPECT_EQ(dry.errors, real.errors);
  EXPECT_EQ(dry.last.written, 6);
  EXPECT_EQ(dry.last.written, real.last.written);
  EXPECT_EQ(dry.last.unchanged, real.last.unchanged);
  EXPECT_EQ(dry.last.refused, real.last.refused);
}

TEST_F(Importing, LinesThatAreNoRecordsAreCountedAndReportedInOrder) {
  Import import(ledger_, {.workspace = kWorkspace});
  ASSERT_THAT(import.Add(1, import.Prepare(SpeakerFor("a", "nobody"))), IsOk());
  import.Refuse(2, absl::InvalidArgumentError("claim.value.quantity.amount: not a decimal number"));
  ASSERT_THAT(import.Add(3, import.Prepare(EntityNamed("b"))), IsOk());
  const auto finished = import.Finish();
  ASSERT_THAT(finished, IsOk());
  EXPECT_EQ(finished->written, 1);
  EXPECT_EQ(finished->refused, 2);
  EXPECT_EQ(finished->last_line, 3);
  ASSERT_EQ(finished->errors.size(), 2u);
  EXPECT_EQ(finished->errors[0].line, 1);
  EXPECT_EQ(finished->errors[1].status.message(), "claim.value.quantity.amount: not a decimal number");
}

TEST_F(Importing, AFlushMakesWhatIsReadyDurableAndTellsWhatWaits) {
  Import import(ledger_, {.workspace = kWorkspace});
  ASSERT_THAT(import.Add(1, import.Prepare(SourceNamed("a", {"b"}))), IsOk());
  ASSERT_THAT(import.Add(2, import.Prepare(SourceNamed("b", {"a"}))), IsOk());
  ASSERT_THAT(import.Add(3, import.Prepare(SpeakerFor("x", "y"))), IsOk());
  const auto flushed = import.Flush();
  ASSERT_THAT(flushed, IsOk());
  EXPECT_EQ(flushed->written, 2);
  EXPECT_EQ(flushed->waiting, 1);
  EXPECT_EQ(flushed->last_line, 3);
  EXPECT_THAT(OnFile(), ElementsAre("sources/a", "sources/b"));
  ASSERT_THAT(import.Add(4, import.Prepare(EntityNamed("y"))), IsOk());
  const auto finished = import.Finish();
  ASSERT_THAT(finished, IsOk());
  EXPECT_EQ(finished->written, 4);
  EXPECT_EQ(finished->waiting, 0);
}

TEST_F(Importing, AnEmptyImportAnswersWithTheRevisionItReadAt) {
  Has(EntityNamed("a"));
  EXPECT_EQ(ImportAll(ledger_, {}).last.revision, 1);
}

TEST_F(Importing, NothingIsWrittenToOtherWorkspaces) {
  ImportAll(ledger_, {EntityNamed("a")}, {.workspace = "other"});
  EXPECT_THAT(OnFile(), IsEmpty());
  EXPECT_EQ(ExportAll(ledger_, {}, "other").size(), 1u);
}

// The far ends of the window, without a hundred thousand records to take in between.
class ForwardReferences : public Importing {
 protected:
  void Skip(Import& import, int64_t records) {
    for (int64_t i = 0; i < records; ++i) import.Refuse(++line_, absl::InvalidArgumentError("skipped"));
  }
  int64_t line_ = 0;
};

TEST_F(ForwardReferences, ReachAHundredThousandRecords) {
  Import import(ledger_, {.workspace = kWorkspace});
  ASSERT_THAT(import.Add(++line_, import.Prepare(SpeakerFor("a", "b"))), IsOk());
  Skip(import, kForwardReferenceWindow - 1);
  EXPECT_EQ(import.Flush()->waiting, 1);
  ASSERT_THAT(import.Add(++line_, import.Prepare(EntityNamed("b"))), IsOk());
  const auto finished = import.Finish();
  ASSERT_THAT(finished, IsOk());
  EXPECT_EQ(finished->written, 2);
}

TEST_F(ForwardReferences, DoNotReachFurther) {
  Import import(ledger_, {.workspace = kWorkspace});
  ASSERT_THAT(import.Add(++line_, import.Prepare(SpeakerFor("a", "b"))), IsOk());
  Skip(import, kForwardReferenceWindow);
  const auto flushed = import.Flush();
  ASSERT_THAT(flushed, IsOk());
  EXPECT_EQ(flushed->waiting, 0);
  EXPECT_THAT(std::string(flushed->errors[0].status.message()),
              "entity.speaksFor.entity: entities/b is never declared");
}

TEST_F(ForwardReferences, OfTwentyThousandRecordsEachToTheNextAreAllKept) {
  constexpr int kRecords = 20'000;
  std::vector<model::Record> records;
  for (int i = 0; i < kRecords; ++i) {
    records.push_back(i + 1 < kRecords ? SourceNamed(std::to_string(i), {std::to_string(i + 1)})
                                       : SourceNamed(std::to_string(i)));
  }
  const Imported imported = ImportAll(ledger_, records);
  EXPECT_THAT(imported.errors, IsEmpty());
  EXPECT_EQ(imported.last.written, kRecords);
  EXPECT_EQ(Latest(), kRecords / kImportBatch);
}

TEST_F(ForwardReferences, OfTwentyThousandRecordsInOneCircleAreKeptInOneCommit) {
  constexpr int kRecords = 20'000;
  std::vector<model::Record> records;
  for (int i = 0; i < kRecords; ++i) {
    records.push_back(SourceNamed(std::to_string(i), {std::to_string((i + 1) % kRecords)}));
  }
  const Imported imported = ImportAll(ledger_, records);
  EXPECT_EQ(imported.last.written, kRecords);
  EXPECT_EQ(Latest(), 1);
}

}  // namespace
}  // namespace gainsay::ledger
