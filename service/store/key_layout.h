#ifndef GAINSAY_SERVICE_STORE_KEY_LAYOUT_H_
#define GAINSAY_SERVICE_STORE_KEY_LAYOUT_H_

#include <cstdint>

namespace gainsay::store {

// The numbers within keys; private to the key codec (keys.cc, parse_key.cc).

// What lies under a workspace. Never renumber.
enum class Tag : uint8_t {
  kEntity = 1,
  kSource = 2,
  kTopic = 3,
  kQuestion = 4,
  kWithdrawalName = 5,
  kClaimByParty = 16,
  kClaimBySource = 17,
  kNarrower = 18,
  kSideMember = 19,
  kCitedBy = 20,
  kPartOf = 21,
  kSourceByPublisher = 22,
  kClaimByValue = 23,
  kRequest = 24
};

// What lies with a source, and with a question. Never renumber.
enum class SourcePart : uint8_t { kItself = 0, kWithdrawal = 1 };
enum class QuestionPart : uint8_t { kItself = 0, kClaim = 1, kSilence = 2, kRelation = 3, kWithdrawal = 4 };

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_KEY_LAYOUT_H_
