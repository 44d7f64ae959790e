#include "service/engine/sitting.h"

#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

ReadingDepth DepthWith(const std::forward_list<Exhibit>* own) {
  return own == nullptr ? ReadingDepth::kPositions : ReadingDepth::kFull;
}

}  // namespace

Reading ReadAt(const CaseIndex& index, const Matter& matter, const Policy& policy, const Cut& cut,
               ReadingDepth depth) {
  const Record record{index.file(),   matter.question, matter.docket,
                      matter.answers, index.roster(),  index.citations()};
  return Read(record, cut, policy.parties, depth);
}

Sitting::Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut)
    : Sitting(index, policy, cut, nullptr) {}

Sitting::Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut,
                 std::forward_list<Exhibit>& own)
    : Sitting(index, policy, cut, &own) {}

Sitting::Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut,
                 std::forward_list<Exhibit>* own)
    : reading(ReadAt(index, index.matter(), policy, cut, DepthWith(own))),
      stances(reading.statements, index.matter().answers, index.matter().question.evolution),
      bench{index.file(),
            index.matter().question,
            policy,
            reading,
            stances,
            index.matter().answers,
            index.citations(),
            index.roster(),
            LimitsFor(stances),
            CountedUnder(policy, reading.statements, index.roster()),
            own == nullptr ? std::vector<const Exhibit*>() : index.exhibits().Of(reading.statements, *own)},
      field(bench) {}

}  // namespace gainsay::engine
