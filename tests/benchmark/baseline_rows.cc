#include "tests/benchmark/baseline_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/engine/sides.h"
#include "service/engine/units.h"

namespace gainsay::benchmark {
namespace {

// Stands for no end: SQLite writes infinity in its own way.
constexpr double kEndless = 1e300;

template <class Enum>
Cell NumberCell(Enum value) {
  return static_cast<int64_t>(value);
}

struct Stretch {
  double low = -kEndless;
  double high = kEndless;
};

double AsDouble(const model::Decimal& amount, const std::string& unit, const std::string& wanted) {
  if (unit.empty() || unit == wanted) return amount.value().convert_to<double>();
  return engine::Convert(amount.value(), engine::LookUpUnit(unit), engine::LookUpUnit(wanted))
      .convert_to<double>();
}

Stretch StretchOf(const model::Quantity& quantity, const std::string& unit) {
  const double lower = AsDouble(quantity.lower, quantity.unit, unit);
  switch (quantity.bound) {
    case model::Bound::kAtLeast:
    case model::Bound::kMoreThan:
      return {.low = lower};
    case model::Bound::kAtMost:
    case model::Bound::kLessThan:
      return {.high = lower};
    case model::Bound::kExact:
    case model::Bound::kAbout:
    case model::Bound::kRange:
      break;
  }
  return {lower, AsDouble(quantity.upper, quantity.unit, unit)};
}

Stretch StretchOf(const model::Edtf& time) {
  Stretch stretch;
  if (time.span().begin) stretch.low = static_cast<double>(*time.span().begin);
  if (time.span().end) stretch.high = static_cast<double>(*time.span().end - 1);
  return stretch;
}

double MagnitudeOf(const Stretch& stretch) {
  double magnitude = 0;
  if (stretch.low > -kEndless) magnitude = std::abs(stretch.low);
  if (stretch.high < kEndless) magnitude = std::max(magnitude, std::abs(stretch.high));
  return magnitude;
}

}  // namespace

std::string TargetOf(Table table) {
  switch (table) {
    case Table::kEntities:
      return "entities (id, name, display_name, kind, speaks_for, speaks_from, speaks_until, owned_by)";
    case Table::kBroader:
      return "broader (entity, broader)";
    case Table::kTopics:
      return "topics (id, name, title, time, participants)";
    case Table::kQuestions:
      return "questions (id, topic_id, name, title, value_type, unit, evolution, relative_tolerance)";
    case Table::kRespondents:
      return "respondents (question_id, entity)";
    case Table::kSources:
      return "sources (id, name, uri, title, publisher, published, published_at, language, reliability, "
             "sha256)";
    case Table::kCitations:
      return "citations (source, cited, kind)";
    case Table::kClaims:
      return "claims (id, question_id, name, party, polarity, certainty, speech_act, low, high, magnitude, "
             "answer, "
             "amount, bound, unit, said, said_at, words)";
    case Table::kAppearances:
      return "appearances (claim_id, number, source, quote, language, locator, access)";
  }
  return "";
}

std::string LastIdOf(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

Cell MomentCell(const std::optional<model::Edtf>& time) {
  if (!time) return {};
  return engine::LastMomentOf(time);
}

Cell TextCell(const std::optional<model::Edtf>& time) {
  if (!time) return {};
  return time->text();
}

int64_t RowMaker::NewId(Table table, const std::string& name) {
  const int64_t id = ++last_ids_[static_cast<int>(table)];
  if (table != Table::kClaims) ids_.emplace(name, id);
  return id;
}

Cell RowMaker::IdOf(const std::string& name) const {
  if (name.empty()) return {};
  return ids_.at(name);
}

void RowMaker::Add(const model::Record& record, Take take) {
  std::visit(
      [&](const auto& each) {
        if constexpr (requires { AddRows(each, take); }) AddRows(each, take);
      },
      record);
}

void RowMaker::AddRows(const model::Entity& entity, Take take) {
  const int64_t id = NewId(Table::kEntities, entity.name);
  Cell from, until;
  if (entity.speaks_for && entity.speaks_for->valid_time) {
    const model::TimeSpan& span = entity.speaks_for->valid_time->span();
    if (span.begin) from = *span.begin;
    if (span.end) until = *span.end;
  }
  take(Table::kEntities,
       {id, LastIdOf(entity.name), entity.display_name, NumberCell(entity.kind),
        entity.speaks_for ? IdOf(entity.speaks_for->entity) : Cell(), from, until, IdOf(entity.owned_by)});
  for (const std::string& broader : entity.broader) take(Table::kBroader, {id, IdOf(broader)});
}

void RowMaker::AddRows(const model::Source& source, Take take) {
  const int64_t id = NewId(Table::kSources, source.name);
  take(Table::kSources,
       {id, LastIdOf(source.name), source.uri, source.title, IdOf(source.publisher),
        TextCell(source.publish_time), MomentCell(source.publish_time), source.language,
        NumberCell(source.reliability), source.content_sha256.empty() ? Cell() : source.content_sha256});
  for (const model::Citation& cited : source.cites) {
    take(Table::kCitations, {id, IdOf(cited.source), NumberCell(cited.kind)});
  }
}

void RowMaker::AddRows(const model::Topic& topic, Take take) {
  take(Table::kTopics, {NewId(Table::kTopics, topic.name), LastIdOf(topic.name), topic.title,
                        TextCell(topic.time), absl::StrJoin(topic.participants, " ")});
}

void RowMaker::AddRows(const model::Question& question, Take take) {
  const int64_t id = NewId(Table::kQuestions, question.name);
  units_[question.name] = question.unit;
  const auto& tolerance = question.tolerance.relative;
  take(Table::kQuestions,
       {id, IdOf(question.name.substr(0, question.name.find("/questions/"))), LastIdOf(question.name),
        question.title, NumberCell(question.value_type), question.unit, NumberCell(question.evolution),
        tolerance ? tolerance->value().convert_to<double>() : 0.0});
  for (const std::string& respondent : question.respondents) {
    take(Table::kRespondents, {id, IdOf(respondent)});
  }
}

RowMaker::Statement RowMaker::StatementOf(const model::Claim& claim) const {
  Statement statement{.bound = NumberCell(model::Bound::kExact)};
  Stretch stretch;
  if (const auto* quantity = std::get_if<model::Quantity>(&*claim.value)) {
    stretch = StretchOf(*quantity, units_.at(claim.question));
    statement.amount = quantity->bound == model::Bound::kRange
                           ? absl::StrCat(quantity->lower.text(), "/", quantity->upper.text())
                           : quantity->lower.text();
    statement.bound = NumberCell(quantity->bound);
    statement.unit = quantity->unit;
  } else if (const auto* time = std::get_if<model::Edtf>(&*claim.value)) {
    stretch = StretchOf(*time);
    statement.amount = time->text();
  } else if (const auto* yes = std::get_if<bool>(&*claim.value)) {
    stretch.low = stretch.high = *yes ? 1 : 0;
  } else {
    return statement;
  }
  statement.low = stretch.low;
  statement.high = stretch.high;
  statement.magnitude = MagnitudeOf(stretch);
  return statement;
}

void RowMaker::AddRows(const model::Claim& claim, Take take) {
  const int64_t id = NewId(Table::kClaims, claim.name);
  const Statement statement = StatementOf(claim);
  const auto* answer = std::get_if<model::EntityRef>(&*claim.value);
  take(Table::kClaims,
       {id, IdOf(claim.question), LastIdOf(claim.name), IdOf(claim.party), NumberCell(claim.polarity),
        NumberCell(claim.certainty), NumberCell(claim.speech_act), statement.low, statement.high,
        statement.magnitude, answer == nullptr ? Cell() : IdOf(answer->entity), statement.amount,
        statement.bound, statement.unit, TextCell(claim.said_time), MomentCell(claim.said_time), claim.text});
  int64_t number = 0;
  for (const model::Appearance& seen : claim.appearances) {
    take(Table::kAppearances,
         {id, ++number, IdOf(seen.source), seen.quote, seen.language, seen.locator, NumberCell(seen.access)});
  }
}

}  // namespace gainsay::benchmark
