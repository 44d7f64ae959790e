#include "client/cli/program.h"

#include <gmock/gmock.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace gainsay::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A run of the program with a console of strings.
class ProgramTest : public ::testing::Test {
 protected:
  ExitCode RunWith(std::vector<std::string> arguments) {
    const Console console{.in = in_, .out = out_, .err = err_, .variable = [this](const std::string& name) {
                            return variables_[name];
                          }};
    return cli::Run(console, std::move(arguments));
  }

  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
  std::map<std::string, std::string> variables_;
};

TEST_F(ProgramTest, HelpIsAnAnswer) {
  EXPECT_EQ(RunWith({"--help"}), ExitCode::kDone);
  EXPECT_THAT(out_.str(), AllOf(HasSubstr("import"), HasSubstr("compare"), HasSubstr("Exit status")));
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(ProgramTest, EveryCommandExplainsItself) {
  for (const char* command :
       {"import", "export", "compare", "check", "history", "party", "get", "list", "search", "relate",
        "status", "watch", "create", "update", "record", "withdraw", "completion"}) {
    EXPECT_EQ(RunWith({command, "--help"}), ExitCode::kDone);
    EXPECT_THAT(out_.str(), HasSubstr(std::string("Usage: gainsay ") + command));
  }
}

TEST_F(ProgramTest, WrongUsageIsSaidInOneLine) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"frobnicate"},
      {"compare"},
      {"compare", "t", "--min-sides", "0"},
      {"compare", "t", "--fail-on", "sunshine"},
      {"compare", "t", "--min-reliability", "F"},
      {"history", "t/questions/q", "--axis", "backwards"},
      {"party"},
      {"list", "unicorns"},
      {"search"},
      {"search", "words", "--kind", "unicorn"},
      {"search", "words", "--limit", "0"},
      {"list", "topics", "--party", "a"},
      {"status", "--output", "xml"},
      {"status", "--timeout", "soon"},
      {"import"},
      {"create"},
      {"create", "claim"},
      {"create", "topic"},
      {"record", "claim", "t/questions/q", "--none", "--unknown"},
      {"withdraw"},
      {"completion", "tcsh"},
  };
  for (const auto& arguments : wrong) {
    err_.str("");
    EXPECT_EQ(RunWith(arguments), ExitCode::kWrongUsage) << ::testing::PrintToString(arguments);
    EXPECT_THAT(err_.str(), ::testing::MatchesRegex("gainsay: [^\n]+\n"))
        << ::testing::PrintToString(arguments);
  }
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(ProgramTest, AServerThatIsNotThereIsSaidSoWithWhatToDo) {
  EXPECT_EQ(RunWith({"status", "--server", "127.0.0.1:1"}), ExitCode::kServerNotReachable);
  EXPECT_THAT(err_.str(), AllOf(HasSubstr("127.0.0.1:1"), HasSubstr("gainsayd")));
}

TEST_F(ProgramTest, TheServerMayComeFromTheEnvironment) {
  variables_["GAINSAY_SERVER"] = "127.0.0.1:2";
  EXPECT_EQ(RunWith({"status"}), ExitCode::kServerNotReachable);
  EXPECT_THAT(err_.str(), HasSubstr("127.0.0.1:2"));
}

TEST_F(ProgramTest, AnExplicitServerOutranksTheEnvironmentBeforeAndAfterTheCommand) {
  variables_["GAINSAY_SERVER"] = "127.0.0.1:2";
  EXPECT_EQ(RunWith({"--server", "127.0.0.1:3", "status"}), ExitCode::kServerNotReachable);
  EXPECT_EQ(RunWith({"status", "--server", "127.0.0.1:4"}), ExitCode::kServerNotReachable);
  EXPECT_THAT(err_.str(), AllOf(HasSubstr("127.0.0.1:3"), HasSubstr("127.0.0.1:4")));
}

TEST_F(ProgramTest, AFileThatIsNotThereFails) {
  EXPECT_EQ(RunWith({"import", "/nowhere/at-all.jsonl"}), ExitCode::kFailed);
  EXPECT_THAT(err_.str(), HasSubstr("/nowhere/at-all.jsonl"));
}

TEST_F(ProgramTest, WhatIsNoNameIsSaidBeforeAnyServerIsAsked) {
  EXPECT_EQ(RunWith({"get", "t/what/is", "--server", "127.0.0.1:1"}), ExitCode::kFailed);
  EXPECT_THAT(err_.str(), HasSubstr("INVALID_ARGUMENT: t/what/is is not the name"));
}

TEST_F(ProgramTest, AnswersAreATableOnATerminalAndJsonInAPipe) {
  Console console{.in = in_, .out = out_, .err = err_, .variable = [](const std::string&) { return ""; }};
  CommonOptions options;
  EXPECT_EQ(OutputFor(options, console), Output::kJson);
  console.out_is_terminal = true;
  EXPECT_EQ(OutputFor(options, console), Output::kTable);
  options.output = "markdown";
  EXPECT_EQ(OutputFor(options, console), Output::kMarkdown);
}

TEST_F(ProgramTest, ColoursAreForTerminalsThatAllowThem) {
  Console console{.in = in_, .out = out_, .err = err_, .variable = [this](const std::string& name) {
                    return variables_[name];
                  }};
  CommonOptions options;
  EXPECT_FALSE(MayColour(options, console));
  console.out_is_terminal = true;
  EXPECT_TRUE(MayColour(options, console));
  variables_["NO_COLOR"] = "1";
  EXPECT_FALSE(MayColour(options, console));
  variables_.clear();
  options.no_color = true;
  EXPECT_FALSE(MayColour(options, console));
}

}  // namespace
}  // namespace gainsay::cli
