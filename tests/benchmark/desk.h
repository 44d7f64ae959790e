#ifndef GAINSAY_TESTS_BENCHMARK_DESK_H_
#define GAINSAY_TESTS_BENCHMARK_DESK_H_

#include <cstdint>
#include <string>
#include <unordered_map>

#include "absl/functional/function_ref.h"
#include "service/model/records.h"

namespace gainsay::benchmark {

inline constexpr int kQuestionsPerTopic = 10;
// So that there are more parties where there are more topics, as in life.
inline constexpr int kTopicsPerDesk = 50;
inline constexpr int kParties = 200;
inline constexpr int kOutlets = 40;
inline constexpr int kAnswers = 40;
inline constexpr int kAgencies = 8;

using Entities = std::unordered_map<std::string, model::Entity>;

// A part of the world that a desk of the newsroom covers: its parties (governments, bodies, armed groups,
// persons, nobodies), its outlets, and the entities that answer its questions. Beside it, `agency(n)` are the
// news agencies of all desks.
class Desk {
 public:
  Desk(uint64_t seed, int64_t number) : seed_(seed), number_(number) {}

  model::Entity Party(int n) const;
  model::Entity Outlet(int n) const;
  model::Entity Answer(int n) const;
  static model::Entity Agency(int n);

  std::string PartyName(int n) const;
  std::string OutletName(int n) const;
  std::string AnswerName(int n) const;
  static std::string AgencyName(int n);

  // Adds a party or outlet with those for whom it speaks or by whom it is owned; an answer with what is
  // broader, and with what is narrower if wanted.
  void AddParty(int n, Entities& entities) const;
  void AddOutlet(int n, Entities& entities) const;
  void AddAnswer(int n, bool narrower, Entities& entities) const;

  // Calls `visit` for every entity but the agencies, referred to before referring.
  void ForEach(absl::FunctionRef<void(const model::Record& record)> visit) const;

 private:
  // The number of the party that one speaks for, that an outlet is owned by; -1 if none.
  int Speaker(int party) const;
  int Owner(int outlet) const;

  uint64_t seed_;
  int64_t number_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_DESK_H_
