#include "service/model/decimal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace gainsay::model {
namespace {

using ::testing::HasSubstr;

struct Reading {
  std::string text;
  Rational value;
};

TEST(DecimalTest, ReadsWhatIsWrittenExactly) {
  const Reading readings[] = {
      {"5", 5},
      {"+5", 5},
      {"-5", -5},
      {"5.0", 5},
      {"0", 0},
      {"-0.0", 0},
      {"0010", 10},
      {"0.1", Rational(1, 10)},
      {"-0.25", Rational(-1, 4)},
      {"1.2e6", 1200000},
      {"1.2E+6", 1200000},
      {"12e-3", Rational(3, 250)},
      {"9007199254740993", Rational("9007199254740993")},
      {"0.30000000000000000001", Rational("30000000000000000001/100000000000000000000")},
  };
  for (const Reading& reading : readings) {
    const absl::StatusOr<Decimal> decimal = Decimal::Parse(reading.text);
    ASSERT_TRUE(decimal.ok()) << reading.text << ": " << decimal.status();
    EXPECT_EQ(decimal->value(), reading.value) << reading.text;
    EXPECT_EQ(decimal->text(), reading.text);
  }
}

TEST(DecimalTest, ReadsTheLargestAndTheSmallestExponent) {
  const Rational large = boost::multiprecision::pow(boost::multiprecision::cpp_int(10), 999);
  ASSERT_TRUE(Decimal::Parse("1e999").ok());
  EXPECT_EQ(Decimal::Parse("1e999")->value(), large);
  EXPECT_EQ(Decimal::Parse("1e-999")->value(), 1 / large);
}

TEST(DecimalTest, RefusesWhatIsNotADecimalNumber) {
  const std::string texts[] = {"",
                               " ",
                               "five",
                               "-",
                               "+-5",
                               "--5",
                               ".5",
                               "5.",
                               ".",
                               "1.e5",
                               "1e",
                               "1e+",
                               "e5",
                               "1,5",
                               "1 000",
                               "0x10",
                               "1_000",
                               "NaN",
                               "inf",
                               "1/3",
                               " 5",
                               "5 ",
                               "5.0.0",
                               "1e2.5",
                               "５",
                               "1e5e5",
                               "5kg",
                               "−5",
                               "1\n2",
                               "5%",
                               "$5",
                               "1'000",
                               "٣",
                               "1e٣",
                               "0b1",
                               "+",
                               std::string("5\0", 2)};
  for (const std::string& text : texts) {
    const absl::StatusOr<Decimal> decimal = Decimal::Parse(text);
    EXPECT_EQ(decimal.status().code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_EQ(decimal.status().message(), "not a decimal number") << text;
  }
}

TEST(DecimalTest, RefusesAnExponentOfFourDigits) {
  const absl::StatusOr<Decimal> decimal = Decimal::Parse("1e1000");
  EXPECT_EQ(decimal.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(decimal.status().message(), "an exponent has at most three digits");
  EXPECT_FALSE(Decimal::Parse("1e-0001").ok());
}

TEST(DecimalTest, RefusesMoreThanAHundredCharacters) {
  EXPECT_TRUE(Decimal::Parse(std::string(100, '9')).ok());
  const absl::StatusOr<Decimal> decimal = Decimal::Parse(std::string(101, '9'));
  EXPECT_EQ(decimal.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(decimal.status().message()), HasSubstr("100 characters"));
}

TEST(DecimalTest, IsEqualOnlyToTheSameText) {
  EXPECT_EQ(*Decimal::Parse("5.0"), *Decimal::Parse("5.0"));
  EXPECT_FALSE(*Decimal::Parse("5.0") == *Decimal::Parse("5"));
}

struct Rendering {
  Rational value;
  std::string text;
};

TEST(DecimalTextTest, WritesFiniteDecimalsExactlyAndWithoutExponent) {
  const Rendering renderings[] = {
      {0, "0"},
      {5, "5"},
      {-5, "-5"},
      {100, "100"},
      {Rational(1, 2), "0.5"},
      {Rational(-1, 4), "-0.25"},
      {Rational(5, 2), "2.5"},
      {Rational(1, 1000), "0.001"},
      {Rational(1001, 10), "100.1"},
      {Rational(1, 1024), "0.0009765625"},
      {Rational(1, 3125), "0.00032"},
      {Rational("123456789012345678901234567890/100"), "1234567890123456789012345678.9"},
  };
  for (const Rendering& rendering : renderings) {
    EXPECT_EQ(DecimalText(rendering.value), rendering.text);
  }
}

TEST(DecimalTextTest, RoundsWhatHasNoFiniteDecimalToTwelveSignificantDigits) {
  const Rendering renderings[] = {
      {Rational(1, 3), "0.333333333333"},
      {Rational(-2, 3), "-0.666666666667"},
      {Rational(200, 3), "66.6666666667"},
      {Rational(1, 300), "0.00333333333333"},
      {Rational(22, 7), "3.14285714286"},
      {Rational("1000000000000000/3"), "333333333333000"},
      {Rational("2000000000000/3"), "666666666667"},
      // A third of a unit at the twentieth place: nothing of it is within twelve digits.
      {Rational(3, 10) + Rational(1, 3) / Rational("100000000000000000000"), "0.3"},
      // The carry runs through all digits.
      {1 - Rational(1, 3) / Rational("100000000000000000000"), "1"},
      {1000 - Rational(1, 3) / Rational("100000000000000000000"), "1000"},
      {Rational("1000000000000000000") - Rational(1, 3), "1000000000000000000"},
  };
  for (const Rendering& rendering : renderings) {
    EXPECT_EQ(DecimalText(rendering.value), rendering.text);
  }
}

TEST(DecimalTextTest, IsReadBackAsTheSameNumber) {
  constexpr unsigned kSeed = 20251223;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 2000; ++i) {
    std::string text = random() % 2 == 0 ? "-" : "";
    for (uint64_t digits = 1 + random() % 30; digits > 0; --digits)
      text += static_cast<char>('0' + random() % 10);
    text +=
        "." + std::to_string(random() % 1000000) + "e" + std::to_string(static_cast<int>(random() % 60) - 30);
    const absl::StatusOr<Decimal> decimal = Decimal::Parse(text);
    ASSERT_TRUE(decimal.ok()) << text;
    const absl::StatusOr<Decimal> again = Decimal::Parse(DecimalText(decimal->value()));
    ASSERT_TRUE(again.ok()) << text;
    EXPECT_EQ(again->value(), decimal->value()) << text;
  }
}

TEST(DecimalTextTest, StaysWithinHalfAUnitOfTheTwelfthDigit) {
  constexpr unsigned kSeed = 20251227;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const Rational value =
        Rational(random() >> (random() % 64)) / Rational(1 + (random() >> (random() % 64)));
    const absl::StatusOr<Decimal> rounded = Decimal::Parse(DecimalText(value));
    ASSERT_TRUE(rounded.ok()) << value;
    const Rational error = abs(Rational(rounded->value() - value));
    EXPECT_LE(error * Rational("200000000000"), value) << value;
  }
}

}  // namespace
}  // namespace gainsay::model
