#ifndef GAINSAY_SERVICE_LEDGER_CONFIDENTIAL_SOURCES_H_
#define GAINSAY_SERVICE_LEDGER_CONFIDENTIAL_SOURCES_H_

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

// Which sources of a workspace are confidential, as the latest revision has it: one that is now is so in its
// past too. Keeps what it has read. Not thread-safe. Errors are those of reading.
class ConfidentialSources {
 public:
  static absl::StatusOr<ConfidentialSources> Read(const Ledger& ledger, std::string workspace);

  // Whether a source is; not if it is not on file.
  absl::StatusOr<bool> Has(const std::string& source);

  // Whether it is, or one that it relies on through citations, however many.
  absl::StatusOr<bool> AreBehind(const std::string& source);

  // Whether when a claim, silence or withdrawal was made may be known from one of them alone: it has no time
  // of its own. Not for any other name.
  absl::StatusOr<bool> Date(const std::string& name);

  // The same of anything on a question: a claim, silence or withdrawal there, or a withdrawal of a source in
  // which one of them appears. Reads all of it.
  absl::StatusOr<bool> DateAnyOn(const std::string& question);

  // Returns who published a source; empty if it is not known.
  absl::StatusOr<std::string> PublisherOf(const std::string& source);

 private:
  ConfidentialSources(std::unique_ptr<store::Snapshot> snapshot, std::string workspace)
      : snapshot_(std::move(snapshot)), reader_(*snapshot_, std::move(workspace)) {}

  absl::StatusOr<bool> HasAnyOf(const std::vector<model::Appearance>& appearances);

  // Whether what lies in a range has a record that one of them may date. Adds the sources in which those
  // there appear to `seen`, if it is not null.
  absl::StatusOr<bool> DateAnyIn(const store::KeyRange& range, std::set<std::string>* seen);

  // Null if it is not on file.
  absl::StatusOr<const model::Source*> Find(const std::string& source);

  std::unique_ptr<store::Snapshot> snapshot_;
  Reader reader_;
  std::map<std::string, std::optional<model::Source>> read_;
  std::map<std::string, bool> dated_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CONFIDENTIAL_SOURCES_H_
