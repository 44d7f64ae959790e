#include "service/server/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "tests/support/status_matchers.h"

namespace gainsay::server {
namespace {

using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;

// A variable of the environment, for as long as a test lasts.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { unsetenv(name_); }

 private:
  const char* const name_;
};

absl::StatusOr<Invocation> Parse(std::initializer_list<const char*> flags) {
  std::vector<const char*> arguments = {"gainsayd"};
  arguments.insert(arguments.end(), flags);
  return ParseCommandLine(static_cast<int>(arguments.size()), arguments.data());
}

TEST(OptionsTest, WithoutFlagsItServesOnLoopbackFromTheCurrentFolder) {
  const auto invocation = Parse({});

  ASSERT_THAT(invocation, IsOk());
  ASSERT_TRUE(invocation->serve.has_value());
  EXPECT_EQ(invocation->serve->data_dir, "./gainsay-data");
  EXPECT_EQ(invocation->serve->listen, "127.0.0.1:7420");
  EXPECT_FALSE(invocation->serve->insecure);
}

TEST(OptionsTest, FlagsAreRead) {
  const auto invocation = Parse({"--data-dir", "/srv/a", "--listen", "[::1]:1", "--insecure"});

  ASSERT_THAT(invocation, IsOk());
  EXPECT_EQ(invocation->serve->data_dir, "/srv/a");
  EXPECT_EQ(invocation->serve->listen, "[::1]:1");
  EXPECT_TRUE(invocation->serve->insecure);
}

TEST(OptionsTest, MemoryIsSetByFlagsAndKeepsAnswersUnlessToldOtherwise) {
  const auto usual = Parse({});
  const auto set = Parse({"--block-cache", "8", "--cache", "0", "--no-answer-cache"});

  ASSERT_THAT(usual, IsOk());
  ASSERT_THAT(set, IsOk());
  EXPECT_TRUE(usual->serve->keep_answers);
  EXPECT_EQ(set->serve->block_cache_mib, 8);
  EXPECT_EQ(set->serve->cache_mib, 0);
  EXPECT_FALSE(set->serve->keep_answers);
  EXPECT_THAT(Parse({"--cache", "-1"}), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--cache")));
}

TEST(OptionsTest, NotToKeepAnswersIsReadFromTheEnvironment) {
  const Variable no_answers("GAINSAY_NO_ANSWER_CACHE", "true");

  const auto invocation = Parse({});

  ASSERT_THAT(invocation, IsOk());
  EXPECT_FALSE(invocation->serve->keep_answers);
}

TEST(OptionsTest, AFlagThatIsNotThereIsReadFromTheEnvironment) {
  const Variable data_dir("GAINSAY_DATA_DIR", "/srv/b");
  const Variable listen("GAINSAY_LISTEN", "127.0.0.1:2");
  const Variable insecure("GAINSAY_INSECURE", "true");

  const auto invocation = Parse({"--listen", "127.0.0.1:3"});

  ASSERT_THAT(invocation, IsOk());
  EXPECT_EQ(invocation->serve->data_dir, "/srv/b");
  EXPECT_EQ(invocation->serve->listen, "127.0.0.1:3");
  EXPECT_TRUE(invocation->serve->insecure);
}

TEST(OptionsTest, ModelsAreNamedWithTheirServer) {
  const auto invocation = Parse({"--inference", "127.0.0.1:8001", "--inference-relation", "nli",
                                 "--inference-embed", "places", "--inference-deadline", "0.5"});
  ASSERT_THAT(invocation, IsOk());
  const auto& models = invocation->serve->models;
  EXPECT_EQ(models.server, "127.0.0.1:8001");
  EXPECT_EQ(models.relation, "nli");
  EXPECT_EQ(models.embed, "places");
  EXPECT_EQ(models.deadline, absl::Milliseconds(500));
}

TEST(OptionsTest, AModelWithoutAServerOrAServerWithoutAModelIsRefused) {
  EXPECT_THAT(Parse({"--inference-relation", "nli"}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--inference: is required")));
  EXPECT_THAT(Parse({"--inference", "127.0.0.1:8001"}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--inference: needs a model's name")));
  EXPECT_THAT(Parse({"--inference", "127.0.0.1:8001", "--inference-embed", "e", "--inference-deadline", "0"}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--inference-deadline")));
}

TEST(OptionsTest, AStoreUrlNamesTheFolder) {
  const auto invocation = Parse({"--store", "rocksdb:/srv/c", "--data-dir", "/srv/a"});

  ASSERT_THAT(invocation, IsOk());
  EXPECT_EQ(invocation->serve->data_dir, "/srv/c");
}

TEST(OptionsTest, AnotherStoreIsRefused) {
  for (const char* url : {"postgres://db", "rocksdb:", "/srv/c"}) {
    EXPECT_THAT(Parse({"--store", url}),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("not of the form rocksdb:DIR")));
  }
}

TEST(OptionsTest, WrongUsageIsSaidInOneLine) {
  for (const auto& flags : {std::initializer_list<const char*>{"--bogus"}, {"--listen"}, {"extra"}}) {
    const auto invocation = Parse(flags);
    EXPECT_THAT(invocation, StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--help")));
    EXPECT_EQ(std::string(invocation.status().message()).find('\n'), std::string::npos);
  }
}

TEST(OptionsTest, VersionAndHelpAreOnlyPrinted) {
  const auto version = Parse({"--version"});
  ASSERT_THAT(version, IsOk());
  EXPECT_FALSE(version->serve.has_value());
  EXPECT_EQ(version->print, "gainsayd " + Version() + "\n");

  const auto help = Parse({"--help"});
  ASSERT_THAT(help, IsOk());
  EXPECT_FALSE(help->serve.has_value());
  EXPECT_THAT(help->print, HasSubstr("--data-dir"));
}

}  // namespace
}  // namespace gainsay::server
