#include "client/cli/new_file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"

namespace gainsay::cli {
namespace {

// mkstemp makes files that only their owner may read; an export is as readable as any new file.
void GiveUsualMode(int descriptor) {
  constexpr mode_t kReadableAndWritable = 0666;
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(descriptor, kReadableAndWritable & ~mask);
}

// A rename would put a file in place of a device or a pipe.
bool MayBeReplaced(const std::string& path) {
  struct stat existing {};
  return stat(path.c_str(), &existing) != 0 || S_ISREG(existing.st_mode);
}

}  // namespace

NewFile::NewFile(std::string path, std::string temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)), out_(temporary_) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      out_(std::move(other.out_)) {}

NewFile::~NewFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

absl::StatusOr<NewFile> NewFile::Create(const std::string& path) {
  if (!MayBeReplaced(path)) return absl::FailedPreconditionError(path + " is not an ordinary file");
  std::string temporary = path + ".XXXXXX";
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0) {
    return absl::FailedPreconditionError(absl::StrCat("cannot write ", path, ": ", strerror(errno)));
  }
  GiveUsualMode(descriptor);
  close(descriptor);
  return NewFile(path, temporary);
}

absl::Status NewFile::Keep() {
  out_.close();
  if (!out_.good() || rename(temporary_.c_str(), path_.c_str()) != 0) {
    return absl::DataLossError(absl::StrCat("cannot write ", path_, ": ", strerror(errno)));
  }
  temporary_.clear();
  return absl::OkStatus();
}

}  // namespace gainsay::cli
