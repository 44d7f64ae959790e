#ifndef GAINSAY_SERVICE_LEDGER_CASES_H_
#define GAINSAY_SERVICE_LEDGER_CASES_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/case_reader.h"
#include "service/ledger/ledger.h"
#include "service/ledger/standing_case.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// The cases of one workspace at one snapshot: from the ledger's cache where it has them, else read. Does not
// own the ledger and the snapshot, which must outlive it. Not thread-safe.
class Cases {
 public:
  Cases(const Ledger& ledger, const store::Snapshot& snapshot, std::string_view workspace)
      : ledger_(ledger), snapshot_(snapshot), workspace_(workspace), reader_(snapshot, workspace) {}

  // Returns a question's case, with `parties` and with `answer` as if a claim gave it (empty: none).
  // NOT_FOUND: the question is not on file. DATA_LOSS: stored bytes do not parse.
  absl::StatusOr<std::shared_ptr<const StandingCase>> Get(const std::string& question,
                                                          const std::vector<std::string>& parties,
                                                          const std::string& answer = "");

 private:
  const Ledger& ledger_;
  const store::Snapshot& snapshot_;
  const std::string workspace_;
  CaseReader reader_;
  // What the cache does not keep: it may have none, and has no place for what stands no more.
  std::unordered_map<std::string, std::shared_ptr<const StandingCase>> own_;
  size_t own_bytes_ = 0;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CASES_H_
