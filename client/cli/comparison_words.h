#ifndef GAINSAY_CLIENT_CLI_COMPARISON_WORDS_H_
#define GAINSAY_CLIENT_CLI_COMPARISON_WORDS_H_

#include <set>
#include <string>
#include <vector>

#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison.pb.h"

namespace gainsay::cli {

// The words and looks of an answer's enum values. A value that this build does not know, from a newer
// server, is its name in lower case.

std::string SilenceInWords(v1::SilenceKind kind);       // "no official announcement"
std::string ConflictInWords(v1::ConflictKind kind);     // "one denies what another says"; empty: none
std::string ConfirmedByInWords(v1::Grade grade);        // "Confirmed by a respondent"
std::string OtherInWords(const v1::OtherClaim& other);  // "demand", "withdrawn"

// "one side only", for each flag; what weighs most comes first. `counts` are those of what has the flags.
std::vector<std::string> FlagsInWords(const std::set<v1::Flag>& flags, const v1::Counts& counts);

std::string StatusLabel(v1::Status status);  // "NO STATEMENTS"
Ink StatusInk(v1::Status status);

// "1 side", "3 sides", no line broken within.
std::string Count(int number, const std::string& one, const std::string& many);

// "2 sides · 1 to 2 origins · 3 documents".
std::string CountsInWords(const v1::Counts& counts);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPARISON_WORDS_H_
