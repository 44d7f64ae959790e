#ifndef GAINSAY_SERVICE_ENGINE_WORDINGS_H_
#define GAINSAY_SERVICE_ENGINE_WORDINGS_H_

#include <cstdint>
#include <deque>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "service/engine/answers.h"
#include "service/engine/comparison.h"

namespace gainsay::engine {

// What claims state, letter by letter: most say what another has said already, so that a set is made of few
// values only. Owns what is stated.
class Wordings {
 public:
  struct Wording {
    uint32_t number = 0;
    uint32_t answer = Answers::kNone;  // the set it leaves open; of no value, or an unknown, none
    Stated stated;
  };

  // Returns what a claim states, its set added to `answers`.
  const Wording& Of(const model::Claim& claim, Answers& answers);

 private:
  std::string letters_;  // of the claim asked about, kept to be filled again
  std::deque<Wording> wordings_;
  absl::flat_hash_map<std::string, const Wording*> by_letters_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_WORDINGS_H_
