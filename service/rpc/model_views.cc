#include "service/rpc/model_views.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/engine/text_folding.h"
#include "service/rpc/enum_tables.h"

namespace gainsay::rpc {
namespace {

constexpr absl::Duration kMostPatience = absl::Seconds(10);

absl::Status NoWord(std::string_view of, const absl::Status& why) {
  return absl::Status(why.code(), absl::StrCat("No word of the model ", std::string(of), ": ",
                                               std::string(why.message()), "."));
}

std::string WordsOf(const search::CandidateQuestion& candidate) {
  const bool said = !candidate.claims.empty() && !candidate.claims.front().words.empty();
  return said ? candidate.claims.front().words : std::string(candidate.comparison->title);
}

// A text and a claim of a candidate, both ways.
struct Asked {
  int candidate = 0;
  std::string claim;
};

// What a model's word says of a claim, for the reason; empty if that is nothing for or against the text.
std::string InWords(const v1::TextJudgement& judgement) {
  const auto sentence = [&judgement](const char* what, double probability) {
    return absl::StrCat(" The model ", judgement.model(), " says that ", what, " ", judgement.claim(),
                        absl::StrFormat(" (%.2f); its word alone decides nothing.", probability));
  };
  const bool forth = judgement.text_to_claim() == v1::RELATION_KIND_CONTRADICTS;
  const bool back = judgement.claim_to_text() == v1::RELATION_KIND_CONTRADICTS;
  if (forth || back) {
    // A model that says both says nothing.
    const auto other = forth ? judgement.claim_to_text() : judgement.text_to_claim();
    if (forth != back && other == v1::RELATION_KIND_ENTAILS) return "";
    return sentence("the text is contradicted by",
                    forth ? judgement.text_to_claim_probability() : judgement.claim_to_text_probability());
  }
  const bool entailed = judgement.claim_to_text() == v1::RELATION_KIND_ENTAILS;
  const bool entails = judgement.text_to_claim() == v1::RELATION_KIND_ENTAILS;
  if (entailed && entails) {
    return sentence("the text means the same as",
                    std::min(judgement.claim_to_text_probability(), judgement.text_to_claim_probability()));
  }
  if (entailed) return sentence("the text is entailed by", judgement.claim_to_text_probability());
  if (entails) return sentence("the text entails", judgement.text_to_claim_probability());
  return "";
}

}  // namespace

absl::Duration ModelPatience(const ledger::Ledger& ledger, const Call& call) {
  return std::min(kMostPatience, (call.deadline() - ledger.now()) / 2);
}

absl::Status RankByModel(const inference::Models& models, absl::Duration patience, const std::string& text,
                         std::vector<search::CandidateQuestion>& candidates) {
  if (models.embed == nullptr) return absl::OkStatus();
  std::vector<std::string> texts;
  for (const auto& candidate : candidates) texts.push_back(WordsOf(candidate));
  const auto nearness = models.embed->Nearness(text, texts, patience);
  if (!nearness.ok()) return NoWord(models.embed->name(), nearness.status());
  const double nearest = *std::max_element(nearness->begin(), nearness->end());
  for (size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].score = nearest > 0 ? std::max(0.0, (*nearness)[i]) / nearest : 1;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return absl::OkStatus();
}

absl::Status JudgeByModel(const inference::Models& models, absl::Duration patience, const std::string& text,
                          const std::vector<search::CandidateQuestion>& candidates,
                          google::protobuf::RepeatedPtrField<v1::CandidateQuestion>& protos) {
  if (models.relation == nullptr) return absl::OkStatus();
  const std::string folded = engine::FoldText(text);
  std::vector<Asked> asked;
  std::vector<inference::TextPair> pairs;
  for (size_t i = 0; i < candidates.size(); ++i) {
    for (const search::FittingClaim& claim : candidates[i].claims) {
      const std::string words = engine::FoldText(claim.words);
      if (words.empty() || words == folded) continue;
      asked.push_back({static_cast<int>(i), claim.name});
      pairs.push_back({text, claim.words});
      pairs.push_back({claim.words, text});
    }
  }
  const auto judgements = models.relation->Judge(pairs, patience);
  for (const auto& judgement : judgements) {
    if (!judgement.ok()) return NoWord(models.relation->name(), judgement.status());
  }
  for (size_t i = 0; i < asked.size(); ++i) {
    v1::CandidateQuestion& candidate = *protos.Mutable(asked[i].candidate);
    v1::TextJudgement& told = *candidate.add_judgements();
    const auto& forth = *judgements[2 * i];
    const auto& back = *judgements[2 * i + 1];
    told.set_claim(asked[i].claim);
    if (forth.kind()) told.set_text_to_claim(ToWire(kRelationKinds, *forth.kind()));
    told.set_text_to_claim_probability(forth.probability);
    if (back.kind()) told.set_claim_to_text(ToWire(kRelationKinds, *back.kind()));
    told.set_claim_to_text_probability(back.probability);
    told.set_method(v1::RELATION_METHOD_MODEL);
    told.set_model(models.relation->name());
    told.set_model_version(forth.version);
    candidate.mutable_reason()->append(InWords(told));
  }
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
