#ifndef GAINSAY_CLIENT_CLI_COMPARISON_MARKDOWN_H_
#define GAINSAY_CLIENT_CLI_COMPARISON_MARKDOWN_H_

#include <string>

#include "client/cli/glossary.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns comparisons as a report in Markdown, to be pasted where people write.
std::string ComparisonMarkdown(const v1::CompareTopicResponse& answer, const Glossary& glossary,
                               bool explain);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPARISON_MARKDOWN_H_
