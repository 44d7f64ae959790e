#include "service/engine/units.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace gainsay::engine {
namespace {

using model::Rational;

Rational Converted(const std::string& amount, const std::string& from, const std::string& to) {
  return Convert(model::Decimal::Parse(amount)->value(), LookUpUnit(from), LookUpUnit(to));
}

TEST(UnitsTest, UnitsOfOneDimensionShareItsName) {
  EXPECT_EQ(LookUpUnit("km").dimension, LookUpUnit("mile").dimension);
  EXPECT_EQ(LookUpUnit("km/h").dimension, LookUpUnit("m s-1").dimension);
  EXPECT_EQ(LookUpUnit("degC").dimension, LookUpUnit("K").dimension);
  EXPECT_EQ(LookUpUnit("").dimension, LookUpUnit("1").dimension);
  EXPECT_NE(LookUpUnit("km").dimension, LookUpUnit("kg").dimension);
}

TEST(UnitsTest, AUnitThatTheLibraryDoesNotKnowIsADimensionOfItsOwn) {
  EXPECT_EQ(LookUpUnit("persons").dimension, "<persons>");
  EXPECT_NE(LookUpUnit("persons").dimension, LookUpUnit("houses").dimension);
}

TEST(UnitsTest, CurrencyCodesAreDimensionsOfTheirOwn) {
  // Among them letters that UDUNITS-2 would read as units with a prefix.
  for (const char* code : {"USD", "EUR", "PAB", "CDF", "CUP", "MAD", "PKR", "TJS"}) {
    EXPECT_EQ(LookUpUnit(code).dimension, std::string("<") + code + ">");
  }
}

TEST(UnitsTest, LogarithmicAndCalendarUnitsConvertToNothing) {
  EXPECT_EQ(LookUpUnit("lg(re 1 mW)").dimension, "<lg(re 1 mW)>");
  EXPECT_EQ(LookUpUnit("days since 2000-01-01").dimension, "<days since 2000-01-01>");
}

TEST(UnitsTest, WhiteSpaceAroundAUnitMeansNothing) {
  EXPECT_EQ(LookUpUnit(" km ").dimension, LookUpUnit("km").dimension);
}

TEST(UnitsTest, APercentageIsAPureNumber) {
  EXPECT_EQ(LookUpUnit("percent").dimension, LookUpUnit("").dimension);
  EXPECT_EQ(Converted("50", "percent", ""), Rational(1) / 2);
}

TEST(UnitsTest, FiniteFactorsConvertExactly) {
  EXPECT_EQ(Converted("1", "mile", "m"), Rational(1609344) / 1000);
  EXPECT_EQ(Converted("0.1", "km", "m"), Rational(100));
  EXPECT_EQ(Converted("1e-30", "km", "m") * Rational("1000000000000000000000000000"), Rational(1));
  EXPECT_EQ(Converted("1", "lb", "kg"), Rational(45359237) / 100000000);
}

TEST(UnitsTest, RepeatingFactorsConvertToTwelveDigits) {
  EXPECT_EQ(Converted("36", "km/h", "m/s"), Rational(10));
  EXPECT_EQ(Converted("1", "km/h", "m/s"), Rational("277777777778") / Rational("1000000000000"));
}

TEST(UnitsTest, ZerosThatDifferAreTakenIntoAccount) {
  EXPECT_EQ(Converted("0", "degC", "K"), Rational(27315) / 100);
  EXPECT_EQ(Converted("212", "degF", "degC"), Rational(100));
  EXPECT_EQ(Converted("32", "degF", "degC"), Rational(0));
  EXPECT_EQ(Converted("0", "degC", "degF"), Rational(32));
}

TEST(UnitsTest, ThereAndBackIsTheSame) {
  for (const char* unit : {"km", "mile", "ft", "inch", "acre", "lb", "hour", "km/h", "degF", "kW.h"}) {
    const Unit base{.dimension = LookUpUnit(unit).dimension};
    const Rational there = Convert(Rational(12), LookUpUnit(unit), base);
    EXPECT_EQ(Convert(there, base, LookUpUnit(unit)), Rational(12)) << unit;
  }
}

TEST(UnitsTest, AreLookedUpFromManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> dimensions(4);
  for (size_t i = 0; i < dimensions.size(); ++i) {
    threads.emplace_back([&dimensions, i] {
      for (int n = 0; n < 50; ++n) dimensions[i] = LookUpUnit("km" + std::string(n % 5, ' ')).dimension;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& dimension : dimensions) EXPECT_EQ(dimension, "m");
}

}  // namespace
}  // namespace gainsay::engine
