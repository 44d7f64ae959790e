#include "service/ledger/record_walk.h"

#include "service/ledger/name_order.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;

// The first of all ids in byte order.
constexpr std::string_view kFirstId = "0";

absl::StatusOr<bool> VisitEntry(NameKind kind, const store::EntryView& entry, VisitRecord visit) {
  absl::StatusOr<model::Record> record = DecodeAs(kind, entry.value);
  if (!record.ok()) return record.status();
  return visit({*std::move(record), entry.revision, entry.time});
}

absl::Status VisitTopLevel(const Reader& reader, NameKind kind, const std::string& after, VisitRecord visit) {
  store::KeyRange range = store::KindRange(reader.workspace(), kind);
  if (!after.empty()) range.begin = store::RecordKey(reader.workspace(), kind, after);
  return reader.Scan(range,
                     [&](const store::ParsedKey& key, const store::EntryView& entry) -> absl::StatusOr<bool> {
                       // Withdrawals of a source lie with it.
                       if (key.name_kind != kind || key.name == after) return true;
                       return VisitEntry(kind, entry, visit);
                     });
}

absl::Status VisitWithdrawals(const Reader& reader, const std::string& after, VisitRecord visit) {
  store::KeyRange range = store::KindRange(reader.workspace(), NameKind::kWithdrawal);
  if (!after.empty()) range.begin = store::WithdrawalNameKey(reader.workspace(), after);
  return reader.Scan(
      range, [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
        if (key.name == after) return true;
        absl::StatusOr<Recorded<model::Withdrawal>> found = reader.Get<model::Withdrawal>(key.name);
        if (!found.ok()) return found.status();
        return visit({std::move(found->record), found->revision, found->record_time});
      });
}

QuestionKeys KeysOfQuestions(const Reader& reader) {
  const std::string& workspace = reader.workspace();
  return {
      [&workspace](const std::string& question) { return store::QuestionRange(workspace, question).begin; },
      store::KindRange(workspace, NameKind::kQuestion).end};
}

// A topic's questions, after `after`. Their own names sort as their ids do.
absl::StatusOr<bool> VisitQuestionsOf(const Reader& reader, const std::string& topic,
                                      const std::string& after, VisitRecord visit) {
  const QuestionKeys keys = KeysOfQuestions(reader);
  std::string from(kFirstId);
  if (model::ParentOf(after) == topic) from = std::string(model::IdOf(after)) + "-";
  while (true) {
    const absl::StatusOr<std::optional<std::string>> id = SeekQuestionId(reader, keys, topic, from);
    if (!id.ok()) return id.status();
    if (!*id) return true;
    auto found = reader.Get<model::Question>(topic + "/questions/" + **id);
    if (!found.ok()) return found.status();
    const absl::StatusOr<bool> more = visit({std::move(found->record), found->revision, found->record_time});
    if (!more.ok() || !*more) return more;
    from = **id + "-";
  }
}

absl::Status VisitAllQuestions(const Reader& reader, const std::string& scope, const std::string& after,
                               VisitRecord visit) {
  const std::string from_topic(model::ParentOf(after));
  if (!scope.empty()) {
    if (scope + "/" < from_topic + "/") return absl::OkStatus();
    return VisitQuestionsOf(reader, scope, after, visit).status();
  }
  return VisitTopics(reader, KeysOfQuestions(reader), from_topic,
                     [&](const std::string& topic) { return VisitQuestionsOf(reader, topic, after, visit); })
      .status();
}

// The records of a kind that lie with a question, after `after`.
absl::StatusOr<bool> VisitBelow(const Reader& reader, NameKind kind, const std::string& question,
                                const std::string& after, VisitRecord visit) {
  const std::string collection(model::CollectionOf(kind));
  const bool resumes = model::ParentOf(after) == question;
  const std::string first = resumes ? after : question + "/" + collection + "/" + std::string(kFirstId);
  const store::KeyRange range{store::RecordKey(reader.workspace(), kind, first),
                              store::QuestionRange(reader.workspace(), question).end};
  bool stopped = false;
  const absl::Status status = reader.Scan(
      range, [&](const store::ParsedKey& key, const store::EntryView& entry) -> absl::StatusOr<bool> {
        if (key.name_kind != kind) return false;
        if (resumes && key.name == after) return true;
        const absl::StatusOr<bool> more = VisitEntry(kind, entry, visit);
        stopped = more.ok() && !*more;
        return more;
      });
  if (!status.ok()) return status;
  return !stopped;
}

}  // namespace

absl::Status VisitRecords(const Reader& reader, NameKind kind, const std::string& scope,
                          const std::string& after, VisitRecord visit) {
  switch (kind) {
    case NameKind::kEntity:
    case NameKind::kSource:
    case NameKind::kTopic:
      return VisitTopLevel(reader, kind, after, visit);
    case NameKind::kQuestion:
      return VisitAllQuestions(reader, scope, after, visit);
    case NameKind::kClaim:
    case NameKind::kSilence:
    case NameKind::kRelation:
      return VisitQuestions(reader, KeysOfQuestions(reader), scope, std::string(model::ParentOf(after)),
                            [&](const std::string& question) {
                              return VisitBelow(reader, kind, question, after, visit);
                            })
          .status();
    case NameKind::kWithdrawal:
      return VisitWithdrawals(reader, after, visit);
  }
  return absl::OkStatus();
}

}  // namespace gainsay::ledger
