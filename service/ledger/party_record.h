#ifndef GAINSAY_SERVICE_LEDGER_PARTY_RECORD_H_
#define GAINSAY_SERVICE_LEDGER_PARTY_RECORD_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "service/ledger/comparing.h"
#include "service/ledger/go_on.h"
#include "service/ledger/ledger.h"

namespace gainsay::ledger {

// A claim and how it has fared.
struct PartyClaim {
  std::string claim;
  std::string party;
  engine::Outcome outcome = engine::Outcome::kUnanswered;
  engine::Stated stated;
  model::SpeechAct speech_act = model::SpeechAct::kAssertion;
  std::string said_time;  // EDTF, from the earliest publication if the claim has none; empty: undated
  std::string title;      // of the question
};

// How the claims of a party's side have fared.
struct PartyRecord {
  std::vector<PartyClaim> claims;  // by outcome, then name
  engine::Policy policy;           // as applied
  store::Revision revision = 0;    // read at
};

// Returns how the claims of `party`, and of those who spoke for it or were owned by it when they made them,
// have fared: all of `topic`, or of every topic if that is empty. Claims that are voided, or were not said by
// then, are left out. Where the policy compares some parties only, this one is among them. Compares each
// question once, and asks `go_on` before each. NOT_FOUND: the party, the topic, or a party of the policy, is
// not on file at that revision. OUT_OF_RANGE: the revision has not been made. DATA_LOSS: what is on file does
// not parse.
absl::StatusOr<PartyRecord> GetPartyRecord(const Ledger& ledger, std::string_view workspace,
                                           const std::string& party, const std::string& topic,
                                           const CompareOptions& options, GoOn go_on);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_PARTY_RECORD_H_
