#ifndef GAINSAY_DOCS_MAN_MAN_PAGE_H_
#define GAINSAY_DOCS_MAN_MAN_PAGE_H_

#include <string>
#include <vector>

#include "client/cli/command_tree.h"

namespace gainsay::man {

// What stands around a page's text.
struct Volume {
  int section = 1;
  std::string date;                   // 2026-11-24
  std::string version;                // of the program
  std::vector<std::string> see_also;  // pages, such as "gainsayd(8)"
};

// Returns the name of a command's page: "gainsay-create-topic".
std::string PageName(const cli::CommandInfo& command);

// Returns a command's manual page, in the macros of man(7).
std::string ManPage(const cli::CommandInfo& command, const Volume& volume);

}  // namespace gainsay::man

#endif  // GAINSAY_DOCS_MAN_MAN_PAGE_H_
