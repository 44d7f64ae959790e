#ifndef GAINSAY_SERVICE_ENGINE_COMPARER_H_
#define GAINSAY_SERVICE_ENGINE_COMPARER_H_

#include <optional>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/docket.h"
#include "service/engine/judging.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// A position on file as it stands to a candidate.
struct CheckedPosition {
  Stated stated;
  Status status = Status::kUnconfirmed;
  SetRelation relation = SetRelation::kEqual;  // of the position's value to the candidate's
};

// How a candidate would fare as one more position, of no side of its own, and how its denial would.
struct Trial {
  bool disputed = false;  // one side entails it and another contradicts it
  Status affirmed = Status::kUnconfirmed;
  Status denied = Status::kUnconfirmed;
  std::string missing;                       // what would confirm it, in words
  std::vector<CheckedPosition> agreeing;     // positions that entail it, in the order shown
  std::vector<CheckedPosition> disagreeing;  // positions that cannot hold together with it
};

// Compares one question's file at any cut: what does not depend on the cut is prepared once. Does not own
// the file and the policy, which must outlive it. Not thread-safe (the hierarchy remembers).
class Comparer {
 public:
  // `candidate`, for Try, is an assertion of a value that is not unknown, and outlives this; it may be null.
  Comparer(const CaseFile& file, const Policy& policy, const model::Claim* candidate = nullptr);
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;

  // What is read: the file, with what was entered in error dated no more.
  const CaseFile& file() const { return file_; }

  // The comparison at a cut, all but `since`.
  Comparison At(const Cut& cut, bool explain);

  // What that comes to.
  Verdict VerdictAt(const Cut& cut);

  // Its status alone; and a moment since which, up to the cut, it is certain to have been the same.
  struct Reached {
    Status status = Status::kNoStatements;
    Moment since = kOpenEnd;
  };
  Reached StatusAt(const Cut& cut);

  // The status of the position whose set has that key, at a cut; nothing if there is none.
  std::optional<Status> StatusOfPosition(const std::string& key, const Cut& cut);

  // How each claim that is read at a cut has fared, by said time, then name.
  std::vector<ClaimOutcome> OutcomesAt(const Cut& cut);

  // How the candidate stands to what is on file, at a cut.
  Trial Try(const Cut& cut);

 private:
  // One question's claims, prepared for readings at any cut.
  struct Matter {
    // `candidate` may be null: a statement that is not on file, to be related to those that are.
    Matter(const CaseFile& file, const QuestionFile& question, Hierarchy& hierarchy, const Sides& sides,
           const Citations& citations, const model::Claim* candidate);

    const QuestionFile& question;
    const Domain domain;
    const TextRelations texts;
    const Comparator comparator;
    Answers answers;
    const Docket docket;
    std::optional<Entry> candidate;
    std::optional<Entry> denial;
  };

  // One cut's statements, related to each other.
  struct Sitting {
    Sitting(const Comparer& comparer, const Cut& cut, ReadingDepth depth);

    const Reading reading;
    const Stances stances;
    const Bench bench;
  };

  Reading ReadAt(const Cut& cut, const Matter& matter, ReadingDepth depth) const;
  static Status StatusOf(const std::vector<Judgement>& judgements, const Reading& reading);
  void FlagQuestion(const Reading& reading, const Cut& cut, Comparison& comparison);
  bool HasInconsistentSum(const Reading& reading, const Cut& cut);

  const std::optional<CaseFile> without_voided_dates_;
  const CaseFile& file_;
  const Policy& policy_;
  const model::Question& question_;
  Hierarchy hierarchy_;
  const Sides sides_;
  const Citations citations_;
  std::optional<model::Claim> denial_;
  Matter matter_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_COMPARER_H_
