#include "service/ledger/references.h"

#include <utility>
#include <variant>

#include "service/ledger/record_name.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

class Collector {
 public:
  void operator()(const model::Entity& entity) {
    if (entity.speaks_for) Add("speaksFor.entity", NameKind::kEntity, entity.speaks_for->entity);
    for (size_t i = 0; i < entity.spoke_for.size(); ++i) {
      Add(Indexed("spokeFor", i) + ".entity", NameKind::kEntity, entity.spoke_for[i].entity);
    }
    Add("ownedBy", NameKind::kEntity, entity.owned_by);
    AddAll("broader", NameKind::kEntity, entity.broader);
  }

  void operator()(const model::Source& source) {
    Add("publisher", NameKind::kEntity, source.publisher);
    for (size_t i = 0; i < source.cites.size(); ++i) {
      Add(Indexed("cites", i) + ".source", NameKind::kSource, source.cites[i].source);
    }
  }

  void operator()(const model::Topic& topic) {
    Add("place", NameKind::kEntity, topic.place);
    AddAll("participants", NameKind::kEntity, topic.participants);
  }

  void operator()(const model::Question& question) {
    Add("name", NameKind::kTopic, std::string(model::ParentOf(question.name)));
    AddAll("respondents", NameKind::kEntity, question.respondents);
    AddAll("parts", NameKind::kQuestion, question.parts);
  }

  void operator()(const model::Claim& claim) {
    Add("question", NameKind::kQuestion, claim.question);
    Add("party", NameKind::kEntity, claim.party);
    if (claim.value) {
      if (const auto* entity = std::get_if<model::EntityRef>(&*claim.value)) {
        Add("value.entity", NameKind::kEntity, entity->entity);
      }
    }
    AddAppearances(claim.appearances);
  }

  void operator()(const model::Silence& silence) {
    Add("question", NameKind::kQuestion, silence.question);
    Add("party", NameKind::kEntity, silence.party);
    AddAppearances(silence.appearances);
  }

  void operator()(const model::Relation& relation) {
    Add("from", NameKind::kClaim, relation.from);
    Add("to", NameKind::kClaim, relation.to);
    Add("author", NameKind::kEntity, relation.author);
  }

  void operator()(const model::Withdrawal& withdrawal) {
    if (const std::optional<NameKind> kind = KindOfName(withdrawal.target)) {
      Add(NounOf(*kind), *kind, withdrawal.target);
    }
    Add("supersededBy", NameKind::kClaim, withdrawal.superseded_by);
    Add("party", NameKind::kEntity, withdrawal.party);
    AddAppearances(withdrawal.appearances);
  }

  std::vector<Reference> Take() && { return std::move(references_); }

 private:
  static std::string Indexed(const std::string& field, size_t index) {
    return field + "[" + std::to_string(index) + "]";
  }

  void Add(std::string field, NameKind kind, const std::string& name) {
    if (!name.empty()) references_.push_back({std::move(field), kind, name});
  }

  void AddAll(const std::string& field, NameKind kind, const std::vector<std::string>& names) {
    for (size_t i = 0; i < names.size(); ++i) Add(Indexed(field, i), kind, names[i]);
  }

  void AddAppearances(const std::vector<model::Appearance>& appearances) {
    for (size_t i = 0; i < appearances.size(); ++i) {
      Add(Indexed("appearances", i) + ".source", NameKind::kSource, appearances[i].source);
    }
  }

  std::vector<Reference> references_;
};

}  // namespace

std::vector<Reference> ReferencesOf(const model::Record& record) {
  Collector collector;
  std::visit([&collector](const auto& held) { collector(held); }, record);
  return std::move(collector).Take();
}

}  // namespace gainsay::ledger
