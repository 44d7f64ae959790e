#ifndef GAINSAY_SERVICE_LEDGER_BACKGROUND_H_
#define GAINSAY_SERVICE_LEDGER_BACKGROUND_H_

namespace gainsay::ledger {

// To whom a thread gives way: to those that answer calls, or to every other.
enum class Background { kToCalls, kToAll };

// Makes the calling thread give way from now on: no one waits for each step of what it does. It runs as
// before where the system refuses that.
void RunInBackground(Background gives_way);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_BACKGROUND_H_
