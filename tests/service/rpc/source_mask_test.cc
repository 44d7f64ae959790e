#include "service/rpc/source_mask.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/nouns.h"
#include "service/ledger/recording.h"
#include "service/store/memory/memory_store.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::rpc {
namespace {

using ledger::IsOk;

constexpr char kClaim[] = "topics/t/questions/q/claims/c";

// A workspace with a confidential source, an open one that cites it, and a claim that only the first dates.
class SourceMaskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Has(ledger::EntityNamed("p"));
    model::Source hidden = ledger::SourceNamed("hidden");
    hidden.publisher = "entities/p";
    hidden.publish_time = ledger::Time("1987");
    hidden.confidential = true;
    Has(hidden);
    Has(ledger::SourceNamed("open", {"hidden"}));
    Has(ledger::TopicNamed("t"));
    Has(ledger::QuestionNamed("t", "q", model::ValueType::kBoolean));
    model::Claim claim = ledger::ClaimOn("topics/t/questions/q", "p", true, "c");
    claim.appearances.push_back({.source = "sources/hidden"});
    ASSERT_THAT(ledger::RecordAll<model::Claim>(ledger_, ledger::kWorkspace, {claim}, "claims"), IsOk());
  }

  template <class Noun>
  void Has(const Noun& noun) {
    ASSERT_THAT(ledger::Create(ledger_, ledger::kWorkspace, noun), IsOk());
  }

  // What is left of an answer, as JSON.
  template <class Answer>
  std::string Left(const std::string& json) {
    Answer answer;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(json, &answer).ok());
    EXPECT_THAT(mask_.Hide(answer), IsOk());
    std::string left;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(answer, &left).ok());
    return left;
  }

  const std::unique_ptr<store::Store> store_ = store::NewMemoryStore();
  const ledger::Ledger ledger_{*store_, [] { return absl::Now(); }};
  const SourceMask mask_{ledger_, ledger::kWorkspace};
};

TEST_F(SourceMaskTest, LeavesOfASourceThatItIsOne) {
  EXPECT_EQ(Left<v1::GetSourceResponse>(R"({"source": {"name": "sources/hidden", "title": "T", "uri": "u",
      "publisher": "entities/p", "publishTime": "1987", "etag": "r1", "confidential": true}, "revision": "7"})"),
            R"({"source":{"name":"sources/confidential-1","confidential":true},"revision":"7"})");
}

TEST_F(SourceMaskTest, HidesWhatWasOpenInThePast) {
  EXPECT_EQ(Left<v1::Source>(R"({"name": "sources/hidden", "title": "T"})"),
            R"({"name":"sources/confidential-1","confidential":true})");
}

TEST_F(SourceMaskTest, HidesWhatWasConfidentialInThePast) {
  EXPECT_EQ(Left<v1::Source>(R"({"name": "sources/open", "title": "T", "confidential": true})"),
            R"({"name":"sources/confidential-1","confidential":true})");
}

TEST_F(SourceMaskTest, LeavesOfAnAppearanceWhatIsCounted) {
  EXPECT_EQ(Left<v1::Claim>(R"({"text": "own", "appearances": [{"source": "sources/open", "quote": "Q"},
      {"source": "sources/hidden", "quote": "Q", "language": "de", "locator": "p. 3", "access": "ACCESS_FIRST_HAND",
       "interpreted": true}]})"),
            R"({"text":"own","appearances":[{"source":"sources/open","quote":"Q"},)"
            R"({"source":"sources/confidential-1","access":"ACCESS_FIRST_HAND","interpreted":true}]})");
}

TEST_F(SourceMaskTest, ReplacesANameWhereverItStands) {
  EXPECT_EQ(Left<v1::HistoryEntry>(R"({"causes": ["sources/open", "sources/hidden", "sources/hiddenmost"]})"),
            R"({"causes":["sources/open","sources/confidential-1","sources/hiddenmost"]})");
  EXPECT_EQ(Left<v1::Explanation>(R"({"text": "See sources/hidden. And (sources/hidden)!"})"),
            R"({"text":"See sources/confidential-1. And (sources/confidential-1)!"})");
}

TEST_F(SourceMaskTest, LeavesPublishersOfOpenSourcesAlone) {
  EXPECT_EQ(Left<v1::RelatedClaim>(
                R"({"sources": ["sources/hidden", "sources/open"], "publishers": ["entities/p"]})"),
            R"({"sources":["sources/confidential-1","sources/open"]})");
}

TEST_F(SourceMaskTest, HidesWhenSomethingWasSaidIfOnlyAHiddenSourceTells) {
  const std::string claim = std::string(R"("claim":")") + kClaim + '"';
  EXPECT_EQ(Left<v1::OtherClaim>("{" + claim + R"(, "saidTime": "1987"})"), "{" + claim + "}");
  EXPECT_EQ(Left<v1::Comparison>(
                R"({"question": "topics/t/questions/q", "since": {"saidTime": "1987", "knownAt": "2026"}})"),
            R"({"question":"topics/t/questions/q","since":{"knownAt":"2026"}})");
  EXPECT_EQ(Left<v1::HistoryEntry>(std::string(R"({"saidTime": "1987", "causes": [")") + kClaim + R"("]})"),
            std::string(R"({"causes":[")") + kClaim + R"("]})");
}

TEST_F(SourceMaskTest, HidesBetweenWhomAHiddenSourceLies) {
  EXPECT_EQ(Left<v1::Explanation>(R"({"rule": "DERIVED", "edge": "sources/open relies on entities/p",
      "text": "X is not independent of P.", "sides": ["entities/x", "entities/p"]})"),
            R"({"rule":"DERIVED"})");
}

TEST_F(SourceMaskTest, TellsInAnErrorOnlyWhatTheRequestSpells) {
  const absl::Status error = absl::NotFoundError("claims[0].source: sources/hidden is not there");
  EXPECT_EQ(mask_.HiddenError(error, "").message(), "claims[0].source: sources/confidential-1 is not there");
  EXPECT_EQ(mask_.HiddenError(error, "x sources/hidden y"), error);
}

TEST_F(SourceMaskTest, IsForWhoDoesNotHaveTheRole) {
  Caller caller{.name = "reader"};
  caller.roles["default"] = Roles().With(Role::kAdmin);
  caller.roles["open"] = Roles().With(Role::kReader).With(Role::kSources);
  EXPECT_TRUE(MaskFor(ledger_, caller, "default").has_value());
  EXPECT_FALSE(MaskFor(ledger_, caller, "open").has_value());
}

}  // namespace
}  // namespace gainsay::rpc
