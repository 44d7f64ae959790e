#include "service/ledger/wording_index.h"

#include <set>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "service/engine/possibilities.h"
#include "service/engine/text_folding.h"
#include "service/ledger/record_walk.h"
#include "service/store/record_codec.h"

namespace gainsay::ledger {
namespace {

struct Claims {
  std::vector<model::Claim> all;
  std::set<std::string> voided;  // names
};

absl::StatusOr<Claims> ClaimsOn(const Reader& reader, const std::string& question) {
  Claims claims;
  const absl::Status scanned =
      reader.Scan(store::QuestionRange(reader.workspace(), question),
                  [&](const store::ParsedKey&, const store::EntryView& entry) -> absl::StatusOr<bool> {
                    absl::StatusOr<model::Record> record = store::DecodeRecord(entry.value);
                    if (!record.ok()) return record.status();
                    if (auto* claim = std::get_if<model::Claim>(&*record))
                      claims.all.push_back(std::move(*claim));
                    const auto* withdrawal = std::get_if<model::Withdrawal>(&*record);
                    if (withdrawal != nullptr && withdrawal->kind == model::WithdrawalKind::kVoided) {
                      claims.voided.insert(withdrawal->target);
                    }
                    return true;
                  });
  if (!scanned.ok()) return scanned;
  return claims;
}

model::Claim StatementOf(const model::Claim& claim) {
  model::Claim statement;
  statement.question = claim.question;
  statement.polarity = claim.polarity;
  statement.value = claim.value;
  statement.speech_act = claim.speech_act;
  return statement;
}

// Equal for statements that are one.
std::string KeyOf(const model::Claim& statement, const engine::Domain& domain) {
  const std::string act = absl::StrCat(statement.question, " ", static_cast<int>(statement.speech_act));
  if (!statement.value) return act;
  const auto set = domain.SetOf(*statement.value, statement.polarity);
  return absl::StrCat(act, set ? "=" + set->key : " unknown");
}

}  // namespace

absl::StatusOr<WordingIndex> WordingIndex::Read(const Reader& reader, const std::string& topic) {
  WordingIndex index;
  const absl::Status visited =
      VisitRecords(reader, model::NameKind::kQuestion, topic, "",
                   [&](const Recorded<model::Record>& record) -> absl::StatusOr<bool> {
                     const absl::Status added = index.Add(reader, std::get<model::Question>(record.record));
                     if (!added.ok()) return added;
                     return true;
                   });
  if (!visited.ok()) return visited;
  return index;
}

absl::StatusOr<WordingIndex> WordingIndex::ReadQuestions(const Reader& reader,
                                                         const std::vector<std::string>& questions) {
  WordingIndex index;
  for (const std::string& name : questions) {
    const auto question = reader.Find(model::NameKind::kQuestion, name);
    if (!question.ok()) return question.status();
    if (!*question) continue;
    const absl::Status added = index.Add(reader, std::get<model::Question>((*question)->record));
    if (!added.ok()) return added;
  }
  return index;
}

absl::Status WordingIndex::Add(const Reader& reader, const model::Question& question) {
  const absl::StatusOr<Claims> claims = ClaimsOn(reader, question.name);
  if (!claims.ok()) return claims.status();
  const engine::Domain domain(question);
  const auto add = [&](const std::string& words, const model::Claim& statement) {
    const std::string folded = engine::FoldText(words);
    if (!folded.empty()) by_words_[folded].emplace(KeyOf(statement, domain), statement);
  };
  for (const model::Claim& claim : claims->all) {
    if (claims->voided.count(claim.name) > 0) continue;
    model::Claim statement = StatementOf(claim);
    add(claim.text, statement);
    const auto* text = claim.value ? std::get_if<model::Text>(&*claim.value) : nullptr;
    if (text == nullptr) continue;
    statement.polarity = model::Polarity::kAffirms;
    add(text->text, statement);
  }
  return absl::OkStatus();
}

std::vector<model::Claim> WordingIndex::Find(std::string_view text) const {
  std::vector<model::Claim> statements;
  const auto found = by_words_.find(engine::FoldText(text));
  if (found == by_words_.end()) return statements;
  for (const auto& [key, statement] : found->second) statements.push_back(statement);
  return statements;
}

}  // namespace gainsay::ledger
