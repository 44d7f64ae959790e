#include "service/search/search.h"

#include <random>

#include "tests/service/search/search_fixture.h"

namespace gainsay::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Searching : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    HasQuestion();
  }
};
INSTANTIATE_TEST_SUITE_P(OnEveryStore, Searching, ::testing::ValuesIn(ledger::EveryStore()),
                         ledger::StoreName);

TEST_P(Searching, RecordsWithMoreOfTheWordsComeFirst) {
  Says("one", "Five soldiers were killed");
  Says("two", "Five soldiers were killed at the border post");
  Says("none", "The minister resigned");
  EXPECT_THAT(Found("killed border"), ElementsAre("two", "one"));
}

TEST_P(Searching, APhraseMustOccurInThatOrder) {
  Says("yes", "The border post was attacked");
  Says("no", "The post at the border was attacked");
  EXPECT_THAT(Found("\"border post\""), ElementsAre("yes"));
  EXPECT_THAT(Found("«border post» attacked"), ElementsAre("yes"));
  EXPECT_THAT(Found("\"border post\" \"was burnt\""), IsEmpty());
  EXPECT_THAT(Found("\"border post"), UnorderedElementsAre("yes", "no"));
}

TEST_P(Searching, AWordIsFoundInAnyInflectionOfItsLanguage) {
  ASSERT_NO_FATAL_FAILURE(Says("english", "Soldiers were killing"));
  ASSERT_NO_FATAL_FAILURE(Says("russian", "Пограничники погибли на заставах"));
  ASSERT_NO_FATAL_FAILURE(Says("persian", "سربازان در مرزها کشته شدند"));
  ASSERT_NO_FATAL_FAILURE(Says("tajik", "Сарбозон дар марзҳо буданд"));
  EXPECT_THAT(Found("soldier killed"), ElementsAre("english"));
  EXPECT_THAT(Found("пограничник застава"), Contains("russian"));
  EXPECT_THAT(Found("سرباز مرز"), Contains("persian"));
  EXPECT_THAT(Found("سربازان مرز‌ها"), Contains("persian"));
}

TEST_P(Searching, AQuoteIsStemmedInItsOwnLanguageOrElseItsSources) {
  model::Source source = ledger::SourceNamed("s");
  source.language = "de";
  Has(source);
  model::Claim claim = ledger::ClaimOn(kQuestion, "a", true, "german");
  claim.appearances = {{.source = "sources/s", .quote = "Die Häuser wurden zerstört"}};
  Says(claim);
  EXPECT_THAT(Found("Haus"), ElementsAre("german"));
  EXPECT_THAT(Found("zerstörten"), ElementsAre("german"));
}

TEST_P(Searching, ANameIsFoundInWhateverScriptItIsWritten) {
  model::Entity latin = ledger::EntityNamed("latin");
  latin.display_name = "Amir Khan Muttaqi";
  Has(latin);
  model::Entity cyrillic = ledger::EntityNamed("cyrillic");
  cyrillic.display_name = "Мутаки";
  Has(cyrillic);
  model::Entity persian = ledger::EntityNamed("persian");
  persian.aliases = {"متقی"};
  Has(persian);
  for (const char* query : {"Muttaqi", "Мутаки", "Муттақӣ", "متقی", "Motaqi"}) {
    EXPECT_THAT(Found(query), UnorderedElementsAre("latin", "cyrillic", "persian")) << query;
  }
}

TEST_P(Searching, NamesInTextsAreFoundAcrossScriptsToo) {
  Says("c", "Сироджиддин Мухриддин ответил на звонок");
  EXPECT_THAT(Found("Muhriddin"), ElementsAre("c"));
  EXPECT_THAT(Found("محی‌الدین"), Not(Contains("c")));
}

TEST_P(Searching, DigitsAreTheSameInEveryScript) {
  Says("c", "۵ نفر کشته شدند");
  EXPECT_THAT(Found("5"), ElementsAre("c"));
}

TEST_P(Searching, KindsTopicPartyAndTimeNarrowWhatIsFound) {
  Has(ledger::SpeakerFor("speaker", "a"));
  model::Source source = ledger::SourceNamed("s");
  source.title = "On the bridge";
  Has(source);
  Has(ledger::TopicNamed("t2"));
  model::Question elsewhere = ledger::QuestionNamed("t2", "q");
  elsewhere.title = "Which bridge?";
  Has(elsewhere);
  model::Claim early = ledger::ClaimOn(kQuestion, "speaker", true, "early");
  early.text = "The bridge fell";
  early.said_time = ledger::Time("2025-12-24");
  Says(early);
  Says("late", "The bridge stands", "b");

  EXPECT_THAT(Found("bridge"), UnorderedElementsAre("s", "q", "early", "late"));
  EXPECT_THAT(
      Found(SearchFilter{.query = "bridge", .kinds = {model::NameKind::kSource, model::NameKind::kQuestion}}),
      UnorderedElementsAre("s", "q"));
  EXPECT_THAT(Found(SearchFilter{.query = "bridge", .topic = "topics/t"}),
              UnorderedElementsAre("early", "late"));
  EXPECT_THAT(Found(SearchFilter{.query = "bridge", .party = "entities/a"}), ElementsAre("early"));
  EXPECT_THAT(Found(SearchFilter{.query = "bridge", .said_time = ledger::Time("2025-12")}),
              ElementsAre("early"));
  EXPECT_THAT(Searched({.query = "bridge", .topic = "topics/z"}), HasCode(absl::StatusCode::kNotFound));
  EXPECT_THAT(Searched({.query = "bridge", .party = "entities/z"}), HasCode(absl::StatusCode::kNotFound));
}

TEST_P(Searching, PagesTellAllOnce) {
  std::vector<std::string> all;
  for (int i = 0; i < 7; ++i) {
    Says("c" + std::to_string(i), "A bridge fell");
    all.push_back("c" + std::to_string(i));
  }
  std::vector<std::string> read;
  for (int64_t skip = 0;; skip += 3) {
    const auto page = Searched({.query = "bridge"}, skip, 3);
    ASSERT_THAT(page, IsOk());
    for (const auto& item : page->items) read.emplace_back(model::IdOf(ledger::NameOf(item.record.record)));
    if (!page->more) break;
  }
  EXPECT_EQ(read, all);
}

TEST_P(Searching, EndsWhereNobodyWaitsForItAnyMore) {
  for (int i = 0; i < 100; ++i) Says("c" + std::to_string(i), "A bridge fell");
  EXPECT_THAT(Found("bridge"), Not(IsEmpty()));
  int asked = 0;
  const auto page = Search(*index_, ledger::kWorkspace, {.query = "bridge"}, 0, 100, 0, [&asked] {
    ++asked;
    return absl::CancelledError("nobody waits");
  });
  EXPECT_THAT(page, HasCode(absl::StatusCode::kCancelled));
  EXPECT_EQ(asked, 1);
  EXPECT_THAT(Found("bridge"), Not(IsEmpty()));
}

TEST_P(Searching, ASnippetShowsWhatWasFoundByCodePoints) {
  std::string text = "Пограничник";
  for (int i = 0; i < 60; ++i) text += " слово";
  Says("c", text + " застава №5 «Бог» атакована");
  const auto page = Searched({.query = "заставу атакованы"});
  ASSERT_THAT(page, IsOk());
  ASSERT_TRUE(page->items.at(0).snippet.has_value());
  const Snippet& snippet = *page->items[0].snippet;
  EXPECT_TRUE(snippet.cut_before);
  EXPECT_FALSE(snippet.cut_after);
  ASSERT_EQ(snippet.matches.size(), 2u);
  const auto slice = [&](TextRange range) {
    std::string utf8;
    icu::UnicodeString::fromUTF8(snippet.text)
        .tempSubString(range.begin, range.end - range.begin)
        .toUTF8String(utf8);
    return utf8;
  };
  EXPECT_EQ(slice(snippet.matches[0]), "застава");
  EXPECT_EQ(slice(snippet.matches[1]), "атакована");
}

TEST_P(Searching, WhatMatchesByItsContextAloneHasNoSnippet) {
  model::Entity party = ledger::EntityNamed("speaker");
  party.display_name = "Spokeswoman";
  Has(party);
  Says("c", "It did", "speaker");
  const auto page = Searched({.query = "spokeswoman", .kinds = {model::NameKind::kClaim}});
  ASSERT_THAT(page, IsOk());
  ASSERT_EQ(page->items.size(), 1u);
  EXPECT_FALSE(page->items[0].snippet.has_value());
}

TEST_P(Searching, NoTextIsSyntax) {
  Says("c", "A bridge AND a NEAR tower NOT here");
  for (const char* query : {"",
                            " ",
                            "\"",
                            "\"\"",
                            "*",
                            "bridge*",
                            "^bridge",
                            "words:bridge",
                            "{words} : bridge",
                            "bridge AND",
                            "OR",
                            "NOT",
                            "NEAR(bridge tower)",
                            "(bridge",
                            "bridge)",
                            "-bridge",
                            "bridge + tower",
                            "'; DROP TABLE record; --",
                            "\\",
                            "\"\"\"\"",
                            "%s%n",
                            "bridge\"tower\"",
                            "\xff\xfe",
                            "bridge \xc3",
                            "\xf0\x9f\x8c\x89",
                            "a\xe2\x80\x8c\xe2\x80\x8c"}) {
    EXPECT_THAT(Searched({.query = query}), IsOk()) << query;
  }
  EXPECT_THAT(Found("words:bridge"), ElementsAre("c"));
  EXPECT_THAT(Found("near NOT"), ElementsAre("c"));
}

TEST_P(Searching, RandomBytesNeitherFailNorHangIt) {
  Says("c", "A bridge fell");
  const auto seed = std::random_device()();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view kPieces[] = {"\"",  "bridge", " ",        "*",    "(",    ")",    ":",
                                          "AND", "мост",   "پل",       "\xe2", "\x80", "\x8c", "^",
                                          "-",   "'",      "\xf0\x9f", "1",    "ﷺ",    "ẞ"};
  for (int i = 0; i < 300; ++i) {
    std::string query;
    for (auto left = random() % 60; left > 0; --left) query += kPieces[random() % std::size(kPieces)];
    ASSERT_THAT(Searched({.query = query}), IsOk()) << query;
  }
  std::string longest;
  for (int i = 0; i < 500; ++i) longest += "w" + std::to_string(i) + " ";
  EXPECT_THAT(Searched({.query = longest}), IsOk());
}

}  // namespace
}  // namespace gainsay::search
