#include "service/search/search_index.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "service/ledger/background.h"
#include "service/ledger/reader.h"
#include "service/search/passages.h"

namespace gainsay::search {
namespace {

// How long commits gather before they are indexed together, unless a search waits for them.
constexpr absl::Duration kGathering = absl::Milliseconds(200);
// While more is being written they gather for so long at most.
constexpr absl::Duration kLongestGathering = absl::Seconds(10);
// Between a failure and the next try.
constexpr absl::Duration kRetry = absl::Seconds(1);
// Commits indexed in one transaction: so many, of so many records together unless one has more.
constexpr int kCommitsRead = 100;
constexpr size_t kKeysTogether = 2'000;
constexpr size_t kMostIdle = 8;
// The store refuses writes where less than 64 MiB are free.
constexpr uintmax_t kLeastFreeBytes = uintmax_t{128} << 20;

// Whether the file is at fault, and a new one helps.
bool IsOfTheFile(const absl::Status& status) {
  return absl::IsInternal(status) || absl::IsFailedPrecondition(status);
}

// A searched record of some workspace.
struct Touched {
  std::string workspace;
  model::NameKind kind;
  std::string name;

  friend auto operator<=>(const Touched&, const Touched&) = default;
};

// Puts what was written in the place of what the file has of it, with all that depends on it.
class Batch {
 public:
  Batch(const store::Snapshot& snapshot, IndexFile& file, TextAnalyzer& analyzer, ledger::GoOn go_on)
      : snapshot_(snapshot), file_(file), analyzer_(analyzer), go_on_(go_on) {}

  absl::Status Take(const std::string& key) {
    absl::StatusOr<store::ParsedKey> parsed = store::ParseKey(key);
    if (!parsed.ok()) return parsed.status();
    if (parsed->kind != store::ParsedKey::Kind::kRecord || !IsSearched(parsed->name_kind))
      return absl::OkStatus();
    Touched touched{std::move(parsed->workspace), parsed->name_kind, std::move(parsed->name)};
    // Of one that is new, no claim in the file tells anything.
    const absl::StatusOr<bool> held = file_.Holds(touched.workspace, touched.name);
    if (!held.ok()) return held.status();
    if (*held) {
      const ledger::Reader reader(snapshot_, touched.workspace);
      const absl::Status visited =
          VisitDependents(reader, touched.kind, touched.name, [&](const std::string& claim) {
            touched_.insert({touched.workspace, model::NameKind::kClaim, claim});
          });
      if (!visited.ok()) return visited;
    }
    touched_.insert(std::move(touched));
    return absl::OkStatus();
  }

  absl::Status Put() {
    for (const Touched& touched : touched_) {
      const absl::Status goes_on = go_on_();
      if (!goes_on.ok()) return goes_on;
      const ledger::Reader reader(snapshot_, touched.workspace);
      const auto found = reader.Find(touched.kind, touched.name);
      if (!found.ok()) return found.status();
      if (!*found) return absl::DataLossError("the change log names a record that is not on file");
      const absl::StatusOr<Document> document = DocumentOf(reader, (*found)->record, analyzer_);
      if (!document.ok()) return document.status();
      const absl::Status put = file_.Put(touched.workspace, touched.name, *document);
      if (!put.ok()) return put;
    }
    return absl::OkStatus();
  }

 private:
  const store::Snapshot& snapshot_;
  IndexFile& file_;
  TextAnalyzer& analyzer_;
  const ledger::GoOn go_on_;
  std::set<Touched> touched_;
};

}  // namespace

SearchIndex::SearchIndex(const ledger::Ledger& ledger, std::string path, TextAnalyzer analyzer)
    : ledger_(ledger), path_(std::move(path)), analyzer_(std::move(analyzer)), thread_([this] { Run(); }) {}

SearchIndex::~SearchIndex() {
  {
    const absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

absl::Status SearchIndex::Await(store::Revision revision, absl::Time deadline) {
  const absl::MutexLock lock(&mutex_);
  wanted_ = std::max(wanted_, revision);
  const auto settled = [this, revision]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return indexed_ >= revision || !status_.ok();
  };
  if (!mutex_.AwaitWithDeadline(absl::Condition(&settled), deadline)) {
    return absl::DeadlineExceededError("the search index has not caught up");
  }
  if (indexed_ >= revision) return absl::OkStatus();
  return status_;
}

void SearchIndex::Rebuild() {
  const absl::MutexLock lock(&mutex_);
  rebuild_ = true;
  indexed_ = -1;
}

void SearchIndex::Discard(const Searcher& searcher) {
  const absl::MutexLock lock(&mutex_);
  if (searcher.generation != generation_) return;
  rebuild_ = true;
  indexed_ = -1;
}

absl::StatusOr<std::unique_ptr<Searcher>> SearchIndex::Lend() {
  int generation = 0;
  {
    const absl::MutexLock lock(&mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Searcher> searcher = std::move(idle_.back());
      idle_.pop_back();
      return searcher;
    }
    generation = generation_;
  }
  absl::StatusOr<IndexFile> file = IndexFile::OpenToRead(path_);
  if (!file.ok()) return file.status();
  absl::StatusOr<TextAnalyzer> analyzer = TextAnalyzer::Make();
  if (!analyzer.ok()) return analyzer.status();
  return std::make_unique<Searcher>(Searcher{*std::move(file), *std::move(analyzer), generation});
}

void SearchIndex::TakeBack(std::unique_ptr<Searcher> searcher) {
  const absl::MutexLock lock(&mutex_);
  if (searcher->generation == generation_ && idle_.size() < kMostIdle) idle_.push_back(std::move(searcher));
}

void SearchIndex::Run() {
  ledger::RunInBackground(ledger::Background::kToAll);
  absl::Status status = absl::OkStatus();
  while (WaitForMore(status.ok() ? kGathering : kRetry)) {
    if (!IsDue()) continue;
    status = file_ ? absl::OkStatus() : Open();
    if (status.ok()) status = CatchUp();
    const absl::MutexLock lock(&mutex_);
    if (IsOfTheFile(status)) {
      DropFile();
      status = absl::UnavailableError("the search index is being built anew");
    }
    status_ = status;
  }
}

// Returns false when it is time to stop.
bool SearchIndex::WaitForMore(absl::Duration patience) {
  const absl::MutexLock lock(&mutex_);
  const auto asked = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || (status_.ok() && (rebuild_ || wanted_ > indexed_));
  };
  mutex_.AwaitWithTimeout(absl::Condition(&asked), patience);
  if (rebuild_) DropFile();
  return !stopping_;
}

// Whether to index now. Who writes has the processors first, unless a search waits or it has been long.
bool SearchIndex::IsDue() {
  const store::Revision latest = ledger_.store.GetLatestRevision();
  const absl::Time now = ledger_.now();
  const bool quiet = std::exchange(seen_, latest) == latest;
  if (quiet) quiet_at_ = now;
  const absl::MutexLock lock(&mutex_);
  return quiet || wanted_ > indexed_ || now - quiet_at_ > kLongestGathering;
}

void SearchIndex::DropFile() {
  rebuild_ = false;
  file_.reset();
  idle_.clear();
  ++generation_;
  indexed_ = -1;
  RemoveDatabase(path_);
}

absl::Status SearchIndex::Open() {
  absl::StatusOr<IndexFile> file = IndexFile::OpenToWrite(path_);
  if (!file.ok()) return file.status();
  const absl::StatusOr<Position> position = file->GetPosition();
  if (!position.ok()) return position.status();
  const absl::StatusOr<bool> fits = FitsStore(*position);
  if (!fits.ok()) return fits.status();
  if (!*fits) return absl::InternalError("search index: is of another store");
  file_ = *std::move(file);
  return absl::OkStatus();
}

// Whether the store made that very commit.
absl::StatusOr<bool> SearchIndex::FitsStore(const Position& position) const {
  if (position == Position()) return true;
  if (position.revision > ledger_.store.GetLatestRevision()) return false;
  const auto commits = ledger_.store.ReadLog(position.revision - 1, 1);
  if (!commits.ok()) return commits.status();
  return !commits->empty() && commits->front().revision == position.revision &&
         absl::ToUnixMicros(commits->front().time) == absl::ToUnixMicros(position.time);
}

absl::Status SearchIndex::CatchUp() {
  absl::StatusOr<Position> position = file_->GetPosition();
  while (position.ok()) {
    {
      const absl::MutexLock lock(&mutex_);
      if (rebuild_ || stopping_) return absl::OkStatus();
      indexed_ = position->revision;
      if (indexed_ >= ledger_.store.GetLatestRevision()) return absl::OkStatus();
    }
    if (!IsDue()) return absl::OkStatus();
    position = Follow(*position);
    if (!position.ok()) file_->Abandon();
  }
  return position.status();
}

// Whether there is room for more: records need it more than their words do.
absl::Status SearchIndex::CheckRoom() const {
  std::error_code error;
  const auto space = std::filesystem::space(std::filesystem::path(path_).parent_path(), error);
  if (error || space.available >= kLeastFreeBytes) return absl::OkStatus();
  return absl::ResourceExhaustedError("the search index waits: the disk is nearly full");
}

// CANCELLED: it is time to stop.
absl::Status SearchIndex::CheckRunning() {
  const absl::MutexLock lock(&mutex_);
  return stopping_ ? absl::CancelledError("the search index is being closed") : absl::OkStatus();
}

// Indexes some commits; returns where that ends.
absl::StatusOr<Position> SearchIndex::Follow(const Position& from) {
  auto commits = ledger_.store.ReadLog(from.revision, kCommitsRead);
  if (!commits.ok()) return commits.status();
  if (commits->empty()) return from;
  size_t together = 0;
  size_t keys = 0;
  for (const store::LogEntry& commit : *commits) {
    keys += commit.keys.size();
    if (together > 0 && keys > kKeysTogether) break;
    ++together;
  }
  commits->resize(together);
  const Position to{commits->back().revision, commits->back().time};
  const auto snapshot = ledger_.store.GetSnapshot(to.revision);
  if (!snapshot.ok()) return snapshot.status();
  absl::Status status = CheckRoom();
  if (status.ok()) status = file_->Begin();
  if (!status.ok()) return status;
  const auto is_running = [this] { return CheckRunning(); };
  Batch batch(**snapshot, *file_, analyzer_, is_running);
  for (const store::LogEntry& commit : *commits) {
    for (const std::string& key : commit.keys) {
      status = batch.Take(key);
      if (!status.ok()) return status;
    }
  }
  status = batch.Put();
  if (status.ok()) status = file_->SetPosition(to);
  if (status.ok()) status = file_->End();
  if (!status.ok()) return status;
  const absl::StatusOr<bool> worn_out = file_->IsWornOut();
  if (!worn_out.ok()) return worn_out.status();
  if (*worn_out) return absl::InternalError("search index: holds more of what was than of what is");
  return to;
}

}  // namespace gainsay::search
