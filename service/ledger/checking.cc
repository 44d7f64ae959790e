#include "service/ledger/checking.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/engine/compare.h"
#include "service/engine/text_folding.h"
#include "service/ledger/field_error.h"
#include "service/ledger/reader.h"
#include "service/ledger/statement_checks.h"

namespace gainsay::ledger {
namespace {

CheckedCandidate NotEnough(std::string question, std::string missing) {
  CheckedCandidate checked{.question = std::move(question)};
  checked.answer.missing.push_back(std::move(missing));
  return checked;
}

std::string NotOnFileInWords(const std::string& name) { return name + " is not on file."; }

// What is on file about words that do not lead to one statement.
CheckedCandidate NotOneStatement(const std::string& topic, const std::vector<model::Claim>& statements) {
  if (statements.empty()) {
    const std::string in = topic.empty() ? "" : " in " + topic;
    return NotEnough("", absl::StrCat("No claim on file", in, " says it in the same words."));
  }
  std::set<std::string> questions;
  for (const model::Claim& statement : statements) questions.insert(statement.question);
  CheckedCandidate checked = NotEnough(
      "", absl::StrCat("The same words stand for ", statements.size(), " different statements, on ",
                       absl::StrJoin(questions, " and "), "; name the question and the value instead."));
  checked.ambiguous_on.assign(questions.begin(), questions.end());
  return checked;
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

// Whether a claim gives an entity as its answer already.
bool IsAnswered(const engine::CaseFile& file, const std::string& entity) {
  const auto& claims = file.question.claims;
  return std::any_of(claims.begin(), claims.end(),
                     [&](const auto& claim) { return EntityAnswered(claim.record) == entity; });
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
    : ledger_(ledger),
      workspace_(std::move(workspace)),
      options_(std::move(options)),
      options_key_("check " + KeyOf(options_)) {}

absl::StatusOr<CheckedCandidate> Checker::Check(const Candidate& candidate) {
  const absl::StatusOr<store::Revision> refreshed = Refresh();
  if (!refreshed.ok()) return refreshed.status();
  return CheckThen(candidate);
}

absl::StatusOr<CheckedCandidate> Checker::CheckThen(const Candidate& candidate) {
  absl::StatusOr<CheckedCandidate> checked =
      std::visit([this](const auto& each) { return CheckOne(each); }, candidate);
  if (checked.ok()) checked->revision = snapshot_->revision();
  return checked;
}

absl::StatusOr<KnownQuestion> Checker::LookThen(const std::string& question) {
  auto standing = cases_->Get(question, options_.policy.parties);
  if (!standing.ok()) return standing.status();
  return KnownQuestion{*standing, QuestionOf(**standing)->comparison()};
}

absl::StatusOr<store::Revision> Checker::Refresh() {
  const bool latest = !options_.known_at;
  if (latest && snapshot_ != nullptr && snapshot_->revision() == ledger_.store.GetLatestRevision()) {
    return snapshot_->revision();
  }
  absl::StatusOr<std::unique_ptr<store::Snapshot>> snapshot = SnapshotFor(ledger_, options_);
  if (!snapshot.ok()) return snapshot.status();
  if (snapshot_ != nullptr && snapshot_->revision() == (*snapshot)->revision()) return snapshot_->revision();
  const absl::Status parties = CheckParties(**snapshot, workspace_, options_.policy.parties);
  if (!parties.ok()) return parties;
  last_topic_.reset();
  snapshot_ = *std::move(snapshot);
  cases_.emplace(ledger_, *snapshot_, workspace_);
  return snapshot_->revision();
}

absl::StatusOr<CheckedCandidate> Checker::CheckOne(const Wording& wording) {
  if (engine::FoldText(wording.text).empty()) {
    return FieldError(absl::StatusCode::kInvalidArgument, "text", "holds white space alone");
  }
  if (!wording.topic.empty()) {
    const auto topic = Reader(*snapshot_, workspace_).Find(model::NameKind::kTopic, wording.topic);
    if (!topic.ok()) return topic.status();
    if (!*topic) return NotEnough("", NotOnFileInWords(wording.topic));
  }
  absl::StatusOr<std::vector<model::Claim>> statements = StatementsIn(wording);
  if (!statements.ok()) return statements.status();
  if (statements->size() != 1) return NotOneStatement(wording.topic, *statements);
  return CheckOne(std::move(statements->front()));
}

absl::StatusOr<std::vector<model::Claim>> Checker::StatementsIn(const Wording& wording) {
  if (wording.topic.empty()) {
    const auto wordings = WordingIndex::ReadQuestions(Reader(*snapshot_, workspace_), wording.questions);
    if (!wordings.ok()) return wordings.status();
    return wordings->Find(wording.text);
  }
  const absl::StatusOr<const WordingIndex*> wordings = WordingsOf(wording.topic);
  if (!wordings.ok()) return wordings.status();
  return (*wordings)->Find(wording.text);
}

absl::StatusOr<CheckedCandidate> Checker::CheckOne(model::Claim claim) {
  const std::vector<std::string>& parties = options_.policy.parties;
  auto standing = cases_->Get(claim.question, parties);
  if (absl::IsNotFound(standing.status())) return NotEnough(claim.question, NotOnFileInWords(claim.question));
  if (!standing.ok()) return standing.status();
  const model::Question& asked = (*standing)->file().question.question;
  ReadTextAsValue(asked, claim);
  const absl::Status fits = CheckStatement(asked, claim);
  if (!fits.ok()) return fits;

  const std::string entity = EntityAnswered(claim);
  CheckedCandidate checked{.question = claim.question, .on_file = true};
  if (!entity.empty() && !IsAnswered((*standing)->file(), entity)) {
    const auto found = Reader(*snapshot_, workspace_).Find(model::NameKind::kEntity, entity);
    if (!found.ok()) return found.status();
    if (!*found) {
      checked.answer.comparison = QuestionOf(**standing)->comparison();
      checked.answer.missing.push_back(NotOnFileInWords(entity));
      checked.standing = *std::move(standing);
      return checked;
    }
    standing = cases_->Get(claim.question, parties, entity);
    if (!standing.ok()) return standing.status();
  }
  checked.answer = QuestionOf(**standing)->Check(claim);
  checked.standing = *std::move(standing);
  return checked;
}

Checker::Question Checker::QuestionOf(const StandingCase& standing) const {
  if (const auto known = standing.answers().Find<Question>(options_key_)) return *known;
  auto question = std::make_shared<const engine::CheckedQuestion>(standing.prepared(), options_.policy,
                                                                  options_.times, options_.explain);
  // Its comparison says most of what the case says, in as much room.
  standing.answers().Keep(options_key_, Question(question), standing.bytes());
  return question;
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
