#ifndef GAINSAY_CLIENT_CLI_CAUSE_LOOKUP_H_
#define GAINSAY_CLIENT_CLI_CAUSE_LOOKUP_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "client/cli/glossary.h"
#include "client/cpp/connection.h"

namespace gainsay::cli {

// The most claims and withdrawals of one entry that are told in words; JSON names them all.
inline constexpr int kMostCauses = 8;

// What a history's causes hold, by name.
struct CauseRecords {
  std::map<std::string, v1::Claim> claims;  // also those that are withdrawn
  std::map<std::string, v1::Withdrawal> withdrawals;
  std::map<std::string, std::string> titles;  // of sources
};

// Returns the claims and withdrawals that a history is told with, and learns from the server how to show whom
// they name. One that is not on file is left out. Other errors of the calls are returned.
absl::StatusOr<CauseRecords> LookUpCauses(const client::Connection& connection,
                                          const v1::GetHistoryResponse& history, Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_CAUSE_LOOKUP_H_
