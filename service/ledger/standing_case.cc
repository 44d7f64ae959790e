#include "service/ledger/standing_case.h"

#include "service/engine/case_file.h"

namespace gainsay::ledger {
namespace {

// Answers kept of one case: askers are few, and ask alike.
constexpr size_t kMostAnswers = 16;

// What records take in memory besides their texts, with what is prepared of them.
constexpr size_t kBytesOfClaim = 2'500;
constexpr size_t kBytesOfSource = 900;
constexpr size_t kBytesOfEntity = 700;
constexpr size_t kBytesOfCase = 2'000;

size_t BytesOf(const engine::QuestionFile& question) {
  size_t bytes =
      kBytesOfSource * (question.silences.size() + question.relations.size() + question.withdrawals.size());
  for (const auto& claim : question.claims) {
    bytes += kBytesOfClaim + claim.record.text.size();
    for (const model::Appearance& appearance : claim.record.appearances) bytes += appearance.quote.size();
  }
  return bytes;
}

size_t BytesOf(const engine::CaseFile& file) {
  size_t bytes = kBytesOfCase + BytesOf(file.question) + kBytesOfSource * file.sources.size() +
                 kBytesOfEntity * file.entities.size();
  for (const engine::QuestionFile& part : file.parts) bytes += BytesOf(part);
  return bytes;
}

}  // namespace

AnswersKept::~AnswersKept() {
  if (sum_ != nullptr) *sum_ -= bytes_;
}

void AnswersKept::Keep(std::string asked, std::any answer, size_t bytes) {
  const absl::MutexLock lock(&mutex_);
  if (answers_.contains(asked)) return;
  const size_t before = bytes_;
  if (answers_.size() >= kMostAnswers) {
    answers_.clear();
    bytes_ = 0;
  }
  bytes_ += bytes + asked.size();
  if (sum_ != nullptr) *sum_ += bytes_ - before;
  answers_.emplace(std::move(asked), std::move(answer));
}

void AnswersKept::CountIn(Sum sum) {
  const absl::MutexLock lock(&mutex_);
  sum_ = std::move(sum);
  *sum_ += bytes_;
}

absl::StatusOr<std::shared_ptr<const StandingCase>> StandingCase::Read(
    CaseReader& reader, const std::string& question, const std::vector<std::string>& parties,
    const std::vector<std::string>& answers) {
  absl::StatusOr<engine::CaseFile> file = reader.Read(question, parties, answers);
  if (!file.ok()) return file.status();
  return std::shared_ptr<const StandingCase>(new StandingCase(*std::move(file), reader));
}

StandingCase::StandingCase(engine::CaseFile file, const CaseReader& reader)
    : prepared_(std::make_shared<const engine::PreparedCase>(std::move(file))),
      last_change_(reader.last_change()) {
  scopes_.reserve(reader.scopes().size());
  for (const std::string& scope : reader.scopes()) scopes_.push_back(absl::Hash<std::string_view>()(scope));
  bytes_ = BytesOf(prepared_->file()) + scopes_.size() * 64;
}

}  // namespace gainsay::ledger
