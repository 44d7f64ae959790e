#include "service/engine/compare.h"

#include <algorithm>
#include <tuple>

#include "absl/time/time.h"
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
std::optional<Since> SinceOf(Comparer& comparer, const Cut& cut) {
  const CaseFile& file = comparer.file();
  const size_t claims = std::max<size_t>(file.question.claims.size(), 1);
  size_t readings = std::max<size_t>(kMostReread / claims, 1);
  std::optional<Since> since;
  Timeline(file, cut).WalkBack(
      comparer, [&] { return readings-- > 0; },
      [&](const Occasion& occasion, Status) {
        since = {occasion.text, absl::FormatTime(kExactTime, occasion.known, absl::UTCTimeZone())};
        return false;
      });
  return since;
}

}  // namespace

Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain) {
  Comparer comparer(file, policy);
  const Cut cut = CutOf(times);
  Comparison comparison = comparer.At(cut, explain);
  comparison.since = SinceOf(comparer, cut);
  return comparison;
}

Comparison Compare(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times, bool explain) {
  return Compare(prepared.file(), policy, times, explain);
}

Verdict VerdictOf(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times) {
  return VerdictOf(prepared.file(), policy, times);
}

std::vector<ClaimOutcome> OutcomesOf(const PreparedCase& prepared, const Policy& policy,
                                     const ReadTimes& times) {
  return OutcomesOf(prepared.file(), policy, times);
}

Verdict VerdictOf(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  return Comparer(file, policy).VerdictAt(CutOf(times));
}

std::vector<ClaimOutcome> OutcomesOf(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  return Comparer(file, policy).OutcomesAt(CutOf(times));
}

bool ShownBefore(const Comparison& a, const Comparison& b) {
  return std::make_tuple(a.status, -a.counts.sides, std::cref(a.question)) <
         std::make_tuple(b.status, -b.counts.sides, std::cref(b.question));
}

}  // namespace gainsay::engine
