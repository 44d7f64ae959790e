#include "service/ledger/noun_checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "service/ledger/cycles.h"

namespace gainsay::ledger {
namespace {

// Refuses `noun` if `links`, applied to it and to whatever is reached, lead back to it. `becomes` says
// what it would become: "speak for".
template <class Noun>
absl::Status CheckNoCycle(Overlay& file, const Noun& noun, std::vector<Link> (*links)(const Noun&),
                          Standing standing, const std::string& becomes) {
  const std::vector<Link> own = links(noun);
  for (const Link& link : own) {
    if (link.to == noun.name) {
      return FieldError(absl::StatusCode::kFailedPrecondition, link.field,
                        noun.name + " would " + becomes + " itself");
    }
  }
  if (standing == Standing::kNewAlone) return absl::OkStatus();
  const auto links_of = [&](const std::string& name) -> absl::StatusOr<std::vector<Link>> {
    file.Guard(kKindOf<Noun>, name);
    const absl::StatusOr<const Noun*> reached = file.Find<Noun>(name);
    if (!reached.ok()) return reached.status();
    return *reached == nullptr ? std::vector<Link>() : links(**reached);
  };
  const absl::StatusOr<std::optional<Link>> cycle = FindCycle(noun.name, own, links_of);
  if (!cycle.ok()) return cycle.status();
  if (!*cycle) return absl::OkStatus();
  return FieldError(absl::StatusCode::kFailedPrecondition, (*cycle)->field,
                    noun.name + " would " + becomes + " itself through " + (*cycle)->to);
}

absl::Status CheckParts(Overlay& file, const model::Question& question) {
  if (!question.parts.empty() && question.value_type != model::ValueType::kQuantity) {
    return FieldError(absl::StatusCode::kInvalidArgument, "parts", "only a QUANTITY question has parts");
  }
  for (size_t i = 0; i < question.parts.size(); ++i) {
    const absl::StatusOr<const model::Question*> part = file.Find<model::Question>(question.parts[i]);
    if (!part.ok()) return part.status();
    file.Guard(model::NameKind::kQuestion, question.parts[i]);
    if (*part != nullptr && (*part)->value_type != model::ValueType::kQuantity) {
      return FieldError(absl::StatusCode::kInvalidArgument, "parts[" + std::to_string(i) + "]",
                        question.parts[i] + " is not a QUANTITY question");
    }
  }
  return absl::OkStatus();
}

bool Names(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

absl::StatusOr<bool> HasClaims(Overlay& file, const std::string& question) {
  bool found =
      file.AnyStaged<model::Claim>([&](const model::Claim& claim) { return claim.question == question; });
  const store::KeyRange claims = store::QuestionClaimsRange(file.reader().workspace(), question);
  file.Guard(claims);
  const absl::Status status =
      file.reader().Scan(claims, [&](const store::ParsedKey&, const store::EntryView&) {
        found = true;
        return false;
      });
  if (!status.ok()) return status;
  return found;
}

absl::StatusOr<bool> IsPart(Overlay& file, const std::string& question) {
  bool found = file.AnyStaged<model::Question>(
      [&](const model::Question& whole) { return Names(whole.parts, question); });
  const store::KeyRange wholes = store::PartOfRange(file.reader().workspace(), question);
  file.Guard(wholes);
  const absl::Status status = file.reader().Scan(
      wholes, [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
        file.Guard(model::NameKind::kQuestion, key.name);
        const absl::StatusOr<const model::Question*> whole = file.Find<model::Question>(key.name);
        if (!whole.ok()) return whole.status();
        found = found || (*whole != nullptr && Names((*whole)->parts, question));
        return !found;
      });
  if (!status.ok()) return status;
  return found;
}

absl::Status CheckValueTypeChange(Overlay& file, const std::string& question) {
  const absl::StatusOr<bool> has_claims = HasClaims(file, question);
  if (!has_claims.ok()) return has_claims.status();
  if (*has_claims) {
    return FieldError(absl::StatusCode::kFailedPrecondition, "valueType",
                      "cannot change once a claim is recorded");
  }
  const absl::StatusOr<bool> is_part = IsPart(file, question);
  if (!is_part.ok()) return is_part.status();
  if (!*is_part) return absl::OkStatus();
  return FieldError(absl::StatusCode::kFailedPrecondition, "valueType",
                    "cannot change while it is part of another question's sum");
}

}  // namespace

absl::Status CheckEntity(Overlay& file, const model::Entity& entity, Standing standing) {
  const absl::Status sides = CheckNoCycle(file, entity, SideLinks, standing, "speak for");
  if (!sides.ok()) return sides;
  return CheckNoCycle(file, entity, BroaderLinks, standing, "be broader than");
}

absl::Status CheckQuestion(Overlay& file, const model::Question& question, const model::Question* current,
                           Standing standing) {
  const absl::Status cycle = CheckNoCycle(file, question, PartLinks, standing, "be part of");
  if (!cycle.ok()) return cycle;
  const absl::Status parts = CheckParts(file, question);
  if (!parts.ok()) return parts;
  if (current == nullptr || current->value_type == question.value_type) return absl::OkStatus();
  return CheckValueTypeChange(file, question.name);
}

}  // namespace gainsay::ledger
