#include "client/cli/console.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "absl/strings/numbers.h"

namespace gainsay::cli {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kLeastWidth = 40;  // below it nothing is readable
constexpr int kMostWidth = 200;  // above it lines are too long to follow

std::string Variable(const std::string& name) {
  const char* value = getenv(name.c_str());
  return value == nullptr ? "" : value;
}

int TerminalWidth() {
  int columns = 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    columns = size.ws_col;
  } else if (!absl::SimpleAtoi(Variable("COLUMNS"), &columns) || columns <= 0) {
    columns = kDefaultWidth;
  }
  return std::clamp(columns, kLeastWidth, kMostWidth);
}

}  // namespace

Console ProcessConsole() {
  return {.in = std::cin,
          .out = std::cout,
          .err = std::cerr,
          .out_is_terminal = isatty(STDOUT_FILENO) == 1,
          .err_is_terminal = isatty(STDERR_FILENO) == 1,
          .width = TerminalWidth(),
          .variable = Variable};
}

}  // namespace gainsay::cli
