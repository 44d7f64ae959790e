#ifndef GAINSAY_CLIENT_CLI_CONSOLE_H_
#define GAINSAY_CLIENT_CLI_CONSOLE_H_

#include <functional>
#include <iosfwd>
#include <string>

namespace gainsay::cli {

// Where a run reads, writes, and in what surroundings. The streams outlive it.
struct Console {
  std::istream& in;
  std::ostream& out;  // answers
  std::ostream& err;  // everything else
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 80;                                           // columns of the terminal
  std::function<std::string(const std::string&)> variable;  // of the environment; empty if not set
};

// The process's own.
Console ProcessConsole();

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_CONSOLE_H_
