#include "tests/support/golden_statement.h"

#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/golden_nouns.h"
#include "tests/support/golden_text.h"
#include "tests/support/golden_value.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

struct NamedLine {
  std::string id;
  std::string subject;               // the first clause
  std::vector<std::string> clauses;  // the others
};

absl::StatusOr<NamedLine> ParseNamedLine(const std::string& line) {
  const std::vector<std::string> parts = absl::StrSplit(line, absl::MaxSplits(": ", 1));
  if (parts.size() != 2) return absl::InvalidArgumentError("no name followed by a colon");
  std::vector<std::string> clauses = SplitOutside(parts[1], ',');
  if (clauses.empty()) return absl::InvalidArgumentError("says nothing");
  return NamedLine{parts[0], clauses[0], {clauses.begin() + 1, clauses.end()}};
}

absl::Status ReadTime(const std::string& text, std::optional<model::Edtf>* time) {
  const absl::StatusOr<model::Edtf> parsed = model::Edtf::Parse(text);
  if (!parsed.ok()) return parsed.status();
  *time = *parsed;
  return absl::OkStatus();
}

// Takes the time after `word` out of `text`, if there is one.
absl::Status TakeTime(const std::string& word, std::string* text, std::optional<model::Edtf>* time) {
  std::string after;
  return TakeAfterWord(word, text, &after) ? ReadTime(after, time) : absl::OkStatus();
}

absl::Status SetAccess(const std::string& word, model::Appearance* appearance) {
  if (word == "first hand") {
    appearance->access = model::Access::kFirstHand;
  } else if (word == "second hand") {
    appearance->access = model::Access::kSecondHand;
  } else if (word == "interpreted") {
    appearance->interpreted = true;
  } else {
    return absl::InvalidArgumentError(absl::StrCat("\"", word, "\" is no kind of appearance"));
  }
  return absl::OkStatus();
}

// Reads "doc1 (first hand, interpreted)".
absl::Status AddAppearance(const std::string& text, const engine::CaseFile& file,
                           std::vector<model::Appearance>* appearances) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits(" (", 1));
  model::Appearance appearance;
  appearance.source = SourceName(parts.first);
  if (!file.sources.contains(appearance.source)) {
    return absl::InvalidArgumentError(absl::StrCat("no document is called ", parts.first));
  }
  const std::string remarks = parts.second.substr(0, parts.second.find(')'));
  for (const std::string& word : SplitOutside(remarks, ',')) {
    if (absl::Status status = SetAccess(word, &appearance); !status.ok()) return status;
  }
  appearances->push_back(std::move(appearance));
  return absl::OkStatus();
}

absl::Status ApplyClaimClause(std::string clause, const engine::CaseFile& file, model::Claim* claim) {
  if (TakePrefix("in ", &clause)) return AddAppearance(clause, file, &claim->appearances);
  if (TakePrefix("valid ", &clause)) return ReadTime(clause, &claim->valid_time);
  if (const auto certainty = FromWord(kCertaintyWords, clause); certainty.ok()) {
    claim->certainty = *certainty;
    return absl::OkStatus();
  }
  const absl::StatusOr<model::SpeechAct> act = FromWord(kSpeechActWords, clause);
  if (act.ok()) claim->speech_act = *act;
  return act.status();
}

absl::Status ReadStatement(std::string subject, engine::CaseFile* file, model::ValueType type,
                           model::Claim* claim) {
  if (absl::Status status = TakeTime("on", &subject, &claim->said_time); !status.ok()) return status;
  const std::vector<std::string> words = absl::StrSplit(subject, absl::MaxSplits(' ', 2));
  if (words.size() != 3 || (words[1] != "says" && words[1] != "denies")) {
    return absl::InvalidArgumentError("not \"PARTY says VALUE\"");
  }
  MentionEntity(words[0], file);
  claim->party = EntityName(words[0]);
  absl::StatusOr<model::Value> value = ParseGoldenValue(type, words[2]);
  if (!value.ok()) return value.status();
  claim->value = *std::move(value);
  claim->polarity = words[1] == "says" ? model::Polarity::kAffirms : model::Polarity::kDenies;
  if (auto* entity = std::get_if<model::EntityRef>(&*claim->value)) {
    MentionEntity(entity->entity.substr(EntityName("").size()), file);
  }
  return model::CheckInformative(*claim->value, claim->polarity);
}

std::string RecordName(const engine::QuestionFile& question, const char* collection, const std::string& id) {
  return absl::StrCat(question.question.name, "/", collection, "/", id);
}

template <class T>
engine::OnFile<T> Filed(T record, int64_t revision) {
  return {std::move(record), revision, GoldenRecordTime(revision)};
}

// Returns the kind whose words `text` contains after a space, and cuts them and what follows off.
template <class E, size_t size>
absl::StatusOr<E> TakeVerb(const std::pair<const char*, E> (&words)[size], std::string* text,
                           std::string* object) {
  for (const auto& [word, kind] : words) {
    const std::string sought = absl::StrCat(" ", word);
    const size_t at = text->find(sought);
    if (at == std::string::npos) continue;
    *object = text->substr(std::min(at + sought.size() + 1, text->size()));
    *text = text->substr(0, at);
    return kind;
  }
  return absl::InvalidArgumentError(absl::StrCat("no verb in \"", *text, "\""));
}

std::string TargetName(const std::string& id, const engine::CaseFile& file,
                       const engine::QuestionFile& question) {
  if (file.sources.contains(SourceName(id))) return SourceName(id);
  for (const auto& silence : question.silences) {
    if (silence.record.name == RecordName(question, "silences", id)) return silence.record.name;
  }
  return RecordName(question, "claims", id);
}

absl::Status ApplyWithdrawalClause(std::string clause, const engine::CaseFile& file,
                                   model::Withdrawal* withdrawal) {
  if (TakePrefix("in ", &clause)) return AddAppearance(clause, file, &withdrawal->appearances);
  if (!TakePrefix("by ", &clause))
    return absl::InvalidArgumentError(absl::StrCat("what is \"", clause, "\"?"));
  withdrawal->party = EntityName(clause);
  return absl::OkStatus();
}

}  // namespace

absl::Time GoldenRecordTime(int64_t revision) {
  return absl::FromUnixSeconds(1'780'000'000) + absl::Seconds(revision);
}

absl::Status AddClaim(const std::string& line, int64_t revision, engine::CaseFile* file,
                      engine::QuestionFile* question) {
  const absl::StatusOr<NamedLine> parsed = ParseNamedLine(line);
  if (!parsed.ok()) return parsed.status();
  model::Claim claim;
  claim.name = RecordName(*question, "claims", parsed->id);
  claim.question = question->question.name;
  const model::ValueType type = question->question.value_type;
  if (absl::Status status = ReadStatement(parsed->subject, file, type, &claim); !status.ok()) return status;
  for (const std::string& clause : parsed->clauses) {
    if (absl::Status status = ApplyClaimClause(clause, *file, &claim); !status.ok()) return status;
  }
  question->claims.push_back(Filed(std::move(claim), revision));
  return absl::OkStatus();
}

absl::Status AddSilence(const std::string& line, int64_t revision, engine::CaseFile* file,
                        engine::QuestionFile* question) {
  absl::StatusOr<NamedLine> parsed = ParseNamedLine(line);
  if (!parsed.ok()) return parsed.status();
  model::Silence silence;
  silence.name = RecordName(*question, "silences", parsed->id);
  silence.question = question->question.name;
  if (absl::Status status = TakeTime("as of", &parsed->subject, &silence.as_of_time); !status.ok())
    return status;
  std::string object;
  const auto kind = TakeVerb(kSilenceWords, &parsed->subject, &object);
  if (!kind.ok()) return kind.status();
  silence.kind = *kind;
  silence.party = EntityName(parsed->subject);
  MentionEntity(parsed->subject, file);
  for (std::string& clause : parsed->clauses) {
    if (!TakePrefix("in ", &clause))
      return absl::InvalidArgumentError(absl::StrCat("what is \"", clause, "\"?"));
    if (absl::Status status = AddAppearance(clause, *file, &silence.appearances); !status.ok()) return status;
  }
  question->silences.push_back(Filed(std::move(silence), revision));
  return absl::OkStatus();
}

absl::Status AddRelation(const std::string& line, int64_t revision, engine::CaseFile* file,
                         engine::QuestionFile* question) {
  absl::StatusOr<NamedLine> parsed = ParseNamedLine(line);
  if (!parsed.ok()) return parsed.status();
  model::Relation relation;
  relation.name = RecordName(*question, "relations", parsed->id);
  std::string to;
  const auto kind = TakeVerb(kRelationWords, &parsed->subject, &to);
  if (!kind.ok()) return kind.status();
  relation.kind = *kind;
  relation.from = RecordName(*question, "claims", parsed->subject);
  relation.to = RecordName(*question, "claims", to);
  std::string author = parsed->clauses.empty() ? "" : parsed->clauses[0];
  if (!TakePrefix("says ", &author)) return absl::InvalidArgumentError("does not say who says so");
  if (TakePrefix("model ", &author)) {
    relation.method = model::RelationMethod::kModel;
    relation.model = author;
    relation.model_version = "1";
  } else {
    MentionEntity(author, file);
    relation.author = EntityName(author);
  }
  question->relations.push_back(Filed(std::move(relation), revision));
  return absl::OkStatus();
}

absl::Status AddWithdrawal(const std::string& line, int64_t revision, engine::CaseFile* file,
                           engine::QuestionFile* question) {
  absl::StatusOr<NamedLine> parsed = ParseNamedLine(line);
  if (!parsed.ok()) return parsed.status();
  model::Withdrawal withdrawal;
  withdrawal.name = absl::StrCat("withdrawals/", parsed->id);
  if (absl::Status status = TakeTime("on", &parsed->subject, &withdrawal.time); !status.ok()) return status;
  std::string object;
  const auto kind = TakeVerb(kWithdrawalWords, &parsed->subject, &object);
  if (!kind.ok()) return kind.status();
  withdrawal.kind = *kind;
  withdrawal.target = TargetName(parsed->subject, *file, *question);
  if (TakePrefix("by ", &object)) withdrawal.superseded_by = RecordName(*question, "claims", object);
  for (const std::string& clause : parsed->clauses) {
    if (absl::Status status = ApplyWithdrawalClause(clause, *file, &withdrawal); !status.ok()) return status;
  }
  const bool of_source = file->sources.contains(withdrawal.target);
  (of_source ? file->source_withdrawals : question->withdrawals)
      .push_back(Filed(std::move(withdrawal), revision));
  return absl::OkStatus();
}

}  // namespace gainsay::testing
