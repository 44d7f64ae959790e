#ifndef GAINSAY_CLIENT_CLI_HISTORY_VIEW_H_
#define GAINSAY_CLIENT_CLI_HISTORY_VIEW_H_

#include <string>
#include <vector>

#include "client/cli/cause_lookup.h"
#include "client/cli/glossary.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns a history as a person reads it: a block a turn, when it came first, then the status, what is
// confirmed, and who brought it about. A terminal has 40 columns or more.
std::vector<Line> HistoryTable(const v1::GetHistoryResponse& history, const CauseRecords& causes,
                               const Glossary& glossary, int width);
std::string HistoryMarkdown(const v1::GetHistoryResponse& history, const CauseRecords& causes,
                            const Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_HISTORY_VIEW_H_
