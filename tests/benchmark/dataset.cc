#include "tests/benchmark/dataset.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/draws.h"
#include "tests/benchmark/question_records.h"
#include "tests/benchmark/wording.h"

namespace gainsay::benchmark {
namespace {

constexpr int kFewestClaims = 10;
constexpr int kMostClaims = 50;
constexpr int kSizes = kMostClaims - kFewestClaims + 1;

// Draws up to where a question has the fewest claims, one more, and so on: Zipf's law with exponent 1.
std::array<uint64_t, kSizes> SizeBounds() {
  constexpr uint64_t kUnit = uint64_t{1} << 40;
  std::array<uint64_t, kSizes> bounds;
  uint64_t sum = 0;
  for (int rank = 1; rank <= kSizes; ++rank) bounds[rank - 1] = sum += kUnit / rank;
  return bounds;
}

uint8_t SizeOf(uint64_t seed, int64_t question) {
  static const std::array<uint64_t, kSizes> bounds = SizeBounds();
  const uint64_t draw = Draws(seed, Subject::kSize, question).Next() % bounds.back();
  const auto found = std::upper_bound(bounds.begin(), bounds.end(), draw);
  return static_cast<uint8_t>(kFewestClaims + (found - bounds.begin()));
}

model::Topic TopicOf(uint64_t seed, int64_t number) {
  Draws draws(seed, Subject::kTopic, number);
  model::Topic topic{.name = absl::StrCat("topics/t", number), .title = Sentence(draws, 6)};
  topic.time = Day(FirstDayOf(seed, number));
  const Desk desk(seed, number / kTopicsPerDesk);
  for (const int party : PartiesOf(seed, number)) topic.participants.push_back(desk.PartyName(party));
  return topic;
}

}  // namespace

Dataset::Dataset(const DatasetOptions& options) : seed_(options.seed) {
  while (claims_ < options.claims) {
    sizes_.push_back(SizeOf(seed_, questions()));
    claims_ += sizes_.back();
  }
}

int64_t Dataset::questions() const { return static_cast<int64_t>(sizes_.size()); }
int64_t Dataset::claims() const { return claims_; }
int64_t Dataset::topics() const { return (questions() + kQuestionsPerTopic - 1) / kQuestionsPerTopic; }

std::string Dataset::QuestionName(int64_t index) const {
  return absl::StrCat("topics/t", index / kQuestionsPerTopic, "/questions/q", index % kQuestionsPerTopic);
}

int Dataset::ClaimsOf(int64_t index) const { return sizes_[index]; }

std::vector<int64_t> Dataset::QuestionsOf(int claims) const {
  std::vector<int64_t> found;
  for (int64_t index = 0; index < questions(); ++index) {
    if (sizes_[index] == claims) found.push_back(index);
  }
  return found;
}

engine::CaseFile Dataset::CaseOf(int64_t index) const {
  const QuestionRecords records(seed_, index, ClaimsOf(index));
  std::vector<model::Claim> claims;
  for (int n = 0; n < ClaimsOf(index); ++n) claims.push_back(records.Claim(n));
  engine::CaseFile file;
  records.AddRespondents(file.entities);
  records.AddAnswers(claims, file.entities);
  for (int n = 0; n < ClaimsOf(index); ++n) records.AddParty(n, file.entities);
  for (const int n : records.SourcesReached(claims)) {
    records.AddPublisher(n, file.entities);
    model::Source source = records.Source(n);
    file.sources[source.name] = std::move(source);
  }
  file.question.question = records.question();
  std::sort(claims.begin(), claims.end(),
            [](const model::Claim& a, const model::Claim& b) { return a.name < b.name; });
  int64_t revision = 0;
  for (model::Claim& claim : claims) {
    ++revision;
    file.question.claims.push_back(
        {std::move(claim), revision, absl::FromUnixSeconds(1'780'000'000 + revision)});
  }
  return file;
}

void Dataset::ForEach(absl::FunctionRef<void(const model::Record& record)> visit) const {
  ForEachFrom(0, visit);
}

void Dataset::ForEachFrom(int64_t first, absl::FunctionRef<void(const model::Record& record)> visit) const {
  const int64_t first_topic = first / kQuestionsPerTopic;
  for (int n = 0; n < kAgencies; ++n) visit(Desk::Agency(n));
  for (int64_t desk = first_topic / kTopicsPerDesk; desk * kTopicsPerDesk < topics(); ++desk) {
    Desk(seed_, desk).ForEach(visit);
  }
  for (int64_t topic = first_topic; topic < topics(); ++topic) {
    visit(TopicOf(seed_, topic));
    const int64_t end = std::min(questions(), (topic + 1) * kQuestionsPerTopic);
    for (int64_t index = std::max(first, topic * kQuestionsPerTopic); index < end; ++index) {
      ForEachOfQuestion(index, visit);
    }
  }
}

void Dataset::ForEachOfQuestion(int64_t index,
                                absl::FunctionRef<void(const model::Record& record)> visit) const {
  const QuestionRecords records(seed_, index, ClaimsOf(index));
  visit(records.question());
  for (int n = 0; n < records.sources(); ++n) visit(records.Source(n));
  for (int n = 0; n < ClaimsOf(index); ++n) visit(records.Claim(n));
}

model::Claim Dataset::NewClaim(int64_t index, int64_t number) const {
  return QuestionRecords(seed_, index, ClaimsOf(index)).NewClaim(number);
}

}  // namespace gainsay::benchmark
