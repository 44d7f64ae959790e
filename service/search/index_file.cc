#include "service/search/index_file.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace gainsay::search {
namespace {

// Another number for every change to the tables or to what is put in them: the index is then built anew.
constexpr int64_t kSchemaVersion = 3;

// So many that lead nowhere are never too many.
constexpr int64_t kMostLeftOver = 100'000;

// Nothing in it is the only copy: a power cut may cost the file, never a record.
constexpr char kPragmas[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864;";

// The terms of a record are kept under a number of their own, which is never used again: once it is written
// anew nothing leads to those that it had (position.left_over of them). To take them out, the full-text table
// would have to keep its documents beside the index of their terms, which doubles it.
constexpr char kSchema[] = R"(
    CREATE TABLE position (revision INTEGER NOT NULL, time INTEGER NOT NULL, left_over INTEGER NOT NULL);
    INSERT INTO position VALUES (0, 0, 0);
    CREATE TABLE workspace (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE record (number INTEGER PRIMARY KEY AUTOINCREMENT, workspace INTEGER NOT NULL, name TEXT NOT NULL,
                         kind INTEGER NOT NULL, party TEXT NOT NULL, UNIQUE (workspace, name));)";

std::string TermsTable(int64_t workspace) { return absl::StrCat("terms_", workspace); }

std::string ColumnNames() {
  return absl::StrJoin(kColumns, ", ", [](std::string* out, const Column& column) { *out += column.name; });
}

std::string Weights() {
  return absl::StrJoin(kColumns, ", ",
                       [](std::string* out, const Column& column) { absl::StrAppend(out, column.weight); });
}

// A bit for each kind.
int64_t BitOf(model::NameKind kind) { return int64_t{1} << static_cast<int>(kind); }

absl::StatusOr<int64_t> NumberFrom(Database& database, const std::string& sql) {
  const absl::StatusOr<Statement*> statement = database.Prepare(sql);
  if (!statement.ok()) return statement.status();
  const absl::StatusOr<bool> row = (*statement)->Step();
  if (!row.ok()) return row.status();
  const int64_t number = *row ? (*statement)->Number(0) : 0;
  (*statement)->Reset();
  return number;
}

}  // namespace

absl::StatusOr<IndexFile> IndexFile::OpenToWrite(const std::string& path) {
  absl::StatusOr<Database> database = Database::Open(path, Database::Use::kReadWrite);
  if (!database.ok()) return database.status();
  absl::Status status = database->Run(kPragmas);
  if (!status.ok()) return status;
  const absl::StatusOr<int64_t> version = NumberFrom(*database, "PRAGMA user_version");
  if (!version.ok()) return version.status();
  if (*version == 0) {
    status =
        database->Run(absl::StrCat("BEGIN;", kSchema, "PRAGMA user_version = ", kSchemaVersion, "; COMMIT;"));
    if (!status.ok()) return status;
  } else if (*version != kSchemaVersion) {
    return absl::InternalError(absl::StrCat("search index: has schema ", *version));
  }
  return IndexFile(*std::move(database));
}

absl::StatusOr<IndexFile> IndexFile::OpenToRead(const std::string& path) {
  absl::StatusOr<Database> database = Database::Open(path, Database::Use::kRead);
  if (!database.ok()) return database.status();
  return IndexFile(*std::move(database));
}

absl::Status IndexFile::Begin() { return database_.Run("BEGIN"); }
absl::Status IndexFile::End() { return database_.Run("COMMIT"); }
void IndexFile::Abandon() { database_.Run("ROLLBACK").IgnoreError(); }

absl::StatusOr<Position> IndexFile::GetPosition() {
  const auto select = database_.Prepare("SELECT revision, time FROM position");
  if (!select.ok()) return select.status();
  const absl::StatusOr<bool> row = (*select)->Step();
  if (!row.ok()) return row.status();
  if (!*row) return absl::InternalError("search index: has no position");
  const Position position{(*select)->Number(0), absl::FromUnixMicros((*select)->Number(1))};
  (*select)->Reset();
  return position;
}

absl::Status IndexFile::SetPosition(const Position& position) {
  const auto update = database_.Prepare("UPDATE position SET revision = ?, time = ?");
  if (!update.ok()) return update.status();
  (*update)->Bind(1, position.revision);
  (*update)->Bind(2, absl::ToUnixMicros(position.time));
  return (*update)->Step().status();
}

absl::StatusOr<std::optional<int64_t>> IndexFile::NumberOf(const std::string& workspace) {
  const auto select = database_.Prepare("SELECT number FROM workspace WHERE name = ?");
  if (!select.ok()) return select.status();
  (*select)->Bind(1, workspace);
  const absl::StatusOr<bool> row = (*select)->Step();
  if (!row.ok()) return row.status();
  const std::optional<int64_t> number = *row ? std::optional((*select)->Number(0)) : std::nullopt;
  (*select)->Reset();
  return number;
}

absl::StatusOr<int64_t> IndexFile::MakeWorkspace(const std::string& workspace) {
  const auto insert = database_.Prepare("INSERT INTO workspace (name) VALUES (?) RETURNING number");
  if (!insert.ok()) return insert.status();
  (*insert)->Bind(1, workspace);
  const absl::StatusOr<bool> row = (*insert)->Step();
  if (!row.ok()) return row.status();
  const int64_t number = (*insert)->Number(0);
  (*insert)->Reset();
  // Terms are letters and digits of any script: this tokenizer parts them at the spaces and nowhere else.
  const absl::Status made =
      database_.Run(absl::StrCat("CREATE VIRTUAL TABLE ", TermsTable(number), " USING fts5(", ColumnNames(),
                                 ", content = '', tokenize = 'ascii')"));
  if (!made.ok()) return made;
  return number;
}

absl::StatusOr<bool> IndexFile::Holds(const std::string& workspace, const std::string& name) {
  const absl::StatusOr<std::optional<int64_t>> number = NumberOf(workspace);
  if (!number.ok()) return number.status();
  if (!*number) return false;
  const auto select = database_.Prepare("SELECT 1 FROM record WHERE workspace = ? AND name = ?");
  if (!select.ok()) return select.status();
  (*select)->Bind(1, **number);
  (*select)->Bind(2, name);
  const absl::StatusOr<bool> row = (*select)->Step();
  (*select)->Reset();
  return row;
}

absl::Status IndexFile::Put(const std::string& workspace, const std::string& name, const Document& document) {
  absl::StatusOr<std::optional<int64_t>> known = NumberOf(workspace);
  if (!known.ok()) return known.status();
  const absl::StatusOr<int64_t> number = *known ? absl::StatusOr<int64_t>(**known) : MakeWorkspace(workspace);
  if (!number.ok()) return number.status();
  const absl::Status dropped = Drop(*number, name);
  if (!dropped.ok()) return dropped;
  const auto insert = database_.Prepare(
      "INSERT INTO record (workspace, name, kind, party) VALUES (?, ?, ?, ?) RETURNING number");
  if (!insert.ok()) return insert.status();
  (*insert)->Bind(1, *number);
  (*insert)->Bind(2, name);
  (*insert)->Bind(3, BitOf(document.kind));
  (*insert)->Bind(4, document.party);
  const absl::StatusOr<bool> row = (*insert)->Step();
  if (!row.ok()) return row.status();
  const int64_t record = (*insert)->Number(0);
  (*insert)->Reset();
  const auto terms = database_.Prepare(
      absl::StrCat("INSERT INTO ", TermsTable(*number), " (rowid, ", ColumnNames(), ") VALUES (?",
                   absl::StrJoin(std::vector<const char*>(kColumns.size(), ", ?"), ""), ")"));
  if (!terms.ok()) return terms.status();
  (*terms)->Bind(1, record);
  for (size_t i = 0; i < kColumns.size(); ++i) {
    (*terms)->Bind(static_cast<int>(i) + 2, document.columns[i]);
  }
  return (*terms)->Step().status();
}

absl::Status IndexFile::Drop(int64_t workspace, const std::string& name) {
  const auto remove =
      database_.Prepare("DELETE FROM record WHERE workspace = ? AND name = ? RETURNING number");
  if (!remove.ok()) return remove.status();
  (*remove)->Bind(1, workspace);
  (*remove)->Bind(2, name);
  const absl::StatusOr<bool> held = (*remove)->Step();
  (*remove)->Reset();
  if (!held.ok() || !*held) return held.status();
  return database_.Run("UPDATE position SET left_over = left_over + 1");
}

absl::StatusOr<bool> IndexFile::IsWornOut() {
  const absl::StatusOr<int64_t> left_over = NumberFrom(database_, "SELECT left_over FROM position");
  if (!left_over.ok()) return left_over.status();
  const absl::StatusOr<int64_t> put =
      NumberFrom(database_, "SELECT seq FROM sqlite_sequence WHERE name = 'record'");
  if (!put.ok()) return put.status();
  return *left_over > kMostLeftOver && *left_over > *put - *left_over;
}

absl::Status IndexFile::Find(const std::string& workspace, const std::string& expression, const Scope& scope,
                             ledger::GoOn go_on, Visit visit) {
  const absl::StatusOr<std::optional<int64_t>> number = NumberOf(workspace);
  if (!number.ok()) return number.status();
  if (!*number) return absl::OkStatus();
  const std::string table = TermsTable(**number);
  const auto select = database_.Prepare(absl::StrCat(
      "SELECT record.name, record.kind, record.party, bm25(", table, ", ", Weights(), ") AS score FROM ",
      table, " JOIN record ON record.number = ", table, ".rowid WHERE ", table,
      " MATCH ?1 AND record.kind & ?2 AND record.name >= ?3 AND record.name < ?4 ORDER BY score, "
      "record.name"));
  if (!select.ok()) return select.status();
  int64_t kinds = 0;
  for (const model::NameKind kind : scope.kinds) kinds |= BitOf(kind);
  (*select)->Bind(1, expression);
  (*select)->Bind(2, kinds);
  // What lies below the topic: "0" comes right after "/". No name begins with "~".
  (*select)->Bind(3, scope.topic.empty() ? "" : absl::StrCat(scope.topic, "/"));
  (*select)->Bind(4, scope.topic.empty() ? "~" : absl::StrCat(scope.topic, "0"));
  const Interruptible interruptible(database_, go_on);
  while (true) {
    const absl::StatusOr<bool> row = (*select)->Step();
    if (!row.ok()) return interruptible.Explain(row.status());
    if (!*row) break;
    if (scope.parties && !scope.parties->contains((*select)->Text(2))) continue;
    Match match{(*select)->Text(0), model::NameKind::kClaim, -(*select)->Real(3)};
    const int64_t bit = (*select)->Number(1);
    for (const model::NameKind kind : scope.kinds) {
      if (BitOf(kind) == bit) match.kind = kind;
    }
    const absl::StatusOr<bool> more = visit(match);
    if (!more.ok() || !*more) {
      (*select)->Reset();
      return more.status();
    }
  }
  (*select)->Reset();
  return absl::OkStatus();
}

}  // namespace gainsay::search
