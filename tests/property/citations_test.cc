#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "tests/property/random_comparisons.h"
#include "tests/support/golden_value.h"

namespace gainsay::testing {
namespace {

using engine::Comparison;
using engine::Flag;
using engine::Position;

using CitationsTest = RandomComparisons;

// What a reprint must leave as it is.
std::string WithoutDocuments(const Comparison& comparison) {
  std::string text;
  for (const Position& position : comparison.positions) {
    const engine::Counts& counts = position.counts;
    absl::StrAppend(&text, static_cast<int>(position.status), " ", counts.sides, " ", counts.confirming_sides,
                    " ", counts.origins_min, " ", counts.origins_max, " flags");
    for (const Flag flag : position.flags) absl::StrAppend(&text, " ", static_cast<int>(flag));
    absl::StrAppend(&text, "\n");
  }
  return text;
}

// A document of a new publisher that passes on what the claim at `i` says in all its documents.
engine::CaseFile WithReprint(engine::CaseFile file, size_t i) {
  engine::OnFile<model::Claim> reprinted = file.question.claims[i];
  model::Source source{.name = "sources/zz-reprint", .publisher = "entities/zz-reprinter"};
  source.publish_time = *model::Edtf::Parse("2026-06-01");
  for (const model::Appearance& appearance : reprinted.record.appearances) {
    source.cites.push_back({appearance.source, model::CitationKind::kRepublishes});
  }
  reprinted.record.name += "-zz-reprint";
  reprinted.record.appearances = {{.source = source.name, .access = model::Access::kSecondHand}};
  file.entities["entities/zz-reprinter"] = {.name = "entities/zz-reprinter",
                                            .kind = model::EntityKind::kOutlet};
  file.sources[source.name] = source;
  file.question.claims.push_back(std::move(reprinted));
  return file;
}

// Whether a claim was said at a stated time, in dated documents that all stand, and was not withdrawn.
bool MayBeReprinted(const engine::CaseFile& file, const model::Claim& claim) {
  const auto is_dated = [&](const model::Appearance& appearance) {
    return file.sources.at(appearance.source).publish_time.has_value();
  };
  const auto ends = [&](const auto& withdrawal) { return withdrawal.record.target == claim.name; };
  return claim.said_time.has_value() && !claim.appearances.empty() && file.source_withdrawals.empty() &&
         std::all_of(claim.appearances.begin(), claim.appearances.end(), is_dated) &&
         std::none_of(file.question.withdrawals.begin(), file.question.withdrawals.end(), ends);
}

TEST_F(CitationsTest, IsUnmovedByAReprint) {
  ForAllCases([](const RandomCase& made, const Comparison& comparison) {
    for (size_t i = 0; i < made.file.question.claims.size(); ++i) {
      const model::Claim& claim = made.file.question.claims[i].record;
      if (!MayBeReprinted(made.file, claim)) continue;
      const engine::CaseFile file = WithReprint(made.file, i);
      const Comparison after = engine::Compare(file, made.policy, made.times, false);
      EXPECT_EQ(WithoutDocuments(after), WithoutDocuments(comparison)) << "a reprint of " << claim.name;
    }
  });
}

std::vector<std::string> SortedNames(const std::unordered_map<std::string, model::Source>& sources) {
  std::vector<std::string> names;
  for (const auto& [name, source] : sources) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

// By what is stated, how many sides confirm it.
std::map<std::string, int> ConfirmingSides(const Comparison& comparison) {
  std::map<std::string, int> sides;
  for (const Position& position : comparison.positions) {
    sides[GoldenStatedText(position.stated)] = position.counts.confirming_sides;
  }
  return sides;
}

// Where one side is known only through another's document, to learn that the document has it from a third
// may well make the sides fewer on which the first relies. Outlets are never relied on so.
engine::CaseFile AmongOutlets(engine::CaseFile file) {
  for (auto& [name, entity] : file.entities) entity.kind = model::EntityKind::kOutlet;
  return file;
}

TEST_F(CitationsTest, IsNeverConfirmedByMoreOutletsForOneCitationMore) {
  ForAllCases([](const RandomCase& made, const Comparison&) {
    if (!made.file.source_withdrawals.empty()) return;
    const engine::CaseFile outlets = AmongOutlets(made.file);
    const std::vector<std::string> names = SortedNames(outlets.sources);
    const std::map<std::string, int> before =
        ConfirmingSides(engine::Compare(outlets, made.policy, made.times, false));
    for (size_t i = 0; i < names.size(); ++i) {
      engine::CaseFile file = outlets;
      const std::string& cited = names[(i * 7 + 3) % names.size()];
      file.sources.at(names[i]).cites.push_back({cited, model::CitationKind::kCites});
      for (const auto& [stated, sides] :
           ConfirmingSides(engine::Compare(file, made.policy, made.times, false))) {
        EXPECT_LE(sides, before.at(stated)) << stated << ", when " << names[i] << " cites " << cited;
      }
    }
  });
}

}  // namespace
}  // namespace gainsay::testing
