#include "client/cli/value_words.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_replace.h"
#include "client/cli/time_words.h"
#include "client/cpp/records_json.h"

namespace gainsay::cli {
namespace {

constexpr char kQuestion[] = "topics/t/questions/q";

std::string Words(const std::string& json, v1::Polarity polarity = v1::POLARITY_AFFIRMS) {
  v1::Value value;
  EXPECT_TRUE(client::MessageFromJson(json, value).ok()) << json;
  Glossary glossary;
  v1::Question question;
  question.set_name(kQuestion);
  question.set_unit("persons");
  glossary.Add(question);
  v1::Entity entity;
  entity.set_name("entities/x");
  entity.set_display_name("Jamaat Ansarullah");
  glossary.Add(entity);
  return absl::StrReplaceAll(ValueInWords(value, polarity, kQuestion, glossary), {{"\u00a0", " "}});
}

TEST(ValueWordsTest, AmountsReadAsPeopleSayThem) {
  EXPECT_EQ(Words(R"({"quantity":{"amount":"5"}})"), "5 persons");
  EXPECT_EQ(Words(R"({"quantity":{"amount":"5","bound":"AT_LEAST","unit":"km"}})"), "at least 5 km");
  EXPECT_EQ(Words(R"({"quantity":{"lower":"-1.5","upper":"3","bound":"RANGE","unit":"degC"}})"),
            "−1.5 to 3 degC");
  EXPECT_EQ(Words(R"({"quantity":{"amount":"5"}})", v1::POLARITY_DENIES), "not 5 persons");
}

TEST(ValueWordsTest, ADeniedBooleanIsTheOtherAnswer) {
  EXPECT_EQ(Words(R"({"boolean":true})", v1::POLARITY_DENIES), "no");
  EXPECT_EQ(Words(R"({"boolean":false})", v1::POLARITY_DENIES), "yes");
}

TEST(ValueWordsTest, EntitiesAreShownByWhatTheyAreCalled) {
  EXPECT_EQ(Words(R"({"entity":"entities/x"})"), "Jamaat Ansarullah");
  EXPECT_EQ(Words(R"({"entity":"entities/unknown-to-us"})", v1::POLARITY_DENIES), "not unknown-to-us");
}

TEST(ValueWordsTest, PlacesNameTheirHemispheres) {
  EXPECT_EQ(Words(R"({"point":{"latitude":37.2,"longitude":70.1,"radiusMeters":5000}})"),
            "within 5 km of 37.2° N 70.1° E");
  EXPECT_EQ(Words(R"({"point":{"latitude":-68.74,"longitude":-52.33,"radiusMeters":250}})"),
            "within 250 m of 68.74° S 52.33° W");
  EXPECT_EQ(Words(R"({"point":{}})"), "0° N 0° E");
}

TEST(ValueWordsTest, UnknownNoneAndTextAreToldApart) {
  EXPECT_EQ(Words(R"({"unknown":{}})"), "did not say");
  EXPECT_EQ(Words(R"({"none":{}})"), "none");
  EXPECT_EQ(Words(R"({"text":"none"})"), "“none”");
}

TEST(TimeWordsTest, DatesReadAsPeopleWriteThem) {
  EXPECT_EQ(TimeInWords("2025-12-27"), "27 Dec 2025");
  EXPECT_EQ(TimeInWords("2025-12"), "Dec 2025");
  EXPECT_EQ(TimeInWords("0987"), "0987");
  EXPECT_EQ(TimeInWords("2001-21"), "spring 2001");
  EXPECT_EQ(TimeInWords("201X"), "the 2010s");
  EXPECT_EQ(TimeInWords("1984~"), "about 1984");
  EXPECT_EQ(TimeInWords("2004-06?"), "perhaps Jun 2004");
  EXPECT_EQ(TimeInWords("2004%"), "perhaps about 2004");
}

TEST(TimeWordsTest, ClocksKeepTheirZone) {
  EXPECT_EQ(TimeInWords("2025-12-27T14:05:00Z"), "27 Dec 2025 14:05 UTC");
  EXPECT_EQ(TimeInWords("2025-12-27T14:05:09+05:00"), "27 Dec 2025 14:05:09 +05:00");
  EXPECT_EQ(TimeInWords("2025-12-27T14:05"), "27 Dec 2025 14:05");
}

TEST(TimeWordsTest, IntervalsAreShortened) {
  EXPECT_EQ(TimeInWords("2025-12-27/2025-12-29"), "27 to 29 Dec 2025");
  EXPECT_EQ(TimeInWords("2025-11-27/2025-12-03"), "27 Nov to 3 Dec 2025");
  EXPECT_EQ(TimeInWords("2024-12-31/2025-01-01"), "31 Dec 2024 to 1 Jan 2025");
  EXPECT_EQ(TimeInWords("1991/.."), "since 1991");
  EXPECT_EQ(TimeInWords("../1991"), "until 1991");
}

TEST(TimeWordsTest, WhatHasNoShorterFormIsShownAsItIs) {
  EXPECT_EQ(TimeInWords("Y-17E7"), "Y-17E7");
  EXPECT_EQ(TimeInWords("2025-13-01"), "2025-13-01");
  EXPECT_EQ(TimeInWords(""), "");
}

}  // namespace
}  // namespace gainsay::cli
