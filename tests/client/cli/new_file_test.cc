#include "client/cli/new_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace gainsay::cli {
namespace {

using ::gainsay::testing::HasCode;
using ::gainsay::testing::IsOk;
using ::gainsay::testing::TempDirectory;

std::string Read(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

size_t FilesIn(const std::string& path) {
  return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(path), {}));
}

TEST(NewFileTest, WhatIsKeptTakesThePlaceOfWhatWasThere) {
  const TempDirectory folder;
  const std::string path = folder.Path("out.jsonl");
  std::ofstream(path) << "old";
  auto file = NewFile::Create(path);
  ASSERT_THAT(file, IsOk());
  file->out() << "new";
  EXPECT_EQ(Read(path), "old");
  ASSERT_THAT(file->Keep(), IsOk());
  EXPECT_EQ(Read(path), "new");
  EXPECT_EQ(FilesIn(folder.path()), 1);
}

TEST(NewFileTest, WhatIsNotKeptLeavesNothingBehind) {
  const TempDirectory folder;
  {
    auto file = NewFile::Create(folder.Path("out.jsonl"));
    ASSERT_THAT(file, IsOk());
    file->out() << "half";
  }
  EXPECT_EQ(FilesIn(folder.path()), 0);
}

TEST(NewFileTest, OnlyOrdinaryFilesAreReplaced) {
  const TempDirectory folder;
  EXPECT_THAT(NewFile::Create(folder.path()), HasCode(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(NewFile::Create(folder.Path("no/such/folder")), HasCode(absl::StatusCode::kFailedPrecondition));
}

}  // namespace
}  // namespace gainsay::cli
