#include "service/engine/case_index.h"

namespace gainsay::engine {
namespace {

// The file without the dates of sources that were entered in error, which date nothing that was seen in them;
// nothing if there are none.
std::optional<CaseFile> WithoutVoidedDates(const CaseFile& file) {
  std::optional<CaseFile> copy;
  for (const auto& withdrawal : file.source_withdrawals) {
    if (withdrawal.record.kind != model::WithdrawalKind::kVoided) continue;
    if (!copy) copy = file;
    const auto source = copy->sources.find(withdrawal.record.target);
    if (source != copy->sources.end()) source->second.publish_time.reset();
  }
  return copy;
}

}  // namespace

Matter::Matter(const QuestionFile& of, const CaseFile& file, const Hierarchy& hierarchy, const Roster& roster,
               const Citations& citations)
    : question(of.question),
      domain(of.question),
      texts(of.relations, of.claims, domain),
      comparator(domain, hierarchy, texts),
      answers(domain, comparator),
      docket(file, of, roster, citations, answers) {
  answers.Rank();
}

CaseIndex::CaseIndex(const CaseFile& file, ReadingDepth depth)
    : without_voided_dates_(WithoutVoidedDates(file)),
      file_(without_voided_dates_ ? *without_voided_dates_ : file),
      hierarchy_(file_.entities),
      roster_(file_, arena_),
      citations_(roster_),
      matter_(file_.question, file_, hierarchy_, roster_, citations_) {
  if (depth == ReadingDepth::kPositions) return;
  exhibits_.emplace(matter_.docket, roster_, citations_, arena_);
  name_ = arena_.Keep(file_.question.question.name);
  title_ = arena_.Keep(file_.question.question.title);
  for (const QuestionFile& part : file_.parts) {
    parts_.push_back(std::make_unique<Matter>(part, file_, hierarchy_, roster_, citations_));
  }
}

}  // namespace gainsay::engine
