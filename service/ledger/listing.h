#ifndef GAINSAY_SERVICE_LEDGER_LISTING_H_
#define GAINSAY_SERVICE_LEDGER_LISTING_H_

#include <functional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"

namespace gainsay::ledger {

// So many records are looked at for one page, however few of them are listed: some tens of milliseconds'
// work.
inline constexpr int kMaxLookedAt = 10'000;

// Which records are to be listed.
template <class T>
struct Selection {
  // Whether a record is, or an error, which ends the listing. Null: every record is.
  std::function<absl::StatusOr<bool>(const Recorded<T>& found)> selects = {};
  // How many records are looked at for one page: fewer where it takes long to tell.
  int max_looked_at = kMaxLookedAt;
  // Whether a record must not be known to exist, or an error: no page begins after it. Null: none must not.
  std::function<absl::StatusOr<bool>(const Recorded<T>& found)> hides = {};
};

// Makes one page of the records that it is given by name.
template <class T>
class ListingBuilder {
 public:
  // Owns none of these.
  ListingBuilder(const Page& page, store::Revision revision, const Selection<T>& selection)
      : page_(page), selection_(selection) {
    listing_.revision = revision;
  }

  // Lists a record if it is selected. Returns whether the page may take another. Returns the selection's
  // errors.
  absl::StatusOr<bool> Add(Recorded<T> found) {
    if (selection_.hides) {
      const absl::StatusOr<bool> hidden = selection_.hides(found);
      if (!hidden.ok()) return hidden;
      if (*hidden) return true;
    }
    if (looked_at_++ == selection_.max_looked_at) return End();
    const absl::StatusOr<bool> selected = selection_.selects ? selection_.selects(found) : true;
    if (!selected.ok()) return selected;
    if (*selected && static_cast<int>(listing_.items.size()) == page_.size) return End();
    last_ = found.record.name;
    if (*selected) listing_.items.push_back(std::move(found));
    return true;
  }

  Listing<T> Finish() && { return std::move(listing_); }

 private:
  bool End() {
    listing_.next_after = last_;
    return false;
  }

  const Page& page_;
  const Selection<T>& selection_;
  Listing<T> listing_;
  std::string last_;  // looked at and settled
  int looked_at_ = 0;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_LISTING_H_
