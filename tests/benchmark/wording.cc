#include "tests/benchmark/wording.h"

#include <cstdio>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"

namespace gainsay::benchmark {
namespace {

constexpr const char* kWords[] = {"the",        "said",
                                  "officials",  "border",
                                  "of",         "killed",
                                  "in",         "on",
                                  "ministry",   "reported",
                                  "that",       "by",
                                  "Monday",     "people",
                                  "were",       "wounded",
                                  "a",          "statement",
                                  "spokesman",  "agency",
                                  "according",  "to",
                                  "forces",     "region",
                                  "had",        "been",
                                  "from",       "village",
                                  "night",      "shelling",
                                  "confirmed",  "no",
                                  "casualties", "government",
                                  "after",      "witnesses",
                                  "hospital",   "and",
                                  "denied",     "at",
                                  "least",      "with",
                                  "two",        "investigation",
                                  "against",    "an",
                                  "early",      "its",
                                  "president",  "police",
                                  "near",       "district",
                                  "not",        "three",
                                  "evacuated",  "which",
                                  "fire",       "announced",
                                  "damage",     "households",
                                  "power",      "for",
                                  "station",    "hours",
                                  "five",       "convoy",
                                  "crossing",   "later",
                                  "meeting",    "agreement",
                                  "troops",     "claimed",
                                  "would",      "responsibility",
                                  "group",      "explosion",
                                  "morning",    "outage",
                                  "was",        "caused",
                                  "network",    "million",
                                  "dollars",    "losses",
                                  "estimated",  "central",
                                  "bank",       "percent",
                                  "rise",       "prices",
                                  "court",      "ruled",
                                  "minister",   "resigned",
                                  "election",   "commission",
                                  "votes",      "counted",
                                  "turnout",    "opposition",
                                  "protest",    "thousands",
                                  "gathered",   "square",
                                  "curfew",     "province",
                                  "earthquake", "magnitude",
                                  "struck",     "depth",
                                  "rescue",     "teams",
                                  "missing",    "children",
                                  "school",     "closed",
                                  "airport",    "flights",
                                  "delayed",    "runway",
                                  "панҷ",       "кас",
                                  "марзбонон",  "сообщили",
                                  "погибли",    "شش",
                                  "نفر",        "тревога"};

constexpr absl::CivilDay kFirstDay(2015, 1, 1);

model::Edtf Parsed(const char* text) { return *model::Edtf::Parse(text); }

}  // namespace

std::string Sentence(Draws& draws, int words) {
  std::string sentence;
  sentence.reserve(static_cast<size_t>(words) * 9);
  for (int i = 0; i < words; ++i) {
    if (i > 0) sentence += ' ';
    sentence += draws.OneOf(kWords);
  }
  sentence += '.';
  return sentence;
}

std::string HexDigits(Draws& draws, int digits) {
  std::string text;
  for (int i = 0; i < digits; i += 16) absl::StrAppend(&text, absl::Hex(draws.Next(), absl::kZeroPad16));
  return text;
}

model::Edtf Month(int day) {
  const absl::CivilDay date = kFirstDay + day;
  char text[16];
  std::snprintf(text, sizeof(text), "%04d-%02d", static_cast<int>(date.year()), date.month());
  return Parsed(text);
}

model::Edtf Day(int day) {
  const absl::CivilDay date = kFirstDay + day;
  char text[16];
  std::snprintf(text, sizeof(text), "%04d-%02d-%02d", static_cast<int>(date.year()), date.month(),
                date.day());
  return Parsed(text);
}

model::Edtf Minute(int day, int minute) {
  const absl::CivilDay date = kFirstDay + day + minute / 1'440;
  char text[32];
  std::snprintf(text, sizeof(text), "%04d-%02d-%02dT%02d:%02d:00Z", static_cast<int>(date.year()),
                date.month(), date.day(), minute / 60 % 24, minute % 60);
  return Parsed(text);
}

}  // namespace gainsay::benchmark
