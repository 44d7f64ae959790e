#include "service/ledger/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace gainsay::ledger {

void RunInBackground() {
  constexpr int kNice = 10;
  static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice));
}

}  // namespace gainsay::ledger
