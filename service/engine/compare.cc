#include "service/engine/compare.h"

#include <algorithm>
#include <forward_list>
#include <tuple>
#include <utility>

#include "absl/time/time.h"
#include "service/engine/case_index.h"
#include "service/engine/comparer.h"
#include "service/engine/timeline.h"

namespace gainsay::engine {
namespace {

// RFC 3339, always with its fraction: a time without one would be read back as the whole of its second.
constexpr char kExactTime[] = "%Y-%m-%d%ET%H:%M:%E6S%Ez";

// The most claims that are read again to find since when a status has held.
constexpr size_t kMostReread = 200'000;

// Since when the status has held, in the order in which things were said; nothing where it has never been
// anything else than NO_STATEMENTS, or where finding it would mean reading too much again.
std::optional<Since> SinceOf(const CaseIndex& index, const Policy& policy, const Cut& cut, Reached reached) {
  const size_t claims = std::max<size_t>(index.file().question.claims.size(), 1);
  // One reading told what was reached.
  size_t readings = std::max<size_t>(kMostReread / claims, 1) - 1;
  std::optional<Since> since;
  Timeline(index, cut)
      .WalkBack(
          Comparer(index, policy), reached, [&] { return readings-- > 0; },
          [&](const Occasion& occasion, Status) {
            since = {occasion.text, absl::FormatTime(kExactTime, occasion.known, absl::UTCTimeZone())};
            return false;
          });
  return since;
}

// What a comparison points into.
struct Kept {
  std::shared_ptr<const CaseIndex> index;
  std::forward_list<Exhibit> own;
};

Comparison CompareIndexed(std::shared_ptr<const CaseIndex> shared, const Policy& policy,
                          const ReadTimes& times, bool explain) {
  const auto kept = std::make_shared<Kept>(Kept{std::move(shared), {}});
  const CaseIndex& index = *kept->index;
  const Cut cut = CutOf(times);
  Reached reached;
  Comparison comparison = Comparer(index, policy).At(cut, explain, kept->own, reached);
  comparison.since = SinceOf(index, policy, cut, reached);
  comparison.keeps = kept;
  return comparison;
}

}  // namespace

PreparedCase::PreparedCase(std::shared_ptr<const CaseFile> file)
    : file_(std::move(file)), index_(std::make_shared<const CaseIndex>(*file_, ReadingDepth::kFull)) {}

PreparedCase::PreparedCase(CaseFile file) : PreparedCase(std::make_shared<const CaseFile>(std::move(file))) {}

Comparison Compare(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times, bool explain) {
  return CompareIndexed(prepared.index(), policy, times, explain);
}

Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain) {
  return CompareIndexed(std::make_shared<const CaseIndex>(file, ReadingDepth::kFull), policy, times, explain);
}

Verdict VerdictOf(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times) {
  return Comparer(*prepared.index(), policy).VerdictAt(CutOf(times));
}

Verdict VerdictOf(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  return Comparer(CaseIndex(file, ReadingDepth::kPositions), policy).VerdictAt(CutOf(times));
}

std::vector<ClaimOutcome> OutcomesOf(const PreparedCase& prepared, const Policy& policy,
                                     const ReadTimes& times) {
  return Comparer(*prepared.index(), policy).OutcomesAt(CutOf(times));
}

std::vector<ClaimOutcome> OutcomesOf(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  return Comparer(CaseIndex(file, ReadingDepth::kFull), policy).OutcomesAt(CutOf(times));
}

bool ShownBefore(const Comparison& a, const Comparison& b) {
  return std::make_tuple(a.status, -a.counts.sides, std::cref(a.question)) <
         std::make_tuple(b.status, -b.counts.sides, std::cref(b.question));
}

}  // namespace gainsay::engine
