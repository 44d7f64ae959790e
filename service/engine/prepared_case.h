#ifndef GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_
#define GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_

#include <memory>

#include "service/engine/case_file.h"

namespace gainsay::engine {

class CaseIndex;

// A question's file with all that a comparison of it needs whatever the policy and the moment: prepared once,
// compared often. Immutable and thread-safe; may be shared. What is compared from it does not refer to it.
class PreparedCase {
 public:
  explicit PreparedCase(std::shared_ptr<const CaseFile> file);
  // Keeps the file.
  explicit PreparedCase(CaseFile file);
  PreparedCase(const PreparedCase&) = delete;
  PreparedCase& operator=(const PreparedCase&) = delete;

  const CaseFile& file() const { return *file_; }
  // What was prepared.
  const std::shared_ptr<const CaseIndex>& index() const { return index_; }

 private:
  const std::shared_ptr<const CaseFile> file_;
  const std::shared_ptr<const CaseIndex> index_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_PREPARED_CASE_H_
