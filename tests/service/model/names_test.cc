#include "service/model/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gainsay::model {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string MessageOf(const absl::Status& status) { return std::string(status.message()); }

TEST(IdTest, IsLowerCaseLettersDigitsDotsUnderscoresAndHyphensAfterALetterOrDigit) {
  EXPECT_TRUE(IsId("a"));
  EXPECT_TRUE(IsId("0"));
  EXPECT_TRUE(IsId("asia-plus_2.b"));
  EXPECT_TRUE(IsId(std::string(127, 'z')));
  for (const std::string& id : {std::string(""), std::string("A"), std::string("aB"), std::string(".a"),
                                std::string("-a"), std::string("_a"), std::string("a b"), std::string("a/b"),
                                std::string("é"), std::string("a\0", 2), std::string(128, 'z')}) {
    EXPECT_FALSE(IsId(id)) << id;
  }
}

struct Example {
  NameKind kind;
  std::string name;
  std::string collection;
};

const Example kExamples[] = {
    {NameKind::kEntity, "entities/gknb", "entities"},
    {NameKind::kSource, "sources/asiaplus-1", "sources"},
    {NameKind::kTopic, "topics/border-clash", "topics"},
    {NameKind::kQuestion, "topics/border-clash/questions/killed", "questions"},
    {NameKind::kClaim, "topics/border-clash/questions/killed/claims/c1", "claims"},
    {NameKind::kSilence, "topics/border-clash/questions/killed/silences/s1", "silences"},
    {NameKind::kRelation, "topics/border-clash/questions/killed/relations/r1", "relations"},
    {NameKind::kWithdrawal, "withdrawals/w1", "withdrawals"},
};

TEST(CheckNameTest, AcceptsEachKindsNamesAndNoOtherKinds) {
  for (const Example& kind : kExamples) {
    for (const Example& name : kExamples) {
      EXPECT_EQ(CheckName(kind.kind, name.name).ok(), kind.kind == name.kind)
          << kind.collection << " against " << name.name;
    }
  }
}

TEST(CheckNameTest, SaysThatANameIsEmptyAndWhatItShouldBe) {
  const absl::Status status = CheckName(NameKind::kEntity, "");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(MessageOf(status), "is empty; must be of the form entities/{id}");
}

TEST(CheckNameTest, SaysWhichPartOfANameIsNoId) {
  const absl::Status status = CheckName(NameKind::kQuestion, "topics/t/questions/How many?");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(MessageOf(status),
            "\"topics/t/questions/How many?\" is not a name of the form topics/{id}/questions/{id}: "
            "\"How many?\" is not an id, [a-z0-9][a-z0-9._-]{0,126}");
}

TEST(CheckNameTest, SaysWhichCollectionIsWrong) {
  const absl::Status status = CheckName(NameKind::kQuestion, "topics/t/claims/c");
  EXPECT_THAT(MessageOf(status), HasSubstr("\"claims\" should be \"questions\""));
}

TEST(CheckNameTest, RefusesMissingEmptyAndSurplusParts) {
  for (const std::string name : {"entities", "entities/", "/entities/x", "entities/x/", "entities//x",
                                 "entities/x/y", "entity/x", "Entities/x", "x", "/", "entities/x\n"}) {
    EXPECT_EQ(CheckName(NameKind::kEntity, name).code(), absl::StatusCode::kInvalidArgument) << name;
  }
}

TEST(CheckNameTest, CutsALongNameAndEscapesBytesThatAreNotText) {
  const std::string name = "entities/\x01\xff" + std::string(100000, 'x');
  const std::string message = MessageOf(CheckName(NameKind::kEntity, name));
  EXPECT_LT(message.size(), 1000u);
  EXPECT_THAT(message, AllOf(HasSubstr("entities/\\x01\\xff"), HasSubstr("...")));
}

TEST(CollectionOfTest, IsTheLastCollectionOfThePattern) {
  for (const Example& example : kExamples) EXPECT_EQ(CollectionOf(example.kind), example.collection);
}

TEST(NamePartsTest, AreTakenFromFullNames) {
  const std::string_view claim = "topics/t/questions/q/claims/c";
  EXPECT_EQ(ParentOf(claim), "topics/t/questions/q");
  EXPECT_EQ(ParentOf("topics/t/questions/q"), "topics/t");
  EXPECT_EQ(ParentOf("topics/t"), "");
  EXPECT_EQ(IdOf(claim), "c");
  EXPECT_EQ(IdOf("entities/gknb"), "gknb");
  EXPECT_EQ(TopicIdOf(claim), "t");
  EXPECT_EQ(TopicIdOf("topics/t"), "t");
  EXPECT_EQ(QuestionIdOf(claim), "q");
  EXPECT_EQ(QuestionIdOf("topics/t/questions/q"), "q");
}

TEST(NamePartsTest, AreEmptyWhereANameHasNone) {
  EXPECT_EQ(ParentOf("entities"), "");
  EXPECT_EQ(ParentOf(""), "");
  EXPECT_EQ(TopicIdOf("entities/topics"), "");
  EXPECT_EQ(QuestionIdOf("topics/questions"), "");
  EXPECT_EQ(QuestionIdOf("topics/t"), "");
}

TEST(NamePartsTest, TellAnIdFromACollectionOfTheSameWord) {
  const std::string_view name = "topics/questions/questions/topics/claims/claims";
  EXPECT_EQ(TopicIdOf(name), "questions");
  EXPECT_EQ(QuestionIdOf(name), "topics");
  EXPECT_EQ(IdOf(name), "claims");
}

}  // namespace
}  // namespace gainsay::model
