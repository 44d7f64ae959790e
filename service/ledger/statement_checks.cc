#include "service/ledger/statement_checks.h"

#include <variant>

#include "service/engine/text_folding.h"
#include "service/model/value.h"

namespace gainsay::ledger {

absl::Status CheckAdmitted(const model::Question& question, const model::Claim& claim) {
  if (!claim.value) return absl::OkStatus();
  const absl::Status admitted = model::CheckAdmits(question.value_type, *claim.value);
  if (!admitted.ok()) return Prefixed("value.", admitted);
  const auto* text = std::get_if<model::Text>(&*claim.value);
  if (text == nullptr || !engine::FoldText(text->text).empty()) return absl::OkStatus();
  return FieldError(absl::StatusCode::kInvalidArgument, "value.text", "holds white space alone");
}

absl::Status CheckClaim(Overlay& file, const model::Claim& claim) {
  const absl::StatusOr<const model::Question*> question = file.Find<model::Question>(claim.question);
  if (!question.ok()) return question.status();
  file.Guard(model::NameKind::kQuestion, claim.question);
  return CheckAdmitted(**question, claim);
}

absl::Status CheckRelation(Overlay& file, const model::Relation& relation) {
  const std::string question(model::ParentOf(relation.from));
  if (model::ParentOf(relation.to) != question) {
    return FieldError(absl::StatusCode::kInvalidArgument, "to", relation.to + " is no claim on " + question);
  }
  const absl::StatusOr<const model::Question*> asked = file.Find<model::Question>(question);
  if (!asked.ok()) return asked.status();
  file.Guard(model::NameKind::kQuestion, question);
  if ((*asked)->value_type == model::ValueType::kText) return absl::OkStatus();
  return FieldError(absl::StatusCode::kInvalidArgument, "from", question + " is not a TEXT question");
}

}  // namespace gainsay::ledger
