#include "tests/support/shuffle.h"

#include <algorithm>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay::testing {
namespace {

void ShuffleRecords(engine::QuestionFile* question, std::mt19937* random) {
  std::shuffle(question->claims.begin(), question->claims.end(), *random);
  std::shuffle(question->silences.begin(), question->silences.end(), *random);
  std::shuffle(question->relations.begin(), question->relations.end(), *random);
  std::shuffle(question->withdrawals.begin(), question->withdrawals.end(), *random);
}

// The order in which a hash map is walked depends on that in which it was filled.
template <class T>
std::unordered_map<std::string, T> Refilled(const std::unordered_map<std::string, T>& map,
                                            std::mt19937* random) {
  std::vector<std::pair<std::string, T>> entries(map.begin(), map.end());
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::shuffle(entries.begin(), entries.end(), *random);
  return {entries.begin(), entries.end()};
}

}  // namespace

engine::CaseFile Shuffled(engine::CaseFile file, uint32_t seed) {
  std::mt19937 random(seed);
  ShuffleRecords(&file.question, &random);
  std::shuffle(file.parts.begin(), file.parts.end(), random);
  for (engine::QuestionFile& part : file.parts) ShuffleRecords(&part, &random);
  std::shuffle(file.source_withdrawals.begin(), file.source_withdrawals.end(), random);
  file.entities = Refilled(file.entities, &random);
  file.sources = Refilled(file.sources, &random);
  return file;
}

}  // namespace gainsay::testing
