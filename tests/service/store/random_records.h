#ifndef GAINSAY_TESTS_SERVICE_STORE_RANDOM_RECORDS_H_
#define GAINSAY_TESTS_SERVICE_STORE_RANDOM_RECORDS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "service/model/records.h"

namespace gainsay::store {

// Makes records of every kind with every field now set, now not.
class RandomRecords {
 public:
  explicit RandomRecords(uint64_t seed) : random_(seed) {}

  model::Record Next();
  uint64_t Number(uint64_t below) { return random_() % below; }

 private:
  bool Coin() { return Number(2) == 1; }
  std::string Id();
  std::string Text();
  std::string MaybeName(const std::string& collection) { return Coin() ? collection + "/" + Id() : ""; }
  model::Decimal Amount();
  model::Edtf Time();
  template <class T>
  std::optional<T> Maybe(T value) {
    return Coin() ? std::optional<T>(std::move(value)) : std::nullopt;
  }
  template <class Enum>
  Enum Any(Enum first, Enum last) {
    return Enum{static_cast<int>(first) +
                static_cast<int>(Number(static_cast<int>(last) - static_cast<int>(first) + 1))};
  }
  std::vector<std::string> Names(const std::string& collection);
  std::map<std::string, std::string> Map();
  std::vector<model::Appearance> Appearances();
  model::Value Value();

  model::Entity Entity();
  model::Source Source();
  model::Topic Topic();
  model::Question Question();
  model::Claim Claim();
  model::Silence Silence();
  model::Relation Relation();
  model::Withdrawal Withdrawal();

  std::mt19937_64 random_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_TESTS_SERVICE_STORE_RANDOM_RECORDS_H_
