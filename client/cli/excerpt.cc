#include "client/cli/excerpt.h"

#include "absl/strings/str_cat.h"
#include "client/cli/display_text.h"

namespace gainsay::cli {

std::string Excerpt(const v1::Snippet& snippet) {
  return absl::StrCat(snippet.cut_before() ? "… " : "", Displayable(snippet.text()),
                      snippet.cut_after() ? " …" : "");
}

}  // namespace gainsay::cli
