#ifndef GAINSAY_SERVICE_RPC_COMPARE_QUESTION_H_
#define GAINSAY_SERVICE_RPC_COMPARE_QUESTION_H_

#include "service/ledger/ledger.h"
#include "service/rpc/unary_call.h"

namespace gainsay::rpc {

// Serves CompareQuestion, the call that is made most: on the thread on which it arrives if its question's
// case is held and small, and then with the answer given before if nothing has been written since that the
// case reads; else on a thread of its own. The ledger must outlive the call.
void ServeCompareQuestion(const ledger::Ledger& ledger, UnaryCall& call);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARE_QUESTION_H_
