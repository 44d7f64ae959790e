#ifndef GAINSAY_SERVICE_LEDGER_BACKGROUND_H_
#define GAINSAY_SERVICE_LEDGER_BACKGROUND_H_

namespace gainsay::ledger {

// Makes the calling thread give way, from now on, to those that answer calls: no one waits for each step of
// what it does. It runs as before where the system refuses that.
void RunInBackground();

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_BACKGROUND_H_
