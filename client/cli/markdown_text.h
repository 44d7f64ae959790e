#ifndef GAINSAY_CLIENT_CLI_MARKDOWN_TEXT_H_
#define GAINSAY_CLIENT_CLI_MARKDOWN_TEXT_H_

#include <string>

#include "client/cli/styled_text.h"

namespace gainsay::cli {

// Returns text as Markdown that shows just that text: what Markdown would read as marks is escaped.
std::string MarkdownText(const std::string& text);

// Returns a line as Markdown; what stands out in it is bold.
std::string MarkdownText(const Line& line);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_MARKDOWN_TEXT_H_
