#ifndef GAINSAY_TESTS_SUPPORT_TEMP_DIRECTORY_H_
#define GAINSAY_TESTS_SUPPORT_TEMP_DIRECTORY_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace gainsay::testing {

// An empty directory that is removed with all it holds.
class TempDirectory {
 public:
  TempDirectory() : path_(::testing::TempDir() + "gainsay-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("cannot make " + path_);
  }
  ~TempDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDirectory(const TempDirectory&) = delete;
  TempDirectory& operator=(const TempDirectory&) = delete;

  const std::string& path() const { return path_; }
  // Of a file or directory in it; not made.
  std::string Path(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_TEMP_DIRECTORY_H_
