#include "service/ledger/checking.h"

#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/engine/compare.h"
#include "service/engine/text_folding.h"
#include "service/ledger/case_reader.h"
#include "service/ledger/field_error.h"
#include "service/ledger/reader.h"
#include "service/ledger/statement_checks.h"

namespace gainsay::ledger {
namespace {

// The most records to hold of questions that were read, all in all: some 20 MB.
constexpr size_t kMostRecordsHeld = 20'000;

// How many records a file holds; one without any takes room too.
size_t RecordsIn(const engine::CaseFile& file) {
  size_t records = 1 + file.question.claims.size() + file.sources.size() + file.entities.size();
  for (const engine::QuestionFile& part : file.parts) records += part.claims.size();
  return records;
}

CheckedCandidate NotEnough(std::string question, std::string missing) {
  CheckedCandidate checked{.question = std::move(question)};
  checked.answer.missing.push_back(std::move(missing));
  return checked;
}

std::string NotOnFileInWords(const std::string& name) { return name + " is not on file."; }

// Why words do not lead to one statement.
std::string WhyNotOne(const std::string& topic, const std::vector<model::Claim>& statements) {
  if (statements.empty()) return absl::StrCat("No claim on file in ", topic, " says it in the same words.");
  std::set<std::string> questions;
  for (const model::Claim& statement : statements) questions.insert(statement.question);
  return absl::StrCat("The same words stand for ", statements.size(), " different statements, on ",
                      absl::StrJoin(questions, " and "), "; name the question and the value instead.");
}

// A statement on a TEXT question may be its words alone.
void ReadTextAsValue(const model::Question& question, model::Claim& claim) {
  if (claim.value || question.value_type != model::ValueType::kText || claim.text.empty()) return;
  claim.value = model::Text{claim.text};
}

// The entity that a statement gives as its answer; empty if it gives none.
std::string EntityAnswered(const model::Claim& claim) {
  const auto* entity = claim.value ? std::get_if<model::EntityRef>(&*claim.value) : nullptr;
  return entity == nullptr ? std::string() : entity->entity;
}

absl::Status CheckStatement(const model::Question& question, const model::Claim& claim) {
  if (!claim.value && claim.speech_act == model::SpeechAct::kAssertion) {
    return FieldError(absl::StatusCode::kInvalidArgument, "claim.value", "is required for an ASSERTION");
  }
  const absl::Status admitted = CheckAdmitted(question, claim);
  return admitted.ok() ? admitted : Prefixed("claim.", admitted);
}

}  // namespace

Checker::Checker(const Ledger& ledger, std::string workspace, CompareOptions options)
    : ledger_(ledger), workspace_(std::move(workspace)), options_(std::move(options)) {}

absl::StatusOr<CheckedCandidate> Checker::Check(const Candidate& candidate) {
  const absl::Status taken = TakeSnapshot();
  if (!taken.ok()) return taken;
  absl::StatusOr<CheckedCandidate> checked =
      std::visit([this](const auto& each) { return CheckOne(each); }, candidate);
  if (checked.ok()) checked->revision = snapshot_->revision();
  return checked;
}

absl::Status Checker::TakeSnapshot() {
  absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = SnapshotFor(ledger_, options_);
  if (!snapshot.ok()) return snapshot.status();
  if (snapshot_ != nullptr && snapshot_->revision() == (*snapshot)->revision()) return absl::OkStatus();
  const absl::Status parties = CheckParties(**snapshot, workspace_, options_.policy.parties);
  if (!parties.ok()) return parties;
  Forget();
  last_topic_.reset();
  snapshot_ = *std::move(snapshot);
  return absl::OkStatus();
}

void Checker::Forget() {
  questions_.clear();
  records_held_ = 0;
}

absl::StatusOr<CheckedCandidate> Checker::CheckOne(const Wording& wording) {
  if (engine::FoldText(wording.text).empty()) {
    return FieldError(absl::StatusCode::kInvalidArgument, "text", "holds white space alone");
  }
  const auto topic = Reader(*snapshot_, workspace_).Find(model::NameKind::kTopic, wording.topic);
  if (!topic.ok()) return topic.status();
  if (!*topic) return NotEnough("", NotOnFileInWords(wording.topic));
  const absl::StatusOr<const WordingIndex*> wordings = WordingsOf(wording.topic);
  if (!wordings.ok()) return wordings.status();
  std::vector<model::Claim> statements = (*wordings)->Find(wording.text);
  if (statements.size() != 1) return NotEnough("", WhyNotOne(wording.topic, statements));
  return CheckOne(std::move(statements.front()));
}

absl::StatusOr<CheckedCandidate> Checker::CheckOne(model::Claim claim) {
  const Reader reader(*snapshot_, workspace_);
  const auto question = reader.Find(model::NameKind::kQuestion, claim.question);
  if (!question.ok()) return question.status();
  if (!*question) return NotEnough(claim.question, NotOnFileInWords(claim.question));
  const auto& asked = std::get<model::Question>((*question)->record);
  ReadTextAsValue(asked, claim);
  const absl::Status fits = CheckStatement(asked, claim);
  if (!fits.ok()) return fits;

  std::string entity = EntityAnswered(claim);
  bool known = true;
  if (!entity.empty()) {
    const auto found = reader.Find(model::NameKind::kEntity, entity);
    if (!found.ok()) return found.status();
    known = found->has_value();
  }
  const absl::StatusOr<QuestionRead> read = Read(claim.question, known ? entity : "");
  if (!read.ok()) return read.status();
  CheckedCandidate checked{.question = claim.question, .on_file = true};
  if (known) {
    checked.answer = (*read)->Check(claim);
  } else {
    checked.answer.comparison = (*read)->comparison();
    checked.answer.missing.push_back(NotOnFileInWords(entity));
  }
  return checked;
}

absl::StatusOr<Checker::QuestionRead> Checker::Read(const std::string& question, const std::string& entity) {
  const auto known = questions_.find({question, entity});
  if (known != questions_.end()) return known->second;
  CaseReader reader(*snapshot_, workspace_);
  std::vector<std::string> answers;
  if (!entity.empty()) answers.push_back(entity);
  absl::StatusOr<engine::CaseFile> file = reader.Read(question, options_.policy.parties, answers);
  if (!file.ok()) return file.status();
  const size_t records = RecordsIn(*file);
  if (records_held_ + records > kMostRecordsHeld) Forget();
  records_held_ += records;
  auto prepared = std::make_shared<const engine::PreparedCase>(*std::move(file));
  return questions_[{question, entity}] = std::make_shared<const engine::CheckedQuestion>(
             std::move(prepared), options_.policy, options_.times, options_.explain);
}

absl::StatusOr<const WordingIndex*> Checker::WordingsOf(const std::string& topic) {
  if (!last_topic_ || last_topic_->topic != topic) {
    absl::StatusOr<WordingIndex> wordings = WordingIndex::Read(Reader(*snapshot_, workspace_), topic);
    if (!wordings.ok()) return wordings.status();
    last_topic_ = {topic, *std::move(wordings)};
  }
  return &last_topic_->wordings;
}

}  // namespace gainsay::ledger
