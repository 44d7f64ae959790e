#include "service/ledger/status_reader.h"

#include <memory>
#include <optional>
#include <string>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using engine::Status;
using ::testing::Eq;

class StatusReaderTest : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* id : {"a", "b"}) Has(EntityNamed(id));
    Has(TopicNamed("t"));
    Has(QuestionNamed("t", "q"));
    Has(QuestionNamed("t", "r"));
    for (const char* id : {"a", "b"}) {
      EXPECT_THAT(Record(ClaimOn(kQuestion, id, id == std::string("a"), id)), IsOk());
    }
  }

  std::unique_ptr<StatusReader> Reader(store::Revision revision = 0) {
    return *StatusReader::Open(ledger_, kWorkspace, revision);
  }

  const std::string kQuestion = "topics/t/questions/q";
  const std::string kClaim = kQuestion + "/claims/a";
};

TEST_F(StatusReaderTest, AQuestionHasTheStatusOfItsComparison) {
  EXPECT_THAT(*Reader()->OfQuestion(kQuestion), Eq(Status::kConflicting));
  EXPECT_THAT(*Reader()->OfQuestion("topics/t/questions/r"), Eq(Status::kNoStatements));
}

TEST_F(StatusReaderTest, AClaimHasTheStatusOfThePositionThatItForms) {
  EXPECT_THAT(*Reader()->OfClaim(kQuestion, kClaim), Eq(Status::kConflicting));
}

TEST_F(StatusReaderTest, AClaimThatFormsNoPositionHasNone) {
  EXPECT_THAT(Record(Withdrawn(kClaim, model::WithdrawalKind::kRetracted)), IsOk());

  const auto reader = Reader();

  EXPECT_THAT(*reader->OfClaim(kQuestion, kClaim), Eq(std::nullopt));
  EXPECT_THAT(*reader->OfClaim(kQuestion, kQuestion + "/claims/b"), Eq(Status::kUnconfirmed));
}

TEST_F(StatusReaderTest, StatusesAreOfTheRevisionAskedFor) {
  const store::Revision before = ledger_.store.GetLatestRevision();
  EXPECT_THAT(Record(Withdrawn(kClaim, model::WithdrawalKind::kRetracted)), IsOk());

  EXPECT_THAT(*Reader(before)->OfQuestion(kQuestion), Eq(Status::kConflicting));
  EXPECT_THAT(StatusReader::Open(ledger_, kWorkspace, before + 9), HasCode(absl::StatusCode::kOutOfRange));
}

TEST_F(StatusReaderTest, AQuestionThatIsNotOnFileIsAnError) {
  EXPECT_THAT(Reader()->OfQuestion("topics/t/questions/x"), HasCode(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace gainsay::ledger
