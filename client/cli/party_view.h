#ifndef GAINSAY_CLIENT_CLI_PARTY_VIEW_H_
#define GAINSAY_CLIENT_CLI_PARTY_VIEW_H_

#include <string>
#include <vector>

#include "client/cli/glossary.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// Returns how a party's claims have fared as a person reads it: the numbers, its own and its side's, then the
// claims behind each. A terminal has 40 columns or more.
std::vector<Line> PartyTable(const v1::GetPartyRecordResponse& record, const Glossary& glossary, int width);
std::string PartyMarkdown(const v1::GetPartyRecordResponse& record, const Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_PARTY_VIEW_H_
