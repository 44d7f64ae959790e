#ifndef GAINSAY_TESTS_BENCHMARK_QUESTION_RECORDS_H_
#define GAINSAY_TESTS_BENCHMARK_QUESTION_RECORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "service/model/records.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/draws.h"

namespace gainsay::benchmark {

// The names of the parties that speak on a topic.
std::vector<int> PartiesOf(uint64_t seed, int64_t topic);

// The day of 2015 on which a topic begins, counted from its first.
int FirstDayOf(uint64_t seed, int64_t topic);

// The records of one question, each made when asked for.
class QuestionRecords {
 public:
  // `claims`: how many it has.
  QuestionRecords(uint64_t seed, int64_t index, int claims);

  const model::Question& question() const { return question_; }
  const Desk& desk() const { return desk_; }
  int sources() const { return sources_; }

  // `n` is from 0 to sources(); it cites smaller ones only.
  model::Source Source(int n) const;
  // `n` is from 0 to the number of claims.
  model::Claim Claim(int n) const;
  // A claim that is none of those, without a name.
  model::Claim NewClaim(int64_t number) const;

  // The sources in which claims appear, and those that they cite, again and again.
  std::vector<int> SourcesReached(const std::vector<model::Claim>& claims) const;

  // Adds who published a source, with those behind it.
  void AddPublisher(int source, Entities& entities) const;
  // Adds who made a claim, with those behind him.
  void AddParty(int claim, Entities& entities) const;
  void AddRespondents(Entities& entities) const;
  // Adds what claims give as answers, with what is broader; and with what is narrower where there are
  // several.
  void AddAnswers(const std::vector<model::Claim>& claims, Entities& entities) const;

 private:
  enum class PublisherKind { kAgency, kOutlet, kParty };
  struct Publisher {
    PublisherKind kind;
    int number;
  };

  std::string SourceName(int n) const;
  Publisher PublisherOf(int source) const;
  std::string PublisherName(const Publisher& publisher) const;
  std::vector<model::Citation> Cites(int source, Draws& draws) const;
  std::vector<model::Appearance> Appearances(int first, Draws& draws) const;
  int PartyOf(int claim) const;
  // Fills in what a party says, in the order of claims.
  void State(int order, Draws& draws, model::Claim& claim) const;
  void StateAmount(int answer, Draws& draws, model::Claim& claim) const;

  uint64_t seed_;
  int64_t index_;
  Desk desk_;
  std::vector<int> parties_;
  int first_day_;
  int sources_;
  int answers_ = 1;       // different ones
  int amount_ = 0;        // the first answer's
  int first_answer_ = 0;  // the first entity's number
  model::Question question_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_QUESTION_RECORDS_H_
