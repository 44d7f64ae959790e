#include "tests/support/golden_nouns.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/golden_text.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

absl::StatusOr<model::SpeaksFor> ParseSpeaksFor(std::string clause, engine::CaseFile* file) {
  model::SpeaksFor speaks_for;
  std::string time;
  if (TakeAfterWord("during", &clause, &time)) {
    const absl::StatusOr<model::Edtf> parsed = model::Edtf::Parse(time);
    if (!parsed.ok()) return parsed.status();
    speaks_for.valid_time = *parsed;
  }
  MentionEntity(clause, file);
  speaks_for.entity = EntityName(clause);
  return speaks_for;
}

absl::Status ApplyEntityClause(std::string clause, engine::CaseFile* file, model::Entity* entity) {
  const bool now = absl::StartsWith(clause, "speaks for ");
  if (TakePrefix("speaks for ", &clause) || TakePrefix("spoke for ", &clause)) {
    absl::StatusOr<model::SpeaksFor> speaks_for = ParseSpeaksFor(clause, file);
    if (!speaks_for.ok()) return speaks_for.status();
    if (now) {
      entity->speaks_for = *std::move(speaks_for);
    } else {
      entity->spoke_for.push_back(*std::move(speaks_for));
    }
    return absl::OkStatus();
  }
  if (TakePrefix("owned by ", &clause)) {
    MentionEntity(clause, file);
    entity->owned_by = EntityName(clause);
    return absl::OkStatus();
  }
  if (TakePrefix("kind of ", &clause)) {
    MentionEntity(clause, file);
    entity->broader.push_back(EntityName(clause));
    return absl::OkStatus();
  }
  const absl::StatusOr<model::EntityKind> kind = FromWord(kEntityKindWords, clause);
  if (!kind.ok()) return kind.status();
  entity->kind = *kind;
  return absl::OkStatus();
}

absl::Status ApplySourceClause(std::string clause, model::Source* source) {
  if (TakePrefix("graded ", &clause)) {
    const absl::StatusOr<model::Reliability> grade = FromWord(kReliabilityWords, clause);
    if (!grade.ok()) return grade.status();
    source->reliability = *grade;
    return absl::OkStatus();
  }
  for (const auto& [word, kind] : kCitationWords) {
    if (TakePrefix(absl::StrCat(word, " "), &clause)) {
      source->cites.push_back({SourceName(clause), kind});
      return absl::OkStatus();
    }
  }
  const absl::StatusOr<model::Edtf> time = model::Edtf::Parse(clause);
  if (!time.ok()) return time.status();
  source->publish_time = *time;
  return absl::OkStatus();
}

absl::Status SetTolerance(std::string text, model::Tolerance* tolerance) {
  const bool relative = absl::EndsWith(text, "%");
  if (relative) text = absl::StrCat(text.substr(0, text.size() - 1), "e-2");
  const absl::StatusOr<model::Decimal> amount = model::Decimal::Parse(text);
  if (!amount.ok()) return amount.status();
  (relative ? tolerance->relative : tolerance->absolute) = *amount;
  return absl::OkStatus();
}

absl::Status ApplyQuestionClause(std::string clause, engine::CaseFile* file, model::Question* question) {
  if (TakePrefix("asked of ", &clause)) {
    const std::vector<std::string> ids = absl::StrSplit(clause, " and ");
    for (const std::string& id : ids) {
      MentionEntity(id, file);
      question->respondents.push_back(EntityName(id));
    }
    return absl::OkStatus();
  }
  if (TakePrefix("tolerance ", &clause)) {
    const std::vector<std::string> amounts = absl::StrSplit(clause, " or ");
    for (const std::string& amount : amounts) {
      if (absl::Status status = SetTolerance(amount, &question->tolerance); !status.ok()) return status;
    }
    return absl::OkStatus();
  }
  if (clause == "many answers") {
    question->cardinality = model::Cardinality::kMany;
    return absl::OkStatus();
  }
  if (const auto evolution = FromWord(kEvolutionWords, clause); evolution.ok()) {
    question->evolution = *evolution;
    return absl::OkStatus();
  }
  TakeAfterWord("in", &clause, &question->unit);
  const absl::StatusOr<model::ValueType> type = FromWord(kValueTypeWords, clause);
  if (!type.ok()) return type.status();
  question->value_type = *type;
  return absl::OkStatus();
}

}  // namespace

std::string EntityName(const std::string& id) { return absl::StrCat("entities/", id); }
std::string SourceName(const std::string& id) { return absl::StrCat("sources/", id); }

void MentionEntity(const std::string& id, engine::CaseFile* file) {
  model::Entity& entity = file->entities[EntityName(id)];
  if (!entity.name.empty()) return;
  entity.name = EntityName(id);
  entity.display_name = std::string(id);
}

absl::Status AddEntity(const std::string& line, engine::CaseFile* file) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(line, absl::MaxSplits(": ", 1));
  MentionEntity(parts.first, file);
  model::Entity entity = file->entities[EntityName(parts.first)];
  for (const std::string& clause : SplitOutside(parts.second, ',')) {
    if (absl::Status status = ApplyEntityClause(clause, file, &entity); !status.ok()) return status;
  }
  file->entities[entity.name] = entity;
  return absl::OkStatus();
}

absl::Status AddSource(const std::string& line, engine::CaseFile* file) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(line, absl::MaxSplits(": ", 1));
  std::vector<std::string> clauses = SplitOutside(parts.second, ',');
  if (clauses.empty()) return absl::InvalidArgumentError("a document needs a publisher");
  model::Source source;
  source.name = SourceName(parts.first);
  if (clauses[0] != "unknown") {
    MentionEntity(clauses[0], file);
    source.publisher = EntityName(clauses[0]);
  }
  for (size_t i = 1; i < clauses.size(); ++i) {
    if (absl::Status status = ApplySourceClause(clauses[i], &source); !status.ok()) return status;
  }
  if (!file->sources.emplace(source.name, source).second) {
    return absl::InvalidArgumentError(absl::StrCat(parts.first, " is there twice"));
  }
  return absl::OkStatus();
}

absl::Status DescribeQuestion(const std::string& line, engine::CaseFile* file, model::Question* question) {
  if (absl::EndsWith(line, "?")) {
    question->title = line;
    return absl::OkStatus();
  }
  for (const std::string& clause : SplitOutside(line, ',')) {
    if (absl::Status status = ApplyQuestionClause(clause, file, question); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace gainsay::testing
