#ifndef GAINSAY_CLIENT_CLI_READING_OPTIONS_H_
#define GAINSAY_CLIENT_CLI_READING_OPTIONS_H_

#include <CLI/CLI.hpp>

#include "gainsay/v1/comparison.pb.h"

namespace gainsay::cli {

// Lets a command be told which moment to read (--known-at, --said-until, --valid-at). `times` must outlive
// the command.
void AddReadTimeOptions(CLI::App& command, v1::ReadTimes& times);

// Lets a command be told how to weigh statements (--party, --min-sides, --count-anonymous, --count-uncertain,
// --min-reliability). `policy` must outlive the command.
void AddPolicyOptions(CLI::App& command, v1::Policy& policy);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_READING_OPTIONS_H_
