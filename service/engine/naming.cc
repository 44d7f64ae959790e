#include "service/engine/naming.h"

#include "absl/strings/str_cat.h"

namespace gainsay::engine {

std::string NameInWords(const CaseFile& file, const std::string& entity) {
  const auto found = file.entities.find(entity);
  return found == file.entities.end() || found->second.display_name.empty() ? entity
                                                                            : found->second.display_name;
}

std::string SetInWords(const CaseFile& file, const Possibilities& set, const Domain& domain) {
  if (const auto* under = std::get_if<Under>(&set.atom)) {
    return absl::StrCat(set.complement ? "not " : "", NameInWords(file, under->entity));
  }
  return Describe(set, domain);
}

}  // namespace gainsay::engine
