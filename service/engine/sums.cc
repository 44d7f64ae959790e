#include "service/engine/sums.h"

#include <algorithm>
#include <map>

namespace gainsay::engine {
namespace {

// What each side leaves open: everything that any of its amounts does.
std::map<uint32_t, Interval> AmountsBySide(const Answers& answers, const std::vector<Statement>& statements) {
  std::map<uint32_t, Interval> by_side;
  for (const Statement& statement : statements) {
    const Possibilities& set = answers[statement.answer()];
    const auto* amount = std::get_if<Amount>(&set.atom);
    Interval interval;  // of a denial, or of roughly so much: anything
    if (amount != nullptr && !set.complement && !amount->about) {
      if (amount->dimension != answers.domain().unit().dimension) continue;
      interval = amount->interval;
    }
    const auto [side, is_new] = by_side.emplace(statement.side(), interval);
    if (!is_new) side->second = Hull(side->second, interval);
  }
  return by_side;
}

}  // namespace

bool AnyInconsistentSum(const Answers& answers, const std::vector<Statement>& totals,
                        const std::vector<Part>& parts) {
  if (parts.empty()) return false;
  const Domain& domain = answers.domain();
  const auto total_amounts = AmountsBySide(answers, totals);
  std::map<uint32_t, Interval> sums;
  for (const auto& [side, total] : total_amounts) sums[side] = {.low = 0, .high = 0};
  for (const Part& part : parts) {
    const auto amounts = AmountsBySide(*part.answers, *part.statements);
    std::map<uint32_t, Interval> with_part;
    for (const auto& [side, sum] : sums) {
      const auto amount = amounts.find(side);
      if (amount == amounts.end()) continue;
      const auto converted = domain.InThisUnit(amount->second, part.answers->domain());
      if (converted) with_part[side] = Sum(sum, *converted);
    }
    sums = std::move(with_part);
  }
  return std::any_of(sums.begin(), sums.end(), [&](const auto& sum) {
    const Interval& total = total_amounts.at(sum.first);
    return Disjoint(sum.second, total, domain.ToleranceOf(sum.second, total));
  });
}

}  // namespace gainsay::engine
