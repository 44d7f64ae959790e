#include "service/search/database.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace gainsay::search {
namespace {

// Readers wait so long, in milliseconds, where a checkpoint of the write-ahead log keeps them.
constexpr int kBusyTimeout = 5'000;
// Of SQLite's virtual machine: some dozens of matches.
constexpr int kInstructionsPerAsking = 1'000;

absl::Status StatusOf(sqlite3* database) {
  const std::string message = absl::StrCat("search index: ", sqlite3_errmsg(database));
  switch (sqlite3_errcode(database) & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return absl::InternalError(message);
    case SQLITE_ERROR:
      return absl::FailedPreconditionError(message);
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(message);
    default:
      return absl::UnavailableError(message);
  }
}

}  // namespace

void Statement::Reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

void Statement::Bind(int parameter, int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
}

void Statement::Bind(int parameter, std::string_view text) {
  sqlite3_bind_text(statement_.get(), parameter, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
}

absl::StatusOr<bool> Statement::Step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return StatusOf(sqlite3_db_handle(statement_.get()));
  }
}

std::string Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) return "";
  return {text, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

absl::StatusOr<Database> Database::Open(const std::string& path, Use use) {
  const int flags = use == Use::kRead ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (opened == nullptr) return absl::ResourceExhaustedError("search index: out of memory");
  Database database(opened);
  if (code != SQLITE_OK) return StatusOf(opened);
  sqlite3_busy_timeout(opened, kBusyTimeout);
  return database;
}

absl::Status Database::Run(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : StatusOf(database_.get());
}

absl::StatusOr<Statement*> Database::Prepare(const std::string& sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) {
    known->second.Reset();
    return &known->second;
  }
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
  if (code != SQLITE_OK) return StatusOf(database_.get());
  return &statements_.emplace(sql, Statement(prepared)).first->second;
}

Interruptible::Interruptible(Database& database, ledger::GoOn go_on)
    : database_(database.database_.get()), go_on_(go_on) {
  sqlite3_progress_handler(database_, kInstructionsPerAsking, Ask, this);
}

Interruptible::~Interruptible() { sqlite3_progress_handler(database_, 0, nullptr, nullptr); }

int Interruptible::Ask(void* self) {
  auto& interruptible = *static_cast<Interruptible*>(self);
  interruptible.asked_ = interruptible.go_on_();
  return interruptible.asked_.ok() ? 0 : 1;
}

void RemoveDatabase(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix, ignored);
}

}  // namespace gainsay::search
