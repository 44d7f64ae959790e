#ifndef GAINSAY_CLIENT_CLI_WATCH_VIEW_H_
#define GAINSAY_CLIENT_CLI_WATCH_VIEW_H_

#include <string>
#include <vector>

#include "client/cli/cause_lookup.h"
#include "client/cli/glossary.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns a change as the one entry of a history as it was known, which is how its causes are looked up and
// told. `title` is the question's.
v1::GetHistoryResponse HistoryOf(const v1::StatusChange& change, const std::string& title);

// Returns a change for people, in `width` columns, or as Markdown: when, which question, from what to what,
// and what brought it about.
std::vector<Line> ChangeLines(const v1::StatusChange& change, const v1::GetHistoryResponse& history,
                              const CauseRecords& causes, const Glossary& glossary, int width);
std::string ChangeMarkdown(const v1::StatusChange& change, const v1::GetHistoryResponse& history,
                           const CauseRecords& causes, const Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_WATCH_VIEW_H_
