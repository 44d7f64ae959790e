#ifndef GAINSAY_SERVICE_ENGINE_NAMING_H_
#define GAINSAY_SERVICE_ENGINE_NAMING_H_

#include <string>

#include "service/engine/case_file.h"
#include "service/engine/possibilities.h"

namespace gainsay::engine {

// An entity's display name; its name if it has none or is not on file.
std::string NameInWords(const CaseFile& file, const std::string& entity);

// What `set` leaves open, in words, entities by their display names.
std::string SetInWords(const CaseFile& file, const Possibilities& set, const Domain& domain);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_NAMING_H_
