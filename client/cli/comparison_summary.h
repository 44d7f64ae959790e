#ifndef GAINSAY_CLIENT_CLI_COMPARISON_SUMMARY_H_
#define GAINSAY_CLIENT_CLI_COMPARISON_SUMMARY_H_

#include <string>

#include "client/cli/glossary.h"
#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::cli {

// What stands above a topic's comparisons.

// "12 questions: 1 conflicting · 2 confirmed · 9 unconfirmed".
std::string StatusesInWords(const v1::CompareTopicResponse& answer);

// How statements were weighed, where that is not the default: "3 sides to confirm · unnamed parties
// count". Empty: the default.
std::string PolicyInWords(const v1::Policy& policy, const Glossary& glossary);

// Which moment was read: "Only statements said until 29 Dec 2025". Empty: now.
std::string ReadTimesInWords(const v1::ReadTimes& times);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPARISON_SUMMARY_H_
