#include "service/ledger/cases.h"

#include <optional>
#include <utility>

#include "service/ledger/case_cache.h"

namespace gainsay::ledger {
namespace {

constexpr size_t kMostOwnBytes = size_t{32} << 20;
// Entities and sources that the reader keeps for the next question: some 30 MB.
constexpr size_t kMostKeptByReader = 30'000;

}  // namespace

absl::StatusOr<std::shared_ptr<const StandingCase>> Cases::Get(const std::string& question,
                                                               const std::vector<std::string>& parties,
                                                               const std::string& answer) {
  const CaseQuery query{workspace_, question, parties, answer};
  if (ledger_.cases != nullptr) {
    const auto found = ledger_.cases->Find(query, snapshot_.revision());
    if (!found.ok()) return found.status();
    if (*found) return (*found)->standing;
  }
  std::string key = KeyOf(query);
  if (const auto known = own_.find(key); known != own_.end()) return known->second;
  std::vector<std::string> answers;
  if (!answer.empty()) answers.push_back(answer);
  if (reader_.kept() > kMostKeptByReader) reader_.Forget();
  auto standing = StandingCase::Read(reader_, question, parties, answers);
  if (!standing.ok()) return standing.status();
  bool kept = false;
  if (ledger_.cases != nullptr) {
    const absl::StatusOr<bool> taken = ledger_.cases->Keep(query, *standing, snapshot_.revision());
    if (!taken.ok()) return taken.status();
    kept = *taken;
  }
  if (kept) return standing;
  if (own_bytes_ + (*standing)->bytes() > kMostOwnBytes) {
    own_.clear();
    own_bytes_ = 0;
  }
  own_bytes_ += (*standing)->bytes();
  own_.emplace(std::move(key), *standing);
  return standing;
}

}  // namespace gainsay::ledger
