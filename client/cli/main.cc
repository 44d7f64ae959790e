#include <string>
#include <vector>

#include "client/cli/console.h"
#include "client/cli/program.h"

int main(int argc, char** argv) {
  const gainsay::cli::Console console = gainsay::cli::ProcessConsole();
  return static_cast<int>(gainsay::cli::Run(console, std::vector<std::string>(argv + 1, argv + argc)));
}
