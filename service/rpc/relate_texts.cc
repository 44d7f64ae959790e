#include "service/rpc/relate_texts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/ledger/comparing.h"
#include "service/ledger/reader.h"
#include "service/ledger/recording.h"
#include "service/ledger/unrelated_texts.h"
#include "service/rpc/model_views.h"
#include "service/rpc/reading.h"
#include "service/rpc/relation_converter.h"
#include "service/rpc/writing.h"

namespace gainsay::rpc {
namespace {

using inference::Judgement;
using JudgementOr = absl::StatusOr<Judgement>;

// Both ways of each make a batch that is recorded at once.
constexpr size_t kMostPairs = 400;

const std::string& TextOf(const model::Claim& claim) { return std::get<model::Text>(*claim.value).text; }

std::vector<JudgementOr> Judge(inference::RelationModel& model, const std::vector<ledger::ClaimPair>& pairs,
                               absl::Duration patience) {
  std::vector<inference::TextPair> asked;
  for (const ledger::ClaimPair& pair : pairs) {
    asked.push_back({TextOf(pair.first), TextOf(pair.second)});
    asked.push_back({TextOf(pair.second), TextOf(pair.first)});
  }
  return model.Judge(asked, patience);
}

// Why nothing is recorded of a pair; empty if something is.
std::string WhyUndecided(const std::string& model, const JudgementOr& forth, const JudgementOr& back) {
  for (const JudgementOr* each : {&forth, &back}) {
    if (!each->ok()) {
      return absl::StrCat("no word of the model ", model, ": ", std::string(each->status().message()));
    }
  }
  if (!forth->kind() && !back->kind()) {
    return absl::StrFormat("the model %s finds nothing likely enough: at most %.2f of %.2f", model,
                           std::max(forth->probability, back->probability), inference::kLeastProbability);
  }
  const bool contradicts = forth->kind() == model::RelationKind::kContradicts;
  if (forth->kind() && back->kind() && contradicts != (back->kind() == model::RelationKind::kContradicts)) {
    return absl::StrCat("the model ", model,
                        " finds that they contradict each other one way and not the other");
  }
  return "";
}

struct Decided {
  std::vector<model::Relation> relations;
  std::vector<v1::UndecidedTexts> undecided;
};

Decided Decide(const std::string& model, const std::string& author,
               const std::vector<ledger::ClaimPair>& pairs, const std::vector<JudgementOr>& judgements) {
  Decided decided;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const JudgementOr& forth = judgements[2 * i];
    const JudgementOr& back = judgements[2 * i + 1];
    const std::string& first = pairs[i].first.name;
    const std::string& second = pairs[i].second.name;
    std::string reason = WhyUndecided(model, forth, back);
    if (!reason.empty()) {
      v1::UndecidedTexts& texts = decided.undecided.emplace_back();
      texts.set_from(first);
      texts.set_to(second);
      texts.set_reason(std::move(reason));
      continue;
    }
    const auto record = [&](const std::string& from, const std::string& to, const Judgement& judgement) {
      if (!judgement.kind()) return;
      decided.relations.push_back({.name = {},
                                   .from = from,
                                   .to = to,
                                   .kind = *judgement.kind(),
                                   .author = author,
                                   .method = model::RelationMethod::kModel,
                                   .model = model,
                                   .model_version = judgement.version});
    };
    record(first, second, *forth);
    record(second, first, *back);
  }
  return decided;
}

absl::Status FillRelations(const ledger::Ledger& ledger, const std::string& workspace,
                           const std::vector<ledger::RecordOutcome>& outcomes, store::Revision revision,
                           v1::RelateTextsResponse& response) {
  const auto snapshot = ledger::OpenSnapshot(ledger, revision);
  if (!snapshot.ok()) return snapshot.status();
  const ledger::Reader reader(**snapshot, workspace);
  for (const ledger::RecordOutcome& outcome : outcomes) {
    const auto relation = reader.Get<model::Relation>(outcome.name);
    if (!relation.ok()) return relation.status();
    *response.add_relations() = RelationToProto(*relation);
  }
  response.set_revision(revision);
  return absl::OkStatus();
}

// What the same request came to when it was done before, if it was.
absl::StatusOr<std::optional<ledger::DoneRequest>> DoneBefore(const ledger::Ledger& ledger,
                                                              const ledger::WriteScope& scope,
                                                              const std::string& author) {
  const auto snapshot = ledger.store.GetSnapshot();
  if (!snapshot.ok()) return snapshot.status();
  const absl::Status on_file =
      ledger::CheckOnFile(**snapshot, scope.workspace, model::NameKind::kEntity, author, "author");
  if (!on_file.ok()) return on_file;
  return ledger::FindDone(**snapshot, scope, ledger.now());
}

}  // namespace

absl::Status ServeRelateTexts(const ledger::Ledger& ledger, const inference::Models& models, const Call& call,
                              const v1::RelateTextsRequest& request, v1::RelateTextsResponse& response) {
  absl::Status status = CheckNameField("question", model::NameKind::kQuestion, request.question());
  if (!status.ok()) return status;
  status = CheckNameField("author", model::NameKind::kEntity, request.author());
  if (!status.ok()) return status;
  if (models.relation == nullptr) {
    return absl::FailedPreconditionError("this service was started without a model that relates texts");
  }
  const absl::StatusOr<ledger::WriteScope> scope = BeginWrite(request);
  if (!scope.ok()) return scope.status();
  const auto done = DoneBefore(ledger, *scope, request.author());
  if (!done.ok()) return done.status();
  if (*done) {
    return FillRelations(ledger, scope->workspace, (*done)->request.outcomes, (*done)->revision, response);
  }
  const auto pairs = ledger::FindUnrelatedTexts(ledger, scope->workspace, request.question(), kMostPairs);
  if (!pairs.ok()) return pairs.status();
  const std::string& model = models.relation->name();
  Decided decided =
      Decide(model, request.author(), *pairs, Judge(*models.relation, *pairs, ModelPatience(ledger, call)));
  const auto recorded = ledger::RecordAll<model::Relation>(ledger, *scope, decided.relations, "relations");
  if (!recorded.ok()) return recorded.status();
  for (v1::UndecidedTexts& texts : decided.undecided) *response.add_undecided() = std::move(texts);
  return FillRelations(ledger, scope->workspace, recorded->outcomes, recorded->revision, response);
}

}  // namespace gainsay::rpc
