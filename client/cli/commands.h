#ifndef GAINSAY_CLIENT_CLI_COMMANDS_H_
#define GAINSAY_CLIENT_CLI_COMMANDS_H_

#include "client/cli/program.h"

namespace gainsay::cli {

// Each adds one command, with its arguments, to the program.
void AddImportCommand(Program& program);
void AddExportCommand(Program& program);
void AddCompareCommand(Program& program);
void AddCheckCommand(Program& program);
void AddHistoryCommand(Program& program);
void AddWatchCommand(Program& program);
void AddPartyCommand(Program& program);
void AddCreateCommand(Program& program);
void AddUpdateCommand(Program& program);
void AddRecordCommand(Program& program);
void AddWithdrawCommand(Program& program);
void AddGetCommand(Program& program);
void AddListCommand(Program& program);
void AddSearchCommand(Program& program);
void AddRelateCommand(Program& program);
void AddStatusCommand(Program& program);
void AddTokenCommand(Program& program);
void AddCompletionCommand(Program& program);

// Adds all of them.
void AddCommands(Program& program);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMMANDS_H_
