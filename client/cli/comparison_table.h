#ifndef GAINSAY_CLIENT_CLI_COMPARISON_TABLE_H_
#define GAINSAY_CLIENT_CLI_COMPARISON_TABLE_H_

#include <vector>

#include "client/cli/glossary.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns comparisons as a person reads them on a terminal of so many columns (40 or more): one block a
// question, its status first, then its positions, what was said besides, and who has not spoken. From
// 120 columns on, several positions are a table of what, who says so, and who contradicts it.
std::vector<Line> ComparisonTable(const v1::CompareTopicResponse& answer, const Glossary& glossary, int width,
                                  bool explain);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPARISON_TABLE_H_
