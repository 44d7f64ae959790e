#include "service/ledger/record_keys.h"

#include <algorithm>
#include <variant>

#include "service/ledger/record_name.h"
#include "service/store/keys.h"

namespace gainsay::ledger {
namespace {

struct EntryWriter {
  const std::string& workspace;
  RecordEntries& entries;

  void operator()(const model::Entity& entity) const {
    for (const std::string& broader : entity.broader) {
      entries.logged.emplace_back(store::NarrowerKey(workspace, broader, entity.name), "");
    }
    if (entity.speaks_for) AddSide(entity.speaks_for->entity, entity);
    for (const model::SpeaksFor& earlier : entity.spoke_for) AddSide(earlier.entity, entity);
    if (!entity.owned_by.empty()) AddSide(entity.owned_by, entity);
  }
  void operator()(const model::Source& source) const {
    if (!source.publisher.empty()) Add(store::SourceByPublisherKey(workspace, source.publisher, source.name));
    for (const model::Citation& citation : source.cites) {
      Add(store::CitedByKey(workspace, citation.source, source.name));
    }
  }
  void operator()(const model::Topic&) const {}
  void operator()(const model::Question& question) const {
    for (const std::string& part : question.parts) Add(store::PartOfKey(workspace, part, question.name));
  }
  void operator()(const model::Claim& claim) const {
    Add(store::ClaimByPartyKey(workspace, claim.party, claim.name));
    for (const model::Appearance& appearance : claim.appearances) {
      Add(store::ClaimBySourceKey(workspace, appearance.source, claim.name));
    }
    const auto* value = claim.value ? std::get_if<model::EntityRef>(&*claim.value) : nullptr;
    if (value != nullptr) Add(store::ClaimByValueKey(workspace, value->entity, claim.name));
  }
  void operator()(const model::Silence&) const {}
  void operator()(const model::Relation&) const {}
  void operator()(const model::Withdrawal& withdrawal) const {
    entries.logged.emplace_back(store::WithdrawalNameKey(workspace, withdrawal.name), withdrawal.target);
  }

  void AddSide(const std::string& principal, const model::Entity& entity) const {
    Add(store::SideMemberKey(workspace, principal, entity.name));
  }
  void Add(std::string key) const {
    if (std::find(entries.index.begin(), entries.index.end(), key) == entries.index.end()) {
      entries.index.push_back(std::move(key));
    }
  }
};

}  // namespace

std::string KeyOf(const std::string& workspace, const model::Record& record) {
  if (const auto* withdrawal = std::get_if<model::Withdrawal>(&record)) {
    return store::WithdrawalKey(workspace, withdrawal->target, withdrawal->name);
  }
  return store::RecordKey(workspace, KindOf(record), NameOf(record));
}

RecordEntries EntriesOf(const std::string& workspace, const model::Record& record) {
  RecordEntries entries;
  std::visit(EntryWriter{workspace, entries}, record);
  return entries;
}

}  // namespace gainsay::ledger
