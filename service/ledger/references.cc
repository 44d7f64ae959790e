#include "service/ledger/references.h"

#include <utility>
#include <variant>

#include "service/ledger/record_name.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

class Walk {
 public:
  explicit Walk(VisitReference visit) : visit_(visit) {}

  void operator()(const model::Entity& entity) {
    if (entity.speaks_for) Visit({"speaksFor.entity"}, NameKind::kEntity, entity.speaks_for->entity);
    for (size_t i = 0; i < entity.spoke_for.size(); ++i) {
      Visit({"spokeFor", static_cast<int>(i), ".entity"}, NameKind::kEntity, entity.spoke_for[i].entity);
    }
    Visit({"ownedBy"}, NameKind::kEntity, entity.owned_by);
    VisitAll("broader", NameKind::kEntity, entity.broader);
  }

  void operator()(const model::Source& source) {
    Visit({"publisher"}, NameKind::kEntity, source.publisher);
    for (size_t i = 0; i < source.cites.size(); ++i) {
      Visit({"cites", static_cast<int>(i), ".source"}, NameKind::kSource, source.cites[i].source);
    }
  }

  void operator()(const model::Topic& topic) {
    Visit({"place"}, NameKind::kEntity, topic.place);
    VisitAll("participants", NameKind::kEntity, topic.participants);
  }

  void operator()(const model::Question& question) {
    Visit({"name"}, NameKind::kTopic, model::ParentOf(question.name));
    VisitAll("respondents", NameKind::kEntity, question.respondents);
    VisitAll("parts", NameKind::kQuestion, question.parts);
  }

  void operator()(const model::Claim& claim) {
    Visit({"question"}, NameKind::kQuestion, claim.question);
    Visit({"party"}, NameKind::kEntity, claim.party);
    if (claim.value) {
      if (const auto* entity = std::get_if<model::EntityRef>(&*claim.value)) {
        Visit({"value.entity"}, NameKind::kEntity, entity->entity);
      }
    }
    VisitAppearances(claim.appearances);
  }

  void operator()(const model::Silence& silence) {
    Visit({"question"}, NameKind::kQuestion, silence.question);
    Visit({"party"}, NameKind::kEntity, silence.party);
    VisitAppearances(silence.appearances);
  }

  void operator()(const model::Relation& relation) {
    Visit({"from"}, NameKind::kClaim, relation.from);
    Visit({"to"}, NameKind::kClaim, relation.to);
    Visit({"author"}, NameKind::kEntity, relation.author);
  }

  void operator()(const model::Withdrawal& withdrawal) {
    const std::optional<NameKind> kind = KindOfName(withdrawal.target);
    if (kind == NameKind::kClaim) Visit({"claim"}, *kind, withdrawal.target);
    if (kind == NameKind::kSilence) Visit({"silence"}, *kind, withdrawal.target);
    if (kind == NameKind::kSource) Visit({"source"}, *kind, withdrawal.target);
    Visit({"supersededBy"}, NameKind::kClaim, withdrawal.superseded_by);
    Visit({"party"}, NameKind::kEntity, withdrawal.party);
    VisitAppearances(withdrawal.appearances);
  }

 private:
  void Visit(const ReferringField& field, NameKind kind, std::string_view name) {
    if (more_ && !name.empty()) more_ = visit_(field, kind, name);
  }

  void VisitAll(const char* field, NameKind kind, const std::vector<std::string>& names) {
    for (size_t i = 0; i < names.size(); ++i) Visit({field, static_cast<int>(i)}, kind, names[i]);
  }

  void VisitAppearances(const std::vector<model::Appearance>& appearances) {
    for (size_t i = 0; i < appearances.size(); ++i) {
      Visit({"appearances", static_cast<int>(i), ".source"}, NameKind::kSource, appearances[i].source);
    }
  }

  VisitReference visit_;
  bool more_ = true;
};

}  // namespace

std::string ReferringField::path() const {
  if (index < 0) return name;
  return std::string(name) + "[" + std::to_string(index) + "]" + of_item;
}

void ForEachReference(const model::Record& record, VisitReference visit) { std::visit(Walk(visit), record); }

std::vector<Reference> ReferencesOf(const model::Record& record) {
  std::vector<Reference> references;
  ForEachReference(record, [&](const ReferringField& field, NameKind kind, std::string_view name) {
    references.push_back({field.path(), kind, std::string(name)});
    return true;
  });
  return references;
}

}  // namespace gainsay::ledger
