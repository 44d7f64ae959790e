#include "service/rpc/watch_stream.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "service/ledger/watching.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/comparison_enums.h"
#include "service/rpc/field_path.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/history_converter.h"
#include "service/rpc/page_token.h"
#include "service/rpc/reading.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {
namespace {

using model::NameKind;

// An answer is sent once it has so many changes; clients take messages of 4 MiB by default.
constexpr int kMostChanges = 100;
// How many commits of the log are read at a time.
constexpr int kMostCommits = 100;
// How often a client hears how far the watch has got, while there is something to read and while there is
// not.
constexpr absl::Duration kProgressEvery = absl::Seconds(1);
constexpr absl::Duration kIdleEvery = absl::Seconds(10);

constexpr std::pair<v1::Status, engine::Status> kStatuses[] = {
    {v1::STATUS_CONFLICTING, engine::Status::kConflicting},
    {v1::STATUS_CONFIRMED, engine::Status::kConfirmed},
    {v1::STATUS_UNCONFIRMED, engine::Status::kUnconfirmed},
    {v1::STATUS_INDETERMINATE, engine::Status::kIndeterminate},
    {v1::STATUS_WITHDRAWN, engine::Status::kWithdrawn},
    {v1::STATUS_NO_STATEMENTS, engine::Status::kNoStatements},
};

// What to watch, and what of it has been told: all of a revision, and of the next the questions up to one.
struct WatchQuery {
  ledger::WatchOptions options;
  PageToken told;
};

absl::StatusOr<ledger::WatchOptions> OptionsFromProto(const v1::WatchRequest& request) {
  absl::StatusOr<std::string> workspace = WorkspaceFromProto(request.workspace());
  if (!workspace.ok()) return workspace.status();
  auto compare = CompareOptionsFromProto({}, request.policy(), false);
  if (!compare.ok()) return compare.status();
  FieldReader fields;
  ledger::WatchOptions options{.workspace = *std::move(workspace), .policy = std::move(compare->policy)};
  options.scope = fields.OptionalName("topic", ledger::KindOfScope(request.topic()), request.topic());
  options.party = fields.OptionalName("party", NameKind::kEntity, request.party());
  for (int i = 0; i < request.statuses_size(); ++i) {
    options.statuses.insert(
        fields.RequiredEnum(absl::StrCat("statuses[", i, "]"), kStatuses, request.statuses(i)));
  }
  fields.Require(request.after_revision() >= 0, "afterRevision", "is negative");
  fields.Require(!request.has_after_revision() || request.resume_token().empty(), "afterRevision",
                 "is told by the resumeToken");
  return fields.Finish(std::move(options));
}

absl::StatusOr<WatchQuery> QueryFromProto(const ledger::Ledger& ledger, const v1::WatchRequest& request) {
  absl::StatusOr<ledger::WatchOptions> options = OptionsFromProto(request);
  if (!options.ok()) return options.status();
  PageToken told;
  if (!request.resume_token().empty()) {
    absl::StatusOr<PageToken> token = DecodePageToken(request.resume_token(), request, "resumeToken");
    if (!token.ok()) return token.status();
    told = *std::move(token);
  } else {
    told.revision = request.after_revision();
  }
  const auto snapshot = ledger.store.GetSnapshot();
  if (!snapshot.ok()) return snapshot.status();
  const store::Revision latest = (*snapshot)->revision();
  if (told.revision > latest) {
    return absl::OutOfRangeError(
        absl::StrCat("revision ", told.revision, " has not been made; the latest is ", latest));
  }
  if (request.resume_token().empty() && !request.has_after_revision()) told.revision = latest;
  const absl::Status on_file = ledger::CheckWatched(**snapshot, *options);
  if (!on_file.ok()) return on_file;
  return WatchQuery{*std::move(options), std::move(told)};
}

v1::StatusChange ChangeToProto(const ledger::StatusChange& change, const store::LogEntry& commit) {
  v1::StatusChange proto;
  proto.set_question(change.question);
  proto.set_old_status(ToWire(change.before));
  proto.set_new_status(ToWire(change.after.status));
  if (change.after.conflict_kind) proto.set_conflict_kind(ToWire(*change.after.conflict_kind));
  if (change.after.grade) proto.set_grade(ToWire(*change.after.grade));
  if (change.after.consensus) *proto.mutable_consensus() = ConsensusToProto(*change.after.consensus);
  proto.set_revision(commit.revision);
  proto.set_known_at(KnownAtText(commit.time));
  const size_t named = std::min(change.causes.size(), kMaxCauses);
  proto.mutable_causes()->Assign(change.causes.begin(),
                                 change.causes.begin() + static_cast<ptrdiff_t>(named));
  return proto;
}

class WatchSession {
 public:
  WatchSession(const ledger::Ledger& ledger, const Call& call, WatchStream& stream,
               const v1::WatchRequest& request, WatchQuery query)
      : ledger_(ledger),
        call_(call),
        stream_(stream),
        request_(request),
        watch_(ledger, std::move(query.options)),
        told_(std::move(query.told)) {}

  absl::Status Run() {
    absl::Status status = Send();
    while (status.ok()) {
      const store::Revision latest = ledger_.store.GetLatestRevision();
      status = told_.revision < latest ? TellUpTo(latest) : AwaitMore();
    }
    return status;
  }

 private:
  absl::Status TellUpTo(store::Revision latest) {
    while (told_.revision < latest) {
      const int64_t left = latest - told_.revision;
      const auto commits =
          ledger_.store.ReadLog(told_.revision, static_cast<int>(std::min<int64_t>(left, kMostCommits)));
      if (!commits.ok()) return commits.status();
      for (const store::LogEntry& commit : *commits) {
        const absl::Status told = Tell(commit);
        if (!told.ok()) return told;
      }
    }
    return Send();
  }

  absl::Status Tell(const store::LogEntry& commit) {
    const auto visit = [&](const std::string& question, std::optional<ledger::StatusChange> change) {
      if (change) *answer_.add_changes() = ChangeToProto(*change, commit);
      told_.after = question;
      return answer_.changes_size() >= kMostChanges || IsProgressDue() ? Send() : GoOn();
    };
    const absl::Status told = watch_.Changes(commit, told_.after, visit, [this] { return GoOn(); });
    if (!told.ok()) return told;
    told_ = {commit.revision, ""};
    const bool due = answer_.changes_size() > 0 || IsProgressDue();
    return due && commit.revision < ledger_.store.GetLatestRevision() ? Send() : GoOn();
  }

  absl::Status AwaitMore() {
    const absl::Time now = ledger_.now();
    if (now - sent_ > kIdleEvery) return Send();
    const absl::Status more = ledger_.store.WaitForRevision(told_.revision + 1, now + kCancellationCheck);
    return more.ok() || absl::IsDeadlineExceeded(more) ? GoOn() : more;
  }

  bool IsProgressDue() const { return ledger_.now() - sent_ > kProgressEvery; }

  absl::Status GoOn() const { return stream_.draining() ? ServerDraining() : CheckAwaited(ledger_, call_); }

  absl::Status Send() {
    answer_.set_revision(told_.revision);
    answer_.set_resume_token(EncodePageToken(told_, request_));
    answer_.set_caught_up(told_.after.empty() && told_.revision == ledger_.store.GetLatestRevision());
    const bool written = stream_.Write(answer_);
    answer_.Clear();
    sent_ = ledger_.now();
    return written ? GoOn() : absl::CancelledError("the client is gone");
  }

  const ledger::Ledger& ledger_;
  const Call& call_;
  WatchStream& stream_;
  const v1::WatchRequest& request_;
  const ledger::StatusWatch watch_;
  PageToken told_;
  v1::WatchResponse answer_;
  absl::Time sent_;
};

}  // namespace

absl::Status ServeWatch(const ledger::Ledger& ledger, const Call& call, WatchStream& stream) {
  v1::WatchRequest request;
  if (!stream.Read(request)) return absl::CancelledError("the client is gone");
  absl::StatusOr<WatchQuery> query = QueryFromProto(ledger, request);
  if (!query.ok()) return query.status();
  return WatchSession(ledger, call, stream, request, *std::move(query)).Run();
}

}  // namespace gainsay::rpc
