#include "service/ledger/case_reader.h"

#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/ledger/record_name.h"
#include "service/store/keys.h"
#include "service/store/record_codec.h"

namespace gainsay::ledger {
namespace {

using engine::CaseFile;
using engine::OnFile;
using engine::QuestionFile;

// Every appearance of a question's records.
template <class Visit>
void ForEachAppearance(const QuestionFile& question, Visit visit) {
  const auto visit_all = [&visit](const auto& records) {
    for (const auto& on_file : records) {
      for (const model::Appearance& appearance : on_file.record.appearances) visit(appearance);
    }
  };
  visit_all(question.claims);
  visit_all(question.silences);
  visit_all(question.withdrawals);
}

// The entities that a question's claims give as answers.
std::set<std::string> EntitiesAnswered(const QuestionFile& question) {
  std::set<std::string> answered;
  for (const auto& claim : question.claims) {
    if (!claim.record.value) continue;
    if (const auto* entity = std::get_if<model::EntityRef>(&*claim.record.value))
      answered.insert(entity->entity);
  }
  return answered;
}

struct Filer {
  QuestionFile& file;
  bool& found;
  int64_t revision;
  absl::Time time;

  void operator()(model::Question& record) {
    found = true;
    file.question = std::move(record);
  }
  void operator()(model::Claim& record) { file.claims.push_back({std::move(record), revision, time}); }
  void operator()(model::Silence& record) { file.silences.push_back({std::move(record), revision, time}); }
  void operator()(model::Relation& record) { file.relations.push_back({std::move(record), revision, time}); }
  void operator()(model::Withdrawal& record) {
    file.withdrawals.push_back({std::move(record), revision, time});
  }
  void operator()(model::Entity&) {}
  void operator()(model::Source&) {}
  void operator()(model::Topic&) {}
};

}  // namespace

void LastChange::Note(const std::string& name, store::Revision of, absl::Time at) {
  if (of < revision) return;
  if (of > revision) records.clear();
  revision = of;
  time = at;
  records.insert(name);
}

absl::StatusOr<QuestionFile> CaseReader::ReadQuestion(const std::string& question) {
  QuestionFile file;
  bool found = false;
  absl::Status damaged;
  const absl::Status scanned = snapshot_.Scan(
      store::QuestionRange(workspace_, question), [&](std::string_view, const store::EntryView& entry) {
        auto record = store::DecodeRecord(entry.value);
        if (!record.ok()) {
          damaged = record.status();
          return false;
        }
        last_change_.Note(NameOf(*record), entry.revision, entry.time);
        std::visit(Filer{file, found, entry.revision, entry.time}, *record);
        return true;
      });
  if (!scanned.ok()) return scanned;
  if (!damaged.ok()) return damaged;
  if (!found) return absl::NotFoundError(absl::StrCat("question: ", question, " is not on file"));
  return file;
}

absl::StatusOr<const OnFile<model::Entity>*> CaseReader::FindEntity(const std::string& name) {
  const auto known = entities_.find(name);
  if (known != entities_.end()) return &known->second;
  auto entry = snapshot_.Get(store::RecordKey(workspace_, model::NameKind::kEntity, name));
  if (!entry.ok()) return entry.status();
  if (!*entry) return nullptr;
  auto record = store::DecodeRecord((*entry)->value);
  if (!record.ok()) return record.status();
  auto* entity = std::get_if<model::Entity>(&*record);
  if (entity == nullptr) return absl::DataLossError(absl::StrCat(name, " is stored as something else"));
  return &(entities_[name] = {std::move(*entity), (*entry)->revision, (*entry)->time});
}

absl::StatusOr<const CaseReader::SourceOnFile*> CaseReader::FindSource(const std::string& name) {
  const auto known = sources_.find(name);
  if (known != sources_.end()) return &known->second;
  SourceOnFile on_file;
  absl::Status damaged;
  const absl::Status scanned = snapshot_.Scan(
      store::SourceRange(workspace_, name), [&](std::string_view, const store::EntryView& entry) {
        auto record = store::DecodeRecord(entry.value);
        if (!record.ok()) {
          damaged = record.status();
          return false;
        }
        if (auto* source = std::get_if<model::Source>(&*record)) {
          on_file.source = {std::move(*source), entry.revision, entry.time};
        } else if (auto* withdrawal = std::get_if<model::Withdrawal>(&*record)) {
          on_file.withdrawals.push_back({std::move(*withdrawal), entry.revision, entry.time});
        }
        return true;
      });
  if (!scanned.ok()) return scanned;
  if (!damaged.ok()) return damaged;
  return &(sources_[name] = std::move(on_file));
}

absl::Status CaseReader::ReadSources(CaseFile& file) {
  std::vector<std::string> open;
  std::unordered_set<std::string> seen;
  const auto want = [&](const model::Appearance& appearance) {
    if (seen.insert(appearance.source).second) open.push_back(appearance.source);
  };
  ForEachAppearance(file.question, want);
  for (const QuestionFile& part : file.parts) ForEachAppearance(part, want);
  while (!open.empty()) {
    const std::string name = std::move(open.back());
    open.pop_back();
    const auto found = FindSource(name);
    if (!found.ok()) return found.status();
    const SourceOnFile& on_file = **found;
    const model::Source& source = on_file.source.record;
    if (source.name.empty()) continue;
    last_change_.Note(name, on_file.source.revision, on_file.source.record_time);
    for (const auto& withdrawal : on_file.withdrawals) {
      last_change_.Note(withdrawal.record.name, withdrawal.revision, withdrawal.record_time);
    }
    file.sources[name] = source;
    file.source_withdrawals.insert(file.source_withdrawals.end(), on_file.withdrawals.begin(),
                                   on_file.withdrawals.end());
    for (const model::Citation& citation : source.cites) {
      if (seen.insert(citation.source).second) open.push_back(citation.source);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> CaseReader::WithNarrower(std::vector<std::string> entities) {
  std::unordered_set<std::string> seen(entities.begin(), entities.end());
  for (size_t i = 0; i < entities.size(); ++i) {
    std::vector<std::string> narrower;
    const absl::Status scanned = snapshot_.Scan(store::NarrowerRange(workspace_, entities[i]),
                                                [&](std::string_view key, const store::EntryView&) {
                                                  const auto parsed = store::ParseKey(key);
                                                  if (parsed.ok()) narrower.push_back(parsed->name);
                                                  return true;
                                                });
    if (!scanned.ok()) return scanned;
    for (std::string& name : narrower) {
      if (seen.insert(name).second) entities.push_back(std::move(name));
    }
  }
  return entities;
}

absl::Status CaseReader::ReadEntities(CaseFile& file, std::vector<std::string> names) {
  std::unordered_set<std::string> seen(names.begin(), names.end());
  const auto want = [&](const std::string& name) {
    if (!name.empty() && seen.insert(name).second) names.push_back(name);
  };
  while (!names.empty()) {
    const std::string name = std::move(names.back());
    names.pop_back();
    const auto found = FindEntity(name);
    if (!found.ok()) return found.status();
    if (*found == nullptr) continue;
    last_change_.Note(name, (*found)->revision, (*found)->record_time);
    const model::Entity& entity = file.entities[name] = (*found)->record;
    if (entity.speaks_for) want(entity.speaks_for->entity);
    for (const model::SpeaksFor& earlier : entity.spoke_for) want(earlier.entity);
    want(entity.owned_by);
    for (const std::string& broader : entity.broader) want(broader);
  }
  return absl::OkStatus();
}

absl::StatusOr<CaseFile> CaseReader::Read(const std::string& question,
                                          const std::vector<std::string>& parties,
                                          const std::vector<std::string>& answers) {
  last_change_ = LastChange();
  auto read = ReadQuestion(question);
  if (!read.ok()) return read.status();
  CaseFile file;
  file.question = *std::move(read);
  for (const std::string& part : file.question.question.parts) {
    auto part_file = ReadQuestion(part);
    if (!part_file.ok()) return part_file.status();
    file.parts.push_back(*std::move(part_file));
  }
  absl::Status status = ReadSources(file);
  if (!status.ok()) return status;

  std::vector<std::string> entities = parties;
  const auto add_question = [&entities](const QuestionFile& of) {
    for (const auto& claim : of.claims) entities.push_back(claim.record.party);
    for (const auto& silence : of.silences) entities.push_back(silence.record.party);
  };
  add_question(file.question);
  for (const QuestionFile& part : file.parts) add_question(part);
  for (const std::string& respondent : file.question.question.respondents) entities.push_back(respondent);
  for (const auto& [name, source] : file.sources) {
    if (!source.publisher.empty()) entities.push_back(source.publisher);
  }
  std::set<std::string> answered = EntitiesAnswered(file.question);
  answered.insert(answers.begin(), answers.end());
  std::vector<std::string> related(answered.begin(), answered.end());
  if (related.size() > 1) {
    auto with_narrower = WithNarrower(std::move(related));
    if (!with_narrower.ok()) return with_narrower.status();
    related = *std::move(with_narrower);
  }
  entities.insert(entities.end(), related.begin(), related.end());
  status = ReadEntities(file, std::move(entities));
  if (!status.ok()) return status;
  return file;
}

}  // namespace gainsay::ledger
