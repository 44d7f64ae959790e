#ifndef GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_
#define GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_

#include <memory>

#include "service/engine/case_file.h"

namespace gainsay::engine {

// A question's file with all that a comparison of it needs whatever the policy and the moment: prepared once,
// compared often. Immutable and thread-safe; may be shared.
class PreparedCase {
 public:
  explicit PreparedCase(std::shared_ptr<const CaseFile> file) : file_(std::move(file)) {}
  // Keeps the file.
  explicit PreparedCase(CaseFile file) : PreparedCase(std::make_shared<const CaseFile>(std::move(file))) {}
  PreparedCase(const PreparedCase&) = delete;
  PreparedCase& operator=(const PreparedCase&) = delete;

  const CaseFile& file() const { return *file_; }

 private:
  const std::shared_ptr<const CaseFile> file_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_
