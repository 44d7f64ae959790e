#include <thread>

#include "tests/service/ledger/interfering_store.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;

class Racing : public LedgerTest {
 protected:
  // Before the next commit of `slow_`, does this once.
  void Meanwhile(std::function<void()> act) {
    interfering_.before_commit = [this, act = std::move(act)] {
      interfering_.before_commit = nullptr;
      act();
    };
  }

  InterferingStore interfering_{*store_};
  Ledger slow_{interfering_, ledger_.now};
};

TEST_F(Racing, OfTwoThreadsThatCreateOneNameOneWins) {
  for (int round = 0; round < 50; ++round) {
    const model::Entity entity = EntityNamed("e" + std::to_string(round));
    absl::Status results[2];
    {
      std::vector<std::jthread> threads;
      for (absl::Status& result : results) {
        threads.emplace_back([&] { result = Create(ledger_, kWorkspace, entity).status(); });
      }
    }
    EXPECT_NE(results[0].ok(), results[1].ok());
    EXPECT_THAT(results[0].ok() ? results[1] : results[0], HasCode(StatusCode::kAlreadyExists));
  }
}

TEST_F(Racing, OfTwoThreadsThatWouldCloseACycleOneWins) {
  for (int round = 0; round < 50; ++round) {
    const std::string ids[] = {"a" + std::to_string(round), "b" + std::to_string(round)};
    for (const std::string& id : ids) Has(EntityNamed(id));
    absl::Status results[2];
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&, i] { results[i] = Replace(SpeakerFor(ids[i], ids[1 - i])).status(); });
      }
    }
    EXPECT_NE(results[0].ok(), results[1].ok());
    EXPECT_THAT(results[0].ok() ? results[1] : results[0], HasCode(StatusCode::kFailedPrecondition));
  }
}

TEST_F(Racing, AnUpdateIsAppliedToWhatTheOtherWriterLeft) {
  Has(EntityNamed("a"));
  Meanwhile([this] {
    model::Entity other = EntityNamed("a");
    other.aliases = {"other"};
    ASSERT_THAT(Replace(other), IsOk());
  });
  const auto updated =
      Update<model::Entity>(slow_, kWorkspace, "entities/a", "", false,
                            [](const model::Entity* current) -> absl::StatusOr<model::Entity> {
                              model::Entity next = *current;
                              next.aliases.push_back("mine");
                              return next;
                            });
  ASSERT_THAT(updated, IsOk());
  EXPECT_THAT(updated->item.record.aliases, ::testing::ElementsAre("other", "mine"));
}

TEST_F(Racing, ACycleThatAnotherWriterHasMeanwhileLeftOneLinkShortIsNotClosed) {
  for (const char* id : {"a", "b", "c"}) Has(EntityNamed(id));
  ASSERT_THAT(Replace(SpeakerFor("b", "c")), IsOk());
  Meanwhile([this] { ASSERT_THAT(Replace(SpeakerFor("c", "a")), IsOk()); });
  EXPECT_THAT(Update<model::Entity>(
                  slow_, kWorkspace, "entities/a", "", false,
                  [](const model::Entity*) -> absl::StatusOr<model::Entity> { return SpeakerFor("a", "b"); }),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("speaksFor: ")));
}

TEST_F(Racing, AClaimIsCheckedAgainstTheQuestionAsItThenIs) {
  Has(EntityNamed("a"));
  Has(TopicNamed("t"));
  Has(QuestionNamed("t", "q"));
  Meanwhile([this] { ASSERT_THAT(Replace(QuestionNamed("t", "q", model::ValueType::kText)), IsOk()); });
  EXPECT_THAT(
      RecordAll<model::Claim>(slow_, kWorkspace, {ClaimOn("topics/t/questions/q", "a", true)}, "claims"),
      StatusIs(StatusCode::kInvalidArgument, StartsWith("claims[0].value.boolean: ")));
}

TEST_F(Racing, AValueTypeDoesNotChangeUnderAClaimRecordedMeanwhile) {
  Has(EntityNamed("a"));
  Has(TopicNamed("t"));
  Has(QuestionNamed("t", "q"));
  Meanwhile([this] { ASSERT_THAT(Record(ClaimOn("topics/t/questions/q", "a", true)), IsOk()); });
  const model::Question text = QuestionNamed("t", "q", model::ValueType::kText);
  EXPECT_THAT(Update<model::Question>(
                  slow_, kWorkspace, text.name, "", false,
                  [&](const model::Question*) -> absl::StatusOr<model::Question> { return text; }),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("valueType: ")));
}

TEST_F(Racing, AWriterThatIsAlwaysTooLateGivesUp) {
  Has(EntityNamed("a"));
  int turn = 0;
  interfering_.before_commit = [&] {
    model::Entity other = EntityNamed("a");
    other.aliases = {std::to_string(++turn)};
    ASSERT_THAT(Replace(other), IsOk());
  };
  const auto change = [](const model::Entity*) -> absl::StatusOr<model::Entity> {
    model::Entity mine = EntityNamed("a");
    mine.aliases = {"mine"};
    return mine;
  };
  EXPECT_THAT(Update<model::Entity>(slow_, kWorkspace, "entities/a", "", false, change),
              HasCode(StatusCode::kUnavailable));
}

TEST_F(Racing, AnImportIsBuiltAgainOverWhatOthersWrote) {
  Meanwhile([this] { Has(EntityNamed("a")); });
  const Imported imported = ImportAll(slow_, {EntityNamed("a"), EntityNamed("b")});
  EXPECT_EQ(imported.last.written, 1);
  EXPECT_EQ(imported.last.unchanged, 1);
  EXPECT_EQ(ExportAll(ledger_).size(), 2u);
}

TEST_F(Racing, AnImportRefusesByLineWhatNoLongerFits) {
  Has(EntityNamed("a"));
  Has(TopicNamed("t"));
  Has(QuestionNamed("t", "q"));
  Meanwhile([this] { ASSERT_THAT(Replace(QuestionNamed("t", "q", model::ValueType::kText)), IsOk()); });
  const Imported imported =
      ImportAll(slow_, {EntityNamed("b"), ClaimOn("topics/t/questions/q", "a", true), EntityNamed("c")});
  EXPECT_EQ(imported.last.written, 2);
  EXPECT_EQ(imported.last.refused, 1);
  EXPECT_THAT(imported.errors, ::testing::ElementsAre(HasSubstr("claim.value.boolean: ")));
}

TEST_F(Racing, AnImportNeverReplacesWithABareRecordWhatSomebodyDeclaredMeanwhile) {
  model::Entity full = EntityNamed("a");
  full.aliases = {"A."};
  Meanwhile([&] { Has(full); });
  const Imported imported = ImportAll(slow_, {SpeakerFor("b", "a")}, {.create_missing = true});
  EXPECT_EQ(imported.last.written, 1);
  EXPECT_EQ(imported.last.created_missing, 0);
  EXPECT_EQ(Get<model::Entity>(ledger_, kWorkspace, "entities/a")->item.record, full);
}

TEST_F(Racing, TwoImportsOfTheSameRecordsWriteEachOnce) {
  std::vector<model::Record> records;
  for (int i = 0; i < 3000; ++i) records.push_back(EntityNamed("e" + std::to_string(i)));
  Imported results[2];
  {
    std::vector<std::jthread> threads;
    for (Imported& result : results) threads.emplace_back([&] { result = ImportAll(ledger_, records); });
  }
  EXPECT_EQ(results[0].last.written + results[1].last.written, 3000);
  EXPECT_EQ(results[0].last.unchanged + results[1].last.unchanged, 3000);
}

}  // namespace
}  // namespace gainsay::ledger
