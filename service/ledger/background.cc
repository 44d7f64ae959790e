#include "service/ledger/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace gainsay::ledger {

void RunInBackground(Background gives_way) {
  const int nice = gives_way == Background::kToAll ? 19 : 10;
  static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice));
}

}  // namespace gainsay::ledger
