#ifndef GAINSAY_CLIENT_CLI_HISTORY_ROWS_H_
#define GAINSAY_CLIENT_CLI_HISTORY_ROWS_H_

#include <string>
#include <vector>

#include "client/cli/cause_lookup.h"
#include "client/cli/glossary.h"
#include "client/cli/row_layout.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// What a question's history says, in words, for whatever lays it out. Refers to all arguments.
class HistoryRows {
 public:
  HistoryRows(const v1::GetHistoryResponse& history, const CauseRecords& causes, const Glossary& glossary)
      : history_(history), causes_(causes), glossary_(glossary) {}

  // The question in its own words.
  std::string Title() const;
  // In which order it is told.
  std::string Order() const;

  // "27 Dec 2025", "undated".
  std::string When(const v1::HistoryEntry& entry) const;
  // What is confirmed, and in what way it conflicts; none if there is nothing to say.
  std::vector<Line> Details(const v1::HistoryEntry& entry) const;
  // Who said or withdrew what, and what else was new.
  std::vector<Row> Causes(const v1::HistoryEntry& entry) const;

 private:
  bool AsKnown() const { return history_.axis() == v1::HISTORY_AXIS_KNOWN; }
  std::string ClaimInWords(const v1::Claim& claim, const v1::HistoryEntry& entry) const;
  std::string WithdrawalInWords(const v1::Withdrawal& withdrawal, const v1::HistoryEntry& entry) const;

  const v1::GetHistoryResponse& history_;
  const CauseRecords& causes_;
  const Glossary& glossary_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_HISTORY_ROWS_H_
