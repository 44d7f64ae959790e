#include "service/rpc/question_converter.h"

#include <string>
#include <utility>

#include "service/ledger/nouns.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {
namespace {

// Whether distances between values of this type are measured, so that a unit and a tolerance make sense.
bool IsMeasured(model::ValueType type) {
  return type == model::ValueType::kQuantity || type == model::ValueType::kTime ||
         type == model::ValueType::kPlace;
}

std::optional<model::Decimal> ReadTolerance(std::string_view field, const std::string& text,
                                            FieldReader& fields) {
  if (text.empty()) return std::nullopt;
  std::optional<model::Decimal> tolerance = fields.Number(field, text);
  fields.Require(!tolerance || tolerance->value() >= 0, field, "is negative");
  return tolerance;
}

void CheckFitsValueType(const v1::Question& proto, model::ValueType type, FieldReader& fields) {
  const bool quantity = type == model::ValueType::kQuantity;
  fields.Require(IsMeasured(type) || proto.unit().empty(), "unit",
                 "only QUANTITY, TIME and PLACE questions have one");
  fields.Require(type != model::ValueType::kBoolean || proto.cardinality() != v1::CARDINALITY_MANY,
                 "cardinality", "a BOOLEAN question has ONE answer");
  fields.Require(IsMeasured(type) || proto.tolerance().absolute().empty(), "tolerance.absolute",
                 "only QUANTITY, TIME and PLACE questions have one");
  fields.Require(quantity || proto.tolerance().relative().empty(), "tolerance.relative",
                 "only QUANTITY questions have one");
  fields.Require(quantity || proto.parts().empty(), "parts", "only QUANTITY questions have parts");
}

}  // namespace

absl::StatusOr<model::Question> QuestionFromProto(const v1::Question& proto) {
  FieldReader fields;
  model::Question question;
  question.name = fields.Name("name", model::NameKind::kQuestion, proto.name());
  question.title = fields.Text("title", proto.title());
  question.value_type = fields.RequiredEnum("valueType", kValueTypes, proto.value_type());
  question.unit = fields.Unit("unit", proto.unit());
  question.cardinality =
      fields.Enum("cardinality", kCardinalities, proto.cardinality(), model::Cardinality::kOne);
  question.evolution = fields.Enum("evolution", kEvolutions, proto.evolution(), model::Evolution::kStatic);
  question.tolerance.absolute = ReadTolerance("tolerance.absolute", proto.tolerance().absolute(), fields);
  question.tolerance.relative = ReadTolerance("tolerance.relative", proto.tolerance().relative(), fields);
  question.respondents = fields.Names("respondents", model::NameKind::kEntity, proto.respondents());
  question.parts = fields.Names("parts", model::NameKind::kQuestion, proto.parts(), proto.name());
  CheckFitsValueType(proto, question.value_type, fields);
  return fields.Finish(std::move(question));
}

v1::Question QuestionToProto(const model::Question& question) {
  v1::Question proto;
  proto.set_name(question.name);
  proto.set_title(question.title);
  proto.set_value_type(ToWire(kValueTypes, question.value_type));
  proto.set_unit(question.unit);
  proto.set_cardinality(ToWire(kCardinalities, question.cardinality));
  proto.set_evolution(ToWire(kEvolutions, question.evolution));
  const model::Tolerance& tolerance = question.tolerance;
  if (tolerance.absolute) proto.mutable_tolerance()->set_absolute(tolerance.absolute->text());
  if (tolerance.relative) proto.mutable_tolerance()->set_relative(tolerance.relative->text());
  proto.mutable_respondents()->Assign(question.respondents.begin(), question.respondents.end());
  proto.mutable_parts()->Assign(question.parts.begin(), question.parts.end());
  return proto;
}

v1::Question QuestionToProto(const ledger::Recorded<model::Question>& recorded) {
  v1::Question proto = QuestionToProto(recorded.record);
  proto.set_etag(ledger::EtagOf(recorded.revision));
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
