#include "service/search/passages.h"

#include <utility>

#include "service/ledger/claim_index.h"
#include "service/ledger/record_walk.h"

namespace gainsay::search {
namespace {

using model::NameKind;

void Add(std::string text, std::string language, std::vector<Passage>& passages) {
  if (!text.empty()) passages.push_back({std::move(text), std::move(language)});
}

void AddNames(const model::Entity& entity, std::vector<Passage>& passages) {
  Add(entity.display_name, "", passages);
  for (const auto& [language, name] : entity.names) Add(name, language, passages);
  for (const std::string& alias : entity.aliases) Add(alias, "", passages);
}

absl::StatusOr<Passages> Of(const ledger::Reader& reader, const model::Claim& claim) {
  Passages passages;
  Add(claim.text, "", passages.own);
  if (const auto* text = claim.value ? std::get_if<model::Text>(&*claim.value) : nullptr) {
    Add(text->text, "", passages.own);
  }
  for (const model::Appearance& appearance : claim.appearances) {
    if (appearance.quote.empty()) continue;
    const auto source = reader.Get<model::Source>(appearance.source);
    if (!source.ok()) return source.status();
    const std::string& language = appearance.language.empty() ? source->record.language : appearance.language;
    passages.own.push_back({appearance.quote, language, source->record.confidential});
  }
  const auto question = reader.Get<model::Question>(claim.question);
  if (!question.ok()) return question.status();
  Add(question->record.title, "", passages.context);
  const auto party = reader.Get<model::Entity>(claim.party);
  if (!party.ok()) return party.status();
  AddNames(party->record, passages.context);
  return passages;
}

absl::StatusOr<Passages> Of(const ledger::Reader&, const model::Question& question) {
  Passages passages;
  Add(question.title, "", passages.own);
  return passages;
}

absl::StatusOr<Passages> Of(const ledger::Reader&, const model::Entity& entity) {
  Passages passages;
  passages.are_names = true;
  AddNames(entity, passages.own);
  return passages;
}

absl::StatusOr<Passages> Of(const ledger::Reader&, const model::Source& source) {
  Passages passages;
  if (!source.title.empty()) passages.own.push_back({source.title, source.language, source.confidential});
  return passages;
}

template <class Unsearched>
absl::StatusOr<Passages> Of(const ledger::Reader&, const Unsearched&) {
  return Passages();
}

}  // namespace

bool IsSearched(NameKind kind) {
  return kind == NameKind::kClaim || kind == NameKind::kQuestion || kind == NameKind::kEntity ||
         kind == NameKind::kSource;
}

absl::StatusOr<Passages> PassagesOf(const ledger::Reader& reader, const model::Record& record) {
  return std::visit([&reader](const auto& held) { return Of(reader, held); }, record);
}

absl::Status HideConfidentialQuotes(const ledger::Reader& reader, model::Record& record) {
  auto* claim = std::get_if<model::Claim>(&record);
  if (claim == nullptr) return absl::OkStatus();
  for (model::Appearance& appearance : claim->appearances) {
    if (appearance.quote.empty()) continue;
    const auto source = reader.Get<model::Source>(appearance.source);
    if (!source.ok()) return source.status();
    if (source->record.confidential) appearance.quote.clear();
  }
  return absl::OkStatus();
}

std::string WordsOf(const model::Claim& claim) {
  if (!claim.text.empty()) return claim.text;
  const auto* text = claim.value ? std::get_if<model::Text>(&*claim.value) : nullptr;
  if (text != nullptr && claim.polarity == model::Polarity::kAffirms) return text->text;
  for (const model::Appearance& appearance : claim.appearances) {
    if (!appearance.quote.empty()) return appearance.quote;
  }
  return "";
}

absl::Status VisitDependents(const ledger::Reader& reader, NameKind kind, const std::string& name,
                             absl::FunctionRef<void(const std::string& claim)> visit) {
  const auto take = [&visit](const ledger::Recorded<model::Record>& found) -> absl::StatusOr<bool> {
    visit(std::get<model::Claim>(found.record).name);
    return true;
  };
  if (kind == NameKind::kQuestion) return ledger::VisitRecords(reader, NameKind::kClaim, name, "", take);
  if (kind == NameKind::kEntity) {
    return ledger::VisitClaims(reader, {ledger::ClaimsByParty(reader, name)}, "", "", take);
  }
  if (kind == NameKind::kSource) {
    return ledger::VisitClaims(reader, {ledger::ClaimsBySource(reader, name)}, "", "", take);
  }
  return absl::OkStatus();
}

}  // namespace gainsay::search
