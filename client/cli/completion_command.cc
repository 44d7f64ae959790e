#include <memory>
#include <string>

#include "client/cli/command_tree.h"
#include "client/cli/commands.h"
#include "client/cli/completion_scripts.h"

namespace gainsay::cli {

void AddCompletionCommand(Program& program) {
  const auto shell = std::make_shared<std::string>();
  CLI::App& command = program.AddCommand(
      "completion", "Print what makes a shell complete this program's commands and options",
      "\n  source <(gainsay completion bash)                       # for this shell; in ~/.bashrc for each\n"
      "  gainsay completion zsh >\"${fpath[1]}/_gainsay\"\n"
      "  gainsay completion fish >~/.config/fish/completions/gainsay.fish",
      [&program, shell](const Session& session) {
        const CommandInfo all = Describe(program.app());
        session.Print(*shell == "bash"  ? BashCompletion(all)
                      : *shell == "zsh" ? ZshCompletion(all)
                                        : FishCompletion(all));
        return ExitCode::kDone;
      });
  command.add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

}  // namespace gainsay::cli
