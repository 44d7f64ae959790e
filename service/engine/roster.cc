#include "service/engine/roster.h"

#include <algorithm>

namespace gainsay::engine {

Roster::Roster(const CaseFile& file, TextArena& arena) {
  // All that is named is on file, but for what cannot be found.
  entities_.Reserve(file.entities.size());
  sources_.Reserve(file.sources.size());
  for (const auto& [name, entity] : file.entities) {
    entities_.Add(name);
    if (entity.speaks_for) entities_.Add(entity.speaks_for->entity);
    for (const model::SpeaksFor& earlier : entity.spoke_for) entities_.Add(earlier.entity);
    if (!entity.owned_by.empty()) entities_.Add(entity.owned_by);
  }
  for (const auto& [name, source] : file.sources) {
    sources_.Add(name);
    if (!source.publisher.empty()) entities_.Add(source.publisher);
  }
  AddNames(file.question);
  for (const QuestionFile& part : file.parts) AddNames(part);
  entities_.Number(arena);
  sources_.Number(arena);
  entity_records_.resize(entities_.size());
  for (const auto& [name, entity] : file.entities) entity_records_[entities_.Find(name)] = &entity;
  source_records_.resize(sources_.size());
  for (const auto& [name, source] : file.sources) source_records_[sources_.Find(name)] = &source;
  NumberLinks();
  FindPublishers();
}

void Roster::AddNames(const QuestionFile& question) {
  for (const std::string& respondent : question.question.respondents) entities_.Add(respondent);
  for (const auto& claim : question.claims) {
    entities_.Add(claim.record.party);
    for (const model::Appearance& appearance : claim.record.appearances) sources_.Add(appearance.source);
  }
}

void Roster::NumberLinks() {
  first_link_.reserve(entity_records_.size());
  for (const model::Entity* entity : entity_records_) {
    first_link_.push_back(static_cast<uint32_t>(links_.size()));
    if (entity == nullptr) continue;
    const auto number = [this](const std::string& name) {
      return name.empty() ? kNone : entities_.Find(name);
    };
    links_.push_back(entity->speaks_for ? number(entity->speaks_for->entity) : kNone);
    for (const model::SpeaksFor& earlier : entity->spoke_for) links_.push_back(number(earlier.entity));
    links_.push_back(number(entity->owned_by));
  }
}

void Roster::FindPublishers() {
  publishers_.reserve(source_records_.size());
  publisher_sides_.reserve(source_records_.size());
  for (const model::Source* source : source_records_) {
    const bool known = source != nullptr && !source->publisher.empty();
    const uint32_t publisher = known ? entities_.Find(source->publisher) : kNone;
    const auto own = static_cast<uint32_t>(entities_.size() + publishers_.size());
    publishers_.push_back(publisher);
    publisher_sides_.push_back(known ? RootAt(publisher, LastMomentOf(source->publish_time)) : own);
  }
}

model::EntityKind Roster::KindOf(uint32_t side) const {
  const model::Entity* entity = side < entity_records_.size() ? entity_records_[side] : nullptr;
  return entity == nullptr ? model::EntityKind::kUnspecified : entity->kind;
}

uint32_t Roster::NextAt(uint32_t party, Moment moment, bool through_owners) const {
  const model::Entity* entity = entity_records_[party];
  if (entity == nullptr) return kNone;
  const uint32_t* links = &links_[first_link_[party]];
  if (const auto link = SpeaksForLinkAt(*entity, moment); link && links[*link] != kNone) return links[*link];
  return through_owners ? links[1 + entity->spoke_for.size()] : kNone;
}

uint32_t Roster::Walk(uint32_t party, Moment moment, bool through_owners) const {
  uint32_t at = party;
  for (size_t steps = 0; steps <= entities_.size(); ++steps) {
    const uint32_t next = NextAt(at, moment, through_owners);
    if (next == kNone) return at;
    at = next;
  }
  // So many steps go round a circle: the side is the first of all on the way.
  uint32_t first = party;
  at = party;
  for (size_t steps = 0; steps <= entities_.size(); ++steps) {
    at = NextAt(at, moment, through_owners);
    first = std::min(first, at);
  }
  return first;
}

}  // namespace gainsay::engine
