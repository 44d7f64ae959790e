#ifndef GAINSAY_SERVICE_LEDGER_IMPORT_WINDOW_H_
#define GAINSAY_SERVICE_LEDGER_IMPORT_WINDOW_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "service/ledger/overlay.h"
#include "service/ledger/references.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// The records of an import that are not decided yet. Each waits for the names it refers to that are not
// on file, and for the record of its own name that came before it, so that the last of them wins. Put, Keep
// and Refuse take time by what a record refers to and who waits for it, however many wait. Not thread-safe.
class ImportWindow {
 public:
  // Counts records from 0, in the order in which they came.
  using Position = int64_t;

  struct Pending {
    int64_t line = 0;
    SharedRecord record;
    std::vector<Reference> missing;  // each name once; some may be on file by now
    int waits_for = 0;
  };

  // Takes a record that refers to `missing`, which are not on file (itself not among them).
  void Put(int64_t line, SharedRecord record, std::vector<Reference> missing);

  // Takes note of records that were refused before they came here.
  void Skip(int64_t records) { next_ += records; }

  // Returns the first record that waits for nothing, which the caller then decides; nothing if all wait.
  std::optional<Position> NextReady() const;

  bool Has(Position position) const { return pending_.contains(position); }
  const Pending& at(Position position) const { return pending_.at(position); }
  int64_t size() const { return static_cast<int64_t>(pending_.size()); }
  Position next() const { return next_; }

  // Decides a record: it is on file now, and whoever waits for it goes on; or it is refused, and another
  // of its name may still come.
  void Keep(Position position);
  void Refuse(Position position);

  // Takes note that a name is on file, which no record here has declared.
  void Made(const std::string& name);

  // Whether a record still waits for this name.
  bool IsMissing(const std::string& name) const { return waiters_.contains(name); }

  // Returns the records that wait for a name, in order.
  std::vector<Position> WaitingFor(const std::string& name) const;

  // The record that declares a name next; nothing if none here does.
  std::optional<Position> Declaring(const std::string& name) const;

  // The line of a record of this name that was refused; nothing if none was, or long ago.
  std::optional<int64_t> RefusedLine(const std::string& name) const;

  // Returns the sets of records that wait for one another in a circle, those that others wait for first.
  // Linear in the records that wait.
  std::vector<std::vector<Position>> Circles() const;

  // Whether these records wait for nothing but one another.
  bool IsClosed(const std::vector<Position>& positions) const;

  // Returns the records that came at or before a position, in order.
  std::vector<Position> UpTo(Position position) const;

  // Forgets the names refused before a position that nobody waits for.
  void ForgetRefused(Position before);

 private:
  struct Refused {
    int64_t line = 0;
    Position position = 0;
  };

  void Release(Position position);
  // Takes a record out, and lets the next of its name go on.
  void Remove(Position position);

  Position next_ = 0;
  std::map<Position, Pending> pending_;
  std::set<Position> ready_;
  std::unordered_map<std::string, std::set<Position>> declaring_;  // by name, in order
  std::unordered_map<std::string, std::set<Position>> waiters_;    // by the name they wait for
  std::unordered_map<std::string, Refused> refused_;               // by name
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_IMPORT_WINDOW_H_
