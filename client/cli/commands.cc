#include "client/cli/commands.h"

namespace gainsay::cli {

void AddCommands(Program& program) {
  AddImportCommand(program);
  AddExportCommand(program);
  AddCompareCommand(program);
  AddCheckCommand(program);
  AddHistoryCommand(program);
  AddWatchCommand(program);
  AddPartyCommand(program);
  AddCreateCommand(program);
  AddUpdateCommand(program);
  AddRecordCommand(program);
  AddWithdrawCommand(program);
  AddGetCommand(program);
  AddListCommand(program);
  AddSearchCommand(program);
  AddRelateCommand(program);
  AddStatusCommand(program);
  AddTokenCommand(program);
  AddCompletionCommand(program);
}

}  // namespace gainsay::cli
