#include "client/cli/check_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "client/cpp/records_json.h"

namespace gainsay::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class Message>
Message FromJson(const std::string& json) {
  Message message;
  const absl::Status status = client::MessageFromJson(json, message);
  EXPECT_TRUE(status.ok()) << status;
  return message;
}

class CheckWordsTest : public ::testing::Test {
 protected:
  std::string Table(int width = 80) const {
    return Render(CheckTable(candidate_, answer_, glossary_, width), false);
  }

  Glossary glossary_;
  v1::Candidate candidate_ = FromJson<v1::Candidate>(
      R"({"claim":{"question":"topics/t/questions/q","value":{"quantity":{"amount":"4","bound":"AT_LEAST"}}}})");
  v1::CheckClaimsResponse answer_ = FromJson<v1::CheckClaimsResponse>(
      R"({"line":"12","label":"SUPPORTED","question":"topics/t/questions/q",
          "comparison":{"title":"How many?","positions":[
            {"value":{"quantity":{"amount":"5","bound":"EXACT"}},"polarity":"AFFIRMS","supporters":[
              {"party":"entities/mayor","relation":"EQUAL"},{"party":"entities/hospital","relation":"EQUAL"}]}]},
          "agreeing":[{"value":{"quantity":{"amount":"5","bound":"EXACT"}},"polarity":"AFFIRMS"},
                      {"value":{"quantity":{"amount":"6","bound":"EXACT"}},"polarity":"AFFIRMS"}]})");
};

TEST_F(CheckWordsTest, SaysWhatItComesToWhatWasAskedAndWhoAgrees) {
  EXPECT_EQ(Table(),
            "12  SUPPORTED · at least 4 · How many?\n"
            "    agrees       5: mayor and hospital\n"
            "                 6\n");
}

TEST_F(CheckWordsTest, SaysWhatIsMissing) {
  answer_.set_label(v1::LABEL_NOT_ENOUGH_EVIDENCE);
  answer_.clear_agreeing();
  answer_.add_missing("topics/t/questions/q is not on file.");
  answer_.clear_comparison();
  EXPECT_EQ(Table(),
            "12  NOT ENOUGH EVIDENCE · at least 4 · topics/t/questions/q\n"
            "    missing      topics/t/questions/q is not on file.\n");
}

TEST_F(CheckWordsTest, WordsAreShownAsWords) {
  candidate_ = FromJson<v1::Candidate>(R"({"text":"Five\u001b died.","topic":"topics/t"})");
  EXPECT_THAT(Table(), HasSubstr("SUPPORTED · “Five"));
  EXPECT_THAT(Table(), Not(HasSubstr("\u001b")));
}

TEST_F(CheckWordsTest, QuestionsThatATextMayBeAboutAreSaidWithWhatIsOnFileThere) {
  candidate_ = FromJson<v1::Candidate>(R"({"text":"Six died."})");
  answer_ = FromJson<v1::CheckClaimsResponse>(
      R"({"line":"1","label":"NOT_ENOUGH_EVIDENCE","missing":["No."],"candidates":[
          {"question":"topics/t/questions/q","title":"How many?","status":"CONFIRMED","reason":"It shares “died”.",
           "consensus":{"allOf":[{"value":{"quantity":{"amount":"5","bound":"EXACT"}},"polarity":"AFFIRMS"}]},
           "snippet":{"text":"Five died","cutAfter":true}},
          {"question":"topics/t/questions/r","status":"UNCONFIRMED","reason":"It names who speaks there."}]})");
  EXPECT_EQ(Table(120),
            "1   NOT ENOUGH EVIDENCE · “Six died.”\n"
            "    missing      No.\n"
            "    candidate 1  How many? · CONFIRMED · 5 · topics/t/questions/q · “Five died …” · It shares "
            "“died”.\n"
            "    candidate 2  UNCONFIRMED · topics/t/questions/r · It names who speaks there.\n");
  EXPECT_THAT(CheckMarkdown(candidate_, answer_, glossary_),
              HasSubstr("  - candidate 1: **How many?** · **CONFIRMED** · 5 · topics/t/questions/q"));
}

TEST_F(CheckWordsTest, AnErrorIsSaidWithItsField) {
  answer_ = FromJson<v1::CheckClaimsResponse>(
      R"({"line":"3","error":{"code":"INVALID_ARGUMENT","field":"claim.value","message":"is required"}})");
  EXPECT_EQ(Table(), "3   INVALID_ARGUMENT · claim.value: is required\n");
}

TEST_F(CheckWordsTest, ALongLineNumberMovesTheHeadingOnly) {
  answer_.set_line(1'234'567);
  EXPECT_THAT(Table(), HasSubstr("1234567 SUPPORTED"));
}

TEST_F(CheckWordsTest, MarkdownIsOneItemOfAList) {
  EXPECT_EQ(CheckMarkdown(candidate_, answer_, glossary_),
            "- 12: **SUPPORTED** · **at least 4** · How many?\n"
            "  - agrees: 5: mayor and hospital\n"
            "  - agrees: 6\n");
}

}  // namespace
}  // namespace gainsay::cli
