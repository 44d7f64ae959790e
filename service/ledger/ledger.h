#ifndef GAINSAY_SERVICE_LEDGER_LEDGER_H_
#define GAINSAY_SERVICE_LEDGER_LEDGER_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/model/records.h"
#include "service/store/store.h"

namespace gainsay::ledger {

class CaseCache;

// What every use case works on. Does not own what it refers to, which must outlive it. Thread-safe.
struct Ledger {
  store::Store& store;
  // The only clock below the server.
  std::function<absl::Time()> now;
  // What was read of the store, kept for the next to ask; null: nothing is.
  CaseCache* cases = nullptr;
};

// A record as it is on file.
template <class T>
struct Recorded {
  T record;
  store::Revision revision = 0;  // that wrote this version
  absl::Time record_time;        // of that revision
};

// A record read, and the revision of the snapshot it was read at.
template <class T>
struct ReadOne {
  Recorded<T> item;
  store::Revision revision = 0;
};

// A page of records by name.
template <class T>
struct Listing {
  std::vector<Recorded<T>> items;
  // Name of the last item if more follow, else empty: give it as `after` for the next page.
  std::string next_after;
  store::Revision revision = 0;
};

// Which page of a listing.
struct Page {
  int size = 100;
  std::string after;             // empty: the first
  store::Revision revision = 0;  // to read at; 0: the latest
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_LEDGER_H_
