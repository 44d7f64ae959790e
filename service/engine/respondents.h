#ifndef GAINSAY_SERVICE_ENGINE_RESPONDENTS_H_
#define GAINSAY_SERVICE_ENGINE_RESPONDENTS_H_

#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/reading.h"
#include "service/engine/roster.h"

namespace gainsay::engine {

// Returns one row for each respondent, by name: SPOKE if a live claim of any speech act is by someone of its
// side through `speaks_for`; else SILENT if its side has a live silence; else NOT_ON_FILE.
std::vector<Respondent> RespondentsOf(const CaseFile& file, const Reading& reading, const Roster& roster,
                                      const Cut& cut);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_RESPONDENTS_H_
