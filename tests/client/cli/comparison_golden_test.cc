#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <string>

#include "client/cli/comparison_markdown.h"
#include "client/cli/comparison_table.h"
#include "client/cli/glossary.h"
#include "client/cpp/records_json.h"
#include "gainsay/v1/record.pb.h"
#include "tests/support/status_matchers.h"

// Each case is an answer (NAME.json) and what its names stand for (NAME.jsonl), both written by hand, and
// what people see of it. GAINSAY_UPDATE_GOLDEN=1 writes the latter anew; read it before committing it.

namespace gainsay::cli {
namespace {

using ::gainsay::testing::IsOk;

std::string PathOf(const std::string& file) { return GAINSAY_SOURCE_DIR "/tests/client/cli/golden/" + file; }

std::string Read(const std::string& file) {
  std::ifstream in(PathOf(file));
  EXPECT_TRUE(in.good()) << PathOf(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void ExpectGolden(const std::string& file, const std::string& text) {
  if (getenv("GAINSAY_UPDATE_GOLDEN") != nullptr) std::ofstream(PathOf(file)) << text;
  EXPECT_EQ(text, Read(file)) << file;
}

struct Case {
  v1::CompareTopicResponse answer;
  Glossary glossary;
};

Case Load(const std::string& name) {
  Case loaded;
  EXPECT_THAT(client::MessageFromJson(Read(name + ".json"), loaded.answer), IsOk());
  std::istringstream lines(Read(name + ".jsonl"));
  for (std::string line; std::getline(lines, line);) {
    v1::Record record;
    EXPECT_THAT(client::MessageFromJson(line, record), IsOk());
    if (record.has_entity()) loaded.glossary.Add(record.entity());
    if (record.has_question()) loaded.glossary.Add(record.question());
    if (record.has_topic()) loaded.glossary.SetTopicTitle(record.topic().title());
  }
  return loaded;
}

class ComparisonGoldenTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ComparisonGoldenTest, ReadsWellInEightyColumns) {
  const std::string name = GetParam();
  const Case given = Load(name);
  ExpectGolden(name + ".80.txt",
               Render(ComparisonTable(given.answer, given.glossary, 80, name == "explained"), false));
}

TEST_P(ComparisonGoldenTest, ReadsWellInAHundredAndSixtyColumns) {
  const std::string name = GetParam();
  const Case given = Load(name);
  ExpectGolden(name + ".160.txt",
               Render(ComparisonTable(given.answer, given.glossary, 160, name == "explained"), false));
}

TEST_P(ComparisonGoldenTest, ReadsWellAsMarkdown) {
  const std::string name = GetParam();
  const Case given = Load(name);
  ExpectGolden(name + ".md", ComparisonMarkdown(given.answer, given.glossary, name == "explained"));
}

TEST_P(ComparisonGoldenTest, NoLineIsWiderThanTheTerminal) {
  const Case given = Load(GetParam());
  for (int width = 40; width <= 200; width += 7) {
    for (const Line& line : ComparisonTable(given.answer, given.glossary, width, true)) {
      EXPECT_LE(WidthOf(line), width) << Render({line}, false);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, ComparisonGoldenTest, ::testing::Values("clash", "scripts", "explained"),
                         [](const auto& given) { return std::string(given.param); });

}  // namespace
}  // namespace gainsay::cli
