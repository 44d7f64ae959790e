#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/names.h"
#include "tests/support/golden_answer.h"
#include "tests/support/golden_value.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

using engine::RelatedClaim;

std::string OrNone(std::string text) { return text.empty() ? "none" : text; }

std::string Id(std::string_view name) { return std::string(model::IdOf(name)); }

template <class Names>
std::string Ids(const Names& names) {
  return OrNone(
      absl::StrJoin(names, ", ", [](std::string* out, std::string_view name) { *out += model::IdOf(name); }));
}

std::string FlagsText(const engine::Flags& flags) {
  return OrNone(absl::StrJoin(flags, ", ",
                              [](std::string* out, engine::Flag flag) { *out += ToWord(kFlagWords, flag); }));
}

// "CONFLICTING, DENIAL", "CONFIRMED, COUNTERPARTY", "UNCONFIRMED".
template <class T>
std::string StatusText(const T& judged) {
  std::string text = ToWord(kStatusWords, judged.status);
  if (judged.conflict_kind.has_value())
    absl::StrAppend(&text, ", ", ToWord(kConflictWords, *judged.conflict_kind));
  if (judged.grade.has_value()) absl::StrAppend(&text, ", ", ToWord(kGradeWords, *judged.grade));
  return text;
}

std::string OriginsText(int min, int max) {
  return min == max ? absl::StrCat(max, " origins") : absl::StrCat(min, " to ", max, " origins");
}

std::string CountsText(const engine::Counts& counts) {
  return absl::StrCat(counts.sides, " sides, ", counts.confirming_sides, " confirming, ",
                      OriginsText(counts.origins_min, counts.origins_max), ", ", counts.documents,
                      " documents");
}

std::string ConsensusText(const std::optional<engine::Consensus>& consensus) {
  if (!consensus.has_value()) return "none";
  std::string text =
      absl::StrJoin(consensus->all_of, " and ",
                    [](std::string* out, const engine::Stated& stated) { *out += GoldenStatedText(stated); });
  if (consensus->value.has_value()) absl::StrAppend(&text, ", together ", GoldenValueText(*consensus->value));
  return text;
}

using Writer = std::function<std::string(const RelatedClaim&)>;

// What `write` says of each claim of which it says anything.
std::string Each(const std::vector<RelatedClaim>& claims, const Writer& write) {
  std::vector<std::string> texts;
  for (const RelatedClaim& claim : claims) {
    const std::string text = write(claim);
    if (!text.empty()) texts.push_back(absl::StrCat(Id(claim.shown->claim), text == " " ? "" : text));
  }
  return OrNone(absl::StrJoin(texts, ", "));
}

std::string AttributionText(const RelatedClaim& related) {
  const engine::ShownClaim& claim = *related.shown;
  if (!claim.attribution.has_value()) return " NOBODY";
  std::string text = absl::StrCat(" ", ToWord(kAttributionWords, *claim.attribution));
  if (*claim.attribution == engine::Attribution::kRelayed) {
    absl::StrAppend(&text, " through ", OriginsText(claim.origins_min, claim.origins_max));
  }
  return text;
}

// Everything about a claim that no other line says.
std::string DetailText(const RelatedClaim& related) {
  const engine::ShownClaim& claim = *related.shown;
  return absl::StrCat(" (", Id(claim.party), " for ", Id(claim.side), " states ",
                      GoldenStatedText(*claim.stated), " ", ToWord(kCertaintyWords, claim.certainty), " on ",
                      std::string(claim.said_time), " in ", Ids(claim.sources), " by ", Ids(claim.publishers),
                      "; ", claim.origins_min, "/", claim.origins_max, ")");
}

AnswerBlock PositionBlock(const engine::Position& position) {
  const auto relation = [](const RelatedClaim& claim) {
    return " " + ToWord(kSetRelationWords, claim.relation);
  };
  const auto unless = [&](engine::SetRelation usual) {
    return [=](const RelatedClaim& claim) { return claim.relation == usual ? " " : relation(claim); };
  };
  std::vector<RelatedClaim> all = position.supporters;
  all.insert(all.end(), position.opposers.begin(), position.opposers.end());
  all.insert(all.end(), position.compatible.begin(), position.compatible.end());
  return {absl::StrCat("position: ", GoldenStatedText(position.stated)),
          {{"status", StatusText(position)},
           {"flags", FlagsText(position.flags)},
           {"for", Each(position.supporters, unless(engine::SetRelation::kEqual))},
           {"against", Each(position.opposers, unless(engine::SetRelation::kDisjoint))},
           {"beside", Each(position.compatible, relation)},
           {"sides", Ids(position.sides)},
           {"counts", CountsText(position.counts)},
           {"independent",
            Each(position.supporters, [](const auto& claim) { return claim.independent ? " " : ""; })},
           {"counted", Each(position.supporters, [](const auto& claim) { return claim.counted ? " " : ""; })},
           {"known", Each(all, AttributionText)},
           {"reasons",
            Each(all, [](const auto& claim) { return claim.reason.empty() ? "" : ": " + claim.reason; })},
           {"claims", Each(all, DetailText)}}};
}

AnswerBlock RespondentBlock(const engine::Respondent& respondent) {
  const auto silence = [](std::string* out, const engine::RespondentSilence& each) {
    absl::StrAppend(out, Id(each.silence), each.overtaken ? " overtaken" : "", " (", Id(each.party), " ",
                    ToWord(kSilenceWords, each.kind), " as of ", each.as_of_time, "; ", Ids(each.observers),
                    "; ", Ids(each.sources), ")");
  };
  std::vector<std::string> overtaken;
  std::vector<std::string> silences;
  for (const engine::RespondentSilence& each : respondent.silences) {
    (each.overtaken ? overtaken : silences).push_back(each.silence);
  }
  return {
      absl::StrCat("respondent: ", Id(respondent.entity), " ", ToWord(kRespondentWords, respondent.state)),
      {{"claims", Ids(respondent.claims)},
       {"silences", Ids(silences)},
       {"overtaken", Ids(overtaken)},
       {"observations", OrNone(absl::StrJoin(respondent.silences, ", ", silence))}}};
}

AnswerBlock OtherBlock(const engine::OtherClaim& other) {
  return {
      absl::StrCat("other: ", Id(other.claim), " ", ToWord(kOtherReasonWords, other.reason)),
      {{"claim", absl::StrCat(Id(other.party), " for ", Id(other.side), " states ",
                              GoldenStatedText(*other.stated), " ", ToWord(kSpeechActWords, other.speech_act),
                              " on ", std::string(other.said_time), " ", std::string(other.text))}}};
}

AnswerBlock StepBlock(const engine::Explanation& step) {
  return {absl::StrCat("step: ", step.rule, " ", Ids(step.claims)),
          {{"relation", step.relation.has_value() ? ToWord(kSetRelationWords, *step.relation) : "none"},
           {"sets", absl::StrJoin(step.sets, "; ")},
           {"tolerance", step.tolerance},
           {"edge", step.edge},
           {"text", step.text}}};
}

}  // namespace

Answer AnswerOf(const engine::Comparison& comparison) {
  const auto& since = comparison.since;
  Answer answer;
  answer.push_back(
      {"",
       {{"status", StatusText(comparison)},
        {"flags", FlagsText(comparison.flags)},
        {"consensus", ConsensusText(comparison.consensus)},
        {"counts", CountsText(comparison.counts)},
        {"since", since.has_value() ? absl::StrCat("said ", since->said_time, ", known ", since->known_at)
                                    : "none"}}});
  for (const auto& position : comparison.positions) answer.push_back(PositionBlock(position));
  for (const auto& respondent : comparison.respondents) answer.push_back(RespondentBlock(respondent));
  for (const auto& other : comparison.others) answer.push_back(OtherBlock(other));
  for (const auto& step : comparison.explanation) answer.push_back(StepBlock(step));
  return answer;
}

}  // namespace gainsay::testing
