// Writes the manual pages of gainsay, its commands and gainsayd, from what the programs themselves say of
// their options.
// Usage: write_man_pages DIRECTORY DATE     into man1/ and man8/ there

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/cli/command_tree.h"
#include "client/cli/commands.h"
#include "docs/man/man_page.h"
#include "service/server/options.h"

namespace {

using gainsay::cli::CommandInfo;
using gainsay::man::Volume;

bool Write(const std::filesystem::path& directory, const CommandInfo& command, const Volume& volume) {
  const auto folder = directory / absl::StrCat("man", volume.section);
  std::filesystem::create_directories(folder);
  std::ofstream file(folder / absl::StrCat(gainsay::man::PageName(command), ".", volume.section));
  file << gainsay::man::ManPage(command, volume);
  return file.flush().good();
}

// The pages that go with a command's: the one above it, and the server's.
std::vector<std::string> SeeAlso(const CommandInfo& command) {
  const size_t last = command.path.rfind(' ');
  if (last == std::string::npos) return {"gainsayd(8)"};
  const CommandInfo above{.path = command.path.substr(0, last)};
  return {absl::StrCat(gainsay::man::PageName(above), "(1)"), "gainsayd(8)"};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "Usage: write_man_pages DIRECTORY DATE\n";
    return 2;
  }
  const gainsay::cli::Console console = gainsay::cli::ProcessConsole();
  gainsay::cli::Program program(console);
  gainsay::cli::AddCommands(program);
  const CommandInfo client = gainsay::cli::Describe(program.app());
  bool written = true;
  for (const CommandInfo* command : gainsay::cli::AllOf(client)) {
    const Volume volume{1, argv[2], gainsay::server::Version(), SeeAlso(*command)};
    written = Write(argv[1], *command, volume) && written;
  }
  CLI::App server;
  gainsay::server::Flags flags;
  gainsay::server::Define(server, flags);
  const Volume volume{8, argv[2], gainsay::server::Version(), {"gainsay(1)"}};
  written = Write(argv[1], gainsay::cli::Describe(server), volume) && written;
  if (!written) std::cerr << "write_man_pages: cannot write into " << argv[1] << '\n';
  return written ? 0 : 1;
}
