#include "service/ledger/case_reader.h"

#include <algorithm>
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
  const store::KeyRange range = store::QuestionRange(workspace_, question);
  scopes_.push_back(range.begin);
  const absl::Status scanned = snapshot_.Scan(range, [&](std::string_view, const store::EntryView& entry) {
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

absl::Status CaseReader::LoadSources(std::vector<std::string> names) {
  std::erase_if(names, [this](const std::string& name) { return sources_.contains(name); });
  std::sort(names.begin(), names.end());
  std::vector<store::KeyRange> ranges;
  for (const std::string& name : names) {
    sources_.try_emplace(name);
    ranges.push_back(store::SourceRange(workspace_, name));
  }
  absl::Status damaged;
  const absl::Status scanned =
      snapshot_.ScanAll(ranges, [&](std::string_view, const store::EntryView& entry) {
        auto record = store::DecodeRecord(entry.value);
        if (!record.ok()) {
          damaged = record.status();
          return false;
        }
        if (auto* source = std::get_if<model::Source>(&*record)) {
          SourceOnFile& on_file = sources_[source->name];
          on_file.source = {std::move(*source), entry.revision, entry.time};
        } else if (auto* withdrawal = std::get_if<model::Withdrawal>(&*record)) {
          SourceOnFile& on_file = sources_[withdrawal->target];
          on_file.withdrawals.push_back({std::move(*withdrawal), entry.revision, entry.time});
        }
        return true;
      });
  return scanned.ok() ? damaged : scanned;
}

absl::Status CaseReader::ReadSources(CaseFile& file) {
  std::vector<std::string> open;
  std::unordered_set<std::string> seen;
  const auto want = [&](const std::string& name) {
    if (seen.insert(name).second) open.push_back(name);
  };
  const auto want_source = [&](const model::Appearance& appearance) { want(appearance.source); };
  ForEachAppearance(file.question, want_source);
  for (const QuestionFile& part : file.parts) ForEachAppearance(part, want_source);
  while (!open.empty()) {
    const std::vector<std::string> names = std::exchange(open, {});
    const absl::Status loaded = LoadSources(names);
    if (!loaded.ok()) return loaded;
    for (const std::string& name : names) {
      scopes_.push_back(store::SourceRange(workspace_, name).begin);
      const SourceOnFile& on_file = sources_.at(name);
      const model::Source& source = on_file.source.record;
      if (source.name.empty()) continue;
      last_change_.Note(name, on_file.source.revision, on_file.source.record_time);
      for (const auto& withdrawal : on_file.withdrawals) {
        last_change_.Note(withdrawal.record.name, withdrawal.revision, withdrawal.record_time);
      }
      file.sources[name] = source;
      file.source_withdrawals.insert(file.source_withdrawals.end(), on_file.withdrawals.begin(),
                                     on_file.withdrawals.end());
      for (const model::Citation& citation : source.cites) want(citation.source);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> CaseReader::WithNarrower(std::vector<std::string> entities) {
  std::unordered_set<std::string> seen(entities.begin(), entities.end());
  for (size_t i = 0; i < entities.size(); ++i) {
    std::vector<std::string> narrower;
    const store::KeyRange range = store::NarrowerRange(workspace_, entities[i]);
    scopes_.push_back(range.begin);
    const absl::Status scanned = snapshot_.Scan(range, [&](std::string_view key, const store::EntryView&) {
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

absl::Status CaseReader::LoadEntities(std::vector<std::string> names) {
  std::erase_if(names, [this](const std::string& name) { return entities_.contains(name); });
  std::sort(names.begin(), names.end());
  std::vector<std::string> keys;
  for (const std::string& name : names) {
    keys.push_back(store::RecordKey(workspace_, model::NameKind::kEntity, name));
  }
  auto entries = snapshot_.MultiGet(keys);
  if (!entries.ok()) return entries.status();
  for (size_t i = 0; i < names.size(); ++i) {
    std::optional<OnFile<model::Entity>>& on_file = entities_[names[i]];
    const std::optional<store::Entry>& entry = (*entries)[i];
    if (!entry) continue;
    auto record = store::DecodeRecord(entry->value);
    if (!record.ok()) return record.status();
    auto* entity = std::get_if<model::Entity>(&*record);
    if (entity == nullptr) return absl::DataLossError(absl::StrCat(names[i], " is stored as something else"));
    on_file = {std::move(*entity), entry->revision, entry->time};
  }
  return absl::OkStatus();
}

absl::Status CaseReader::ReadEntities(CaseFile& file, const std::vector<std::string>& wanted) {
  std::vector<std::string> open;
  std::unordered_set<std::string> seen;
  const auto want = [&](const std::string& name) {
    if (!name.empty() && seen.insert(name).second) open.push_back(name);
  };
  for (const std::string& name : wanted) want(name);
  while (!open.empty()) {
    const std::vector<std::string> names = std::exchange(open, {});
    const absl::Status loaded = LoadEntities(names);
    if (!loaded.ok()) return loaded;
    for (const std::string& name : names) {
      scopes_.push_back(store::RecordKey(workspace_, model::NameKind::kEntity, name));
      const std::optional<OnFile<model::Entity>>& on_file = entities_.at(name);
      if (!on_file) continue;
      last_change_.Note(name, on_file->revision, on_file->record_time);
      const model::Entity& entity = file.entities[name] = on_file->record;
      if (entity.speaks_for) want(entity.speaks_for->entity);
      for (const model::SpeaksFor& earlier : entity.spoke_for) want(earlier.entity);
      want(entity.owned_by);
      for (const std::string& broader : entity.broader) want(broader);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<CaseFile> CaseReader::Read(const std::string& question,
                                          const std::vector<std::string>& parties,
                                          const std::vector<std::string>& answers) {
  last_change_ = LastChange();
  scopes_.clear();
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
  status = ReadEntities(file, entities);
  if (!status.ok()) return status;
  return file;
}

}  // namespace gainsay::ledger
