#ifndef GAINSAY_CLIENT_CLI_IMPORT_REPORT_H_
#define GAINSAY_CLIENT_CLI_IMPORT_REPORT_H_

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "absl/time/time.h"
#include "client/cli/console.h"
#include "gainsay/v1/ledger_service.pb.h"

namespace gainsay::cli {

// Tells a person how an import goes: what is refused, in the order of lines as far as the server's
// answers allow, and on a terminal how far it has got. Thread-safe; refers to the console.
class ImportReport {
 public:
  // `size` is that of the input in bytes; 0: not known.
  ImportReport(const Console& console, int64_t size);

  // Takes note of a line that is no record and was not sent.
  void RefuseLocally(int64_t line, const std::string& reason);
  // Takes note of how far the input has been read.
  void Reading(int64_t records, int64_t bytes);
  // Takes an answer of the server.
  void Take(const v1::ImportResponse& answer);

  // Tells what is left to tell. Returns how it all ended, with what was not even sent among the refused.
  v1::ImportResponse Finish();

 private:
  void TellUpTo(int64_t line);
  void ShowProgress();
  void ClearProgress();

  const Console& console_;
  const int64_t size_;
  const absl::Time start_;
  std::mutex mutex_;
  std::multimap<int64_t, std::string> untold_;  // refused lines that are held back to be told in order
  int64_t refused_locally_ = 0;
  int64_t records_ = 0;
  int64_t bytes_ = 0;
  absl::Time shown_at_ = absl::InfinitePast();
  bool shown_ = false;
  v1::ImportResponse last_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_IMPORT_REPORT_H_
