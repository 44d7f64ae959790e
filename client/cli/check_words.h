#ifndef GAINSAY_CLIENT_CLI_CHECK_WORDS_H_
#define GAINSAY_CLIENT_CLI_CHECK_WORDS_H_

#include <string>
#include <vector>

#include "client/cli/glossary.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns the answer to a candidate as a person reads it on a terminal of so many columns (40 or more): its
// line, what it comes to and what was asked; then who agrees, who contradicts it, and what is missing.
std::vector<Line> CheckTable(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer,
                             const Glossary& glossary, int width);

// Returns the same as an item of a Markdown list.
std::string CheckMarkdown(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer,
                          const Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_CHECK_WORDS_H_
