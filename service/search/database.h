#ifndef GAINSAY_SERVICE_SEARCH_DATABASE_H_
#define GAINSAY_SERVICE_SEARCH_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/go_on.h"

namespace gainsay::search {

// Errors of all that follows: INTERNAL: the file is damaged, or is no database. FAILED_PRECONDITION: its
// tables are not those of the statement. RESOURCE_EXHAUSTED: the disk is full. UNAVAILABLE: it cannot be read
// or written.

// A statement of SQL. Parameters count from 1, columns from 0. Must not outlive its database.
class Statement {
 public:
  // For another run, without its parameters.
  void Reset();

  void Bind(int parameter, int64_t number);
  void Bind(int parameter, std::string_view text);  // copied

  // Goes to the next row; false if there is none.
  absl::StatusOr<bool> Step();

  int64_t Number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double Real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  std::string Text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A connection to a file of SQLite's. Used by one thread at a time.
class Database {
 public:
  enum class Use { kReadWrite, kRead };

  // Opens a file; to write, it is made if it is not there.
  static absl::StatusOr<Database> Open(const std::string& path, Use use);

  // Runs statements that take no parameters, leaving out what they return.
  absl::Status Run(const std::string& sql);

  // Returns a statement, reset; the same one each time the same text is asked for.
  absl::StatusOr<Statement*> Prepare(const std::string& sql);

 private:
  friend class Interruptible;
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit Database(sqlite3* database) : database_(database) {}

  std::unique_ptr<sqlite3, Close> database_;
  std::map<std::string, Statement> statements_;
};

// As long as it exists, what the database does ends with an error once `go_on` returns one. At most one at a
// time; must outlive neither.
class Interruptible {
 public:
  Interruptible(Database& database, ledger::GoOn go_on);
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  ~Interruptible();

  // Returns the error of `go_on` if there was one, or else `error`.
  absl::Status Explain(const absl::Status& error) const { return asked_.ok() ? error : asked_; }

 private:
  static int Ask(void* self);

  sqlite3* const database_;
  const ledger::GoOn go_on_;
  absl::Status asked_;
};

// Removes a database's files.
void RemoveDatabase(const std::string& path);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_DATABASE_H_
