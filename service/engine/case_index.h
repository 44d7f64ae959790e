#ifndef GAINSAY_SERVICE_ENGINE_CASE_INDEX_H_
#define GAINSAY_SERVICE_ENGINE_CASE_INDEX_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "service/engine/answers.h"
#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/docket.h"
#include "service/engine/exhibits.h"
#include "service/engine/hierarchy.h"
#include "service/engine/reading.h"
#include "service/engine/roster.h"
#include "service/engine/text_arena.h"

namespace gainsay::engine {

// One question's claims, prepared for readings at any cut. Refers to all it is made of.
struct Matter {
  Matter(const QuestionFile& question, const CaseFile& file, const Hierarchy& hierarchy, const Roster& roster,
         const Citations& citations);
  Matter(const Matter&) = delete;
  Matter& operator=(const Matter&) = delete;

  const model::Question& question;
  const Domain domain;
  const TextRelations texts;
  const Comparator comparator;
  Answers answers;
  const Docket docket;
};

// All of a case that does not depend on the policy and the cut. Refers to the file, which must outlive its
// use; what comparisons show of it (exhibits, names, title) it keeps itself. Immutable, thread-safe.
class CaseIndex {
 public:
  // For readings of that depth: without exhibits and parts where only positions are read.
  CaseIndex(const CaseFile& file, ReadingDepth depth);
  CaseIndex(const CaseIndex&) = delete;
  CaseIndex& operator=(const CaseIndex&) = delete;

  // What is read: the file, with what was entered in error dated no more.
  const CaseFile& file() const { return file_; }
  const Roster& roster() const { return roster_; }
  const Citations& citations() const { return citations_; }
  const Matter& matter() const { return matter_; }
  const Exhibits& exhibits() const { return *exhibits_; }
  const std::vector<std::unique_ptr<Matter>>& parts() const { return parts_; }
  std::string_view question() const { return name_; }
  std::string_view title() const { return title_; }

 private:
  const std::optional<CaseFile> without_voided_dates_;
  const CaseFile& file_;
  TextArena arena_;
  const Hierarchy hierarchy_;
  const Roster roster_;
  const Citations citations_;
  const Matter matter_;
  std::optional<Exhibits> exhibits_;
  std::vector<std::unique_ptr<Matter>> parts_;
  std::string_view name_;
  std::string_view title_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CASE_INDEX_H_
