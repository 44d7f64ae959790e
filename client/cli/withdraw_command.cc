#include <memory>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/recording.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

absl::StatusOr<ExitCode> Withdraw(const Session& session, const RecordOptions& options) {
  v1::Withdrawal withdrawal;
  const absl::Status filled = options.Fill(session.console(), withdrawal);
  if (!filled.ok()) return filled;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  return RecordOne(session, *connection, options, std::move(withdrawal), v1::WithdrawRequest(),
                   &v1::WithdrawRequest::add_withdrawals, &Ledger::Withdraw);
}

}  // namespace

void AddWithdrawCommand(Program& program) {
  const auto options = std::make_shared<RecordOptions>(v1::Withdrawal::default_instance(), kWithdrawalFields);
  options->AddTo(program.AddCommand(
      "withdraw", "Record that a claim, a silence or a source was withdrawn",
      "\nNothing is deleted: what was withdrawn stays on file, and comparisons say so.\n\n"
      "  gainsay withdraw border-clash/questions/killed/claims/c1 --kind RETRACTED --time 2026-01-02\n"
      "  gainsay withdraw sources/asiaplus-1 --kind SOURCE_PULLED",
      [options](const Session& session) { return Withdraw(session, *options); }));
}

}  // namespace gainsay::cli
