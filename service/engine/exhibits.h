#ifndef GAINSAY_SERVICE_ENGINE_EXHIBITS_H_
#define GAINSAY_SERVICE_ENGINE_EXHIBITS_H_

#include <forward_list>
#include <string_view>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/independence.h"
#include "service/engine/text_arena.h"

namespace gainsay::engine {

// A statement as it is shown, and where it comes from.
struct Exhibit {
  ShownClaim shown;
  std::string_view text;  // of its first claim
  Origins origins;
};

// How each claim of a docket is shown as a statement of its own, all its documents standing: made once, and
// shared by all comparisons that show it. Points into the docket, the roster and the arena, which keeps
// texts.
class Exhibits {
 public:
  Exhibits(const Docket& docket, const Roster& roster, const Citations& citations, TextArena& arena);

  const Exhibit& Of(const Entry& entry) const {
    return exhibits_[static_cast<size_t>(&entry - docket_.entries().data())];
  }
  // Returns an exhibit for each statement: of one that is not whole a new one, added to `own`.
  std::vector<const Exhibit*> Of(const std::vector<Statement>& statements,
                                 std::forward_list<Exhibit>& own) const;

 private:
  void NoteDocuments(uint32_t side, absl::Span<const Entry::Seen> seen, Exhibit& exhibit) const;

  const Docket& docket_;
  const Roster& roster_;
  const Citations& citations_;
  std::vector<Exhibit> exhibits_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_EXHIBITS_H_
