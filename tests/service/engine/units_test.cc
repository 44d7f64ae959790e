#include "service/engine/units.h"

#include <gtest/gtest.h>

namespace gainsay::engine {
namespace {

using model::Rational;

Rational Converted(int amount, const char* from, const char* to) {
  return Convert(amount, LookUpUnit(from), LookUpUnit(to));
}

TEST(Units, UnitsOfOneDimensionConvertExactly) {
  EXPECT_EQ(Converted(5, "km", "m"), 5000);
  EXPECT_EQ(Converted(1, "mile", "m"), Rational(1609344, 1000));
  EXPECT_EQ(Converted(2, "hours", "min"), 120);
}

TEST(Units, RepeatingFactorsAgreeToTwelveDigits) {
  EXPECT_EQ(Converted(36, "km/h", "m/s"), 10);
  EXPECT_EQ(Converted(10, "m/s", "km/h"), 36);
}

TEST(Units, TemperaturesConvertWithTheirOrigins) {
  EXPECT_EQ(Converted(0, "degC", "K"), Rational(27315, 100));
  EXPECT_EQ(Converted(32, "degF", "degC"), 0);
  EXPECT_EQ(Converted(212, "degF", "degC"), 100);
}

TEST(Units, WhatTheLibraryDoesNotKnowIsADimensionOfItsOwn) {
  EXPECT_EQ(LookUpUnit("persons").dimension, "<persons>");
  EXPECT_NE(LookUpUnit("persons").dimension, LookUpUnit("rifles").dimension);
}

TEST(Units, CurrenciesAreNeverReadAsPrefixedUnits) {
  for (const char* currency : {"USD", "EUR", "PKR", "CUP", "MAD"}) {
    EXPECT_EQ(LookUpUnit(currency).dimension, std::string("<") + currency + ">");
  }
}

TEST(Units, NoUnitIsAPureNumber) {
  EXPECT_EQ(LookUpUnit("").dimension, LookUpUnit("percent").dimension);
  EXPECT_EQ(Converted(50, "percent", ""), Rational(1, 2));
}

TEST(Units, LogarithmicUnitsAreNotConverted) {
  EXPECT_NE(LookUpUnit("lg(re 1 mW)").dimension, LookUpUnit("W").dimension);
}

}  // namespace
}  // namespace gainsay::engine
