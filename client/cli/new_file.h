#ifndef GAINSAY_CLIENT_CLI_NEW_FILE_H_
#define GAINSAY_CLIENT_CLI_NEW_FILE_H_

#include <fstream>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace gainsay::cli {

// A file that appears under its name only when it is whole: written beside it, then renamed. Unless kept,
// nothing of it stays.
class NewFile {
 public:
  // FAILED_PRECONDITION: no file can be made there.
  static absl::StatusOr<NewFile> Create(const std::string& path);
  ~NewFile();
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;

  std::ostream& out() { return out_; }

  // Puts it in its place, over what was there. DATA_LOSS: not all of it could be written.
  absl::Status Keep();

 private:
  NewFile(std::string path, std::string temporary);

  std::string path_;
  std::string temporary_;  // empty: nothing to remove
  std::ofstream out_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_NEW_FILE_H_
