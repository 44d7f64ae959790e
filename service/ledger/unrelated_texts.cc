#include "service/ledger/unrelated_texts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "service/engine/text_folding.h"
#include "service/ledger/cases.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {
namespace {

// The text that a claim affirms, folded; empty if it affirms none.
std::string AffirmedBy(const model::Claim& claim) {
  const auto* text = claim.value ? std::get_if<model::Text>(&*claim.value) : nullptr;
  const bool affirms = text != nullptr && claim.polarity == model::Polarity::kAffirms;
  return affirms ? engine::FoldText(text->text) : "";
}

// The texts that relations on file relate, the lesser first.
std::set<std::pair<std::string, std::string>> RelatedIn(const engine::QuestionFile& file) {
  std::map<std::string, std::string> texts;  // by claim
  for (const auto& claim : file.claims) texts[claim.record.name] = AffirmedBy(claim.record);
  std::set<std::pair<std::string, std::string>> related;
  for (const auto& relation : file.relations) {
    related.insert(std::minmax({texts[relation.record.from], texts[relation.record.to]}));
  }
  return related;
}

// A claim for each text that stands, the first by name.
std::vector<model::Claim> StandingIn(const engine::QuestionFile& file) {
  std::set<std::string> withdrawn;
  for (const auto& withdrawal : file.withdrawals) withdrawn.insert(withdrawal.record.target);
  std::map<std::string, const model::Claim*> by_text;
  for (const auto& [claim, revision, record_time] : file.claims) {
    const std::string text = AffirmedBy(claim);
    if (text.empty() || claim.speech_act != model::SpeechAct::kAssertion || withdrawn.contains(claim.name))
      continue;
    const model::Claim*& first = by_text[text];
    if (first == nullptr || claim.name < first->name) first = &claim;
  }
  std::map<std::string, const model::Claim*> by_name;
  for (const auto& [text, claim] : by_text) by_name[claim->name] = claim;
  std::vector<model::Claim> claims;
  for (const auto& [name, claim] : by_name) claims.push_back(*claim);
  return claims;
}

}  // namespace

absl::StatusOr<std::vector<ClaimPair>> FindUnrelatedTexts(const Ledger& ledger, std::string_view workspace,
                                                          const std::string& question, size_t most) {
  const auto snapshot = ledger.store.GetSnapshot();
  if (!snapshot.ok()) return snapshot.status();
  const auto asked = Reader(**snapshot, std::string(workspace)).Get<model::Question>(question, "question");
  if (!asked.ok()) return asked.status();
  if (asked->record.value_type != model::ValueType::kText) {
    return FieldError(absl::StatusCode::kInvalidArgument, "question", "is not of value type TEXT");
  }
  const auto standing = Cases(ledger, **snapshot, workspace).Get(question, {});
  if (!standing.ok()) return standing.status();
  const engine::QuestionFile& file = (*standing)->file().question;
  const auto related = RelatedIn(file);
  const std::vector<model::Claim> claims = StandingIn(file);
  std::vector<ClaimPair> pairs;
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (pairs.size() == most) return pairs;
      if (!related.contains(std::minmax({AffirmedBy(claims[i]), AffirmedBy(claims[j])}))) {
        pairs.push_back({claims[i], claims[j]});
      }
    }
  }
  return pairs;
}

}  // namespace gainsay::ledger
