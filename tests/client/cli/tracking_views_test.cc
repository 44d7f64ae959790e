#include <gmock/gmock.h>

#include <string>

#include "client/cli/history_view.h"
#include "client/cli/party_view.h"
#include "client/cpp/records_json.h"
#include "tests/support/status_matchers.h"

namespace gainsay::cli {
namespace {

using ::gainsay::testing::IsOk;
using ::testing::HasSubstr;

template <class Message>
Message FromJson(const std::string& json) {
  Message message;
  EXPECT_THAT(client::MessageFromJson(json, message), IsOk());
  return message;
}

Glossary Names() {
  Glossary glossary;
  glossary.Add(
      FromJson<v1::Entity>(R"({"name": "entities/m", "displayName": "The Ministry of the Interior"})"));
  glossary.Add(FromJson<v1::Question>(R"({"name": "topics/t/questions/q", "unit": "persons"})"));
  return glossary;
}

v1::GetHistoryResponse History(const std::string& axis) {
  return FromJson<v1::GetHistoryResponse>(R"({
      "question": "topics/t/questions/q", "title": "How many people were hurt in the fire at the old mill?",
      "axis": ")" + axis + R"(", "revision": "9", "entries": [
        {"status": "CONFIRMED", "grade": "COUNTERPARTY", "saidTime": "2025-12-24",
         "knownAt": "2026-01-01T08:05:09.000001+00:00", "revision": "7",
         "consensus": {"allOf": [{"value": {"quantity": {"amount": "5"}}, "polarity": "AFFIRMS"}]},
         "causes": ["topics/t/questions/q/claims/c", "withdrawals/w", "entities/m", "sources/a", "sources/b"]},
        {"status": "CONFLICTING", "conflictKind": "DIFFERENT_VALUES", "revision": "8",
         "knownAt": "2026-01-02T00:00:00.000001+00:00", "causes": ["withdrawals/unknown"]}]})");
}

CauseRecords Causes() {
  CauseRecords causes;
  causes.claims["topics/t/questions/q/claims/c"] = FromJson<v1::Claim>(R"({
      "name": "topics/t/questions/q/claims/c", "question": "topics/t/questions/q", "party": "entities/m",
      "value": {"quantity": {"amount": "5"}}, "saidTime": "2025-12-24"})");
  causes.withdrawals["withdrawals/w"] = FromJson<v1::Withdrawal>(
      R"({"name": "withdrawals/w", "source": "sources/a", "kind": "SOURCE_PULLED", "time": "2025-12-23"})");
  causes.titles["sources/a"] = "Forty hurt";
  return causes;
}

v1::GetPartyRecordResponse Party() {
  return FromJson<v1::GetPartyRecordResponse>(R"({
      "party": "entities/m", "own": {"claims": 1, "notCompared": 1}, "side": {"claims": 2, "confirmed": 1,
      "notCompared": 1}, "revision": "9", "claims": [
        {"claim": "topics/t/questions/q/claims/d", "party": "entities/spokesperson", "outcome": "CONFIRMED",
         "value": {"quantity": {"amount": "5"}}, "polarity": "AFFIRMS", "speechAct": "ASSERTION",
         "saidTime": "2025-12-24/2025-12-27", "title": "How many people were hurt in the fire at the old mill?"},
        {"claim": "topics/t/questions/q/claims/e", "party": "entities/m", "outcome": "NOT_COMPARED",
         "polarity": "AFFIRMS", "speechAct": "DEMAND", "title": "Shall there be an inquiry?"}]})");
}

TEST(HistoryViewTest, SaysWhenWhatIsConfirmedAndWhoBroughtItAbout) {
  const std::string text = Render(HistoryTable(History("SAID"), Causes(), Names(), 80), false);
  EXPECT_THAT(text,
              HasSubstr("24 Dec 2025     CONFIRMED\n"
                        "                Confirmed by a respondent: 5 persons\n"
                        "    said        The Ministry of the Interior: 5 persons\n"
                        "    withdrawn   document “Forty hurt” — taken down by its publisher, 23 Dec 2025\n"
                        "    with        2 documents and 1 entity\n"));
  EXPECT_THAT(text, HasSubstr("undated         CONFLICTING\n"
                              "                Different answers\n"
                              "    new         1 other withdrawal\n"));
}

TEST(HistoryViewTest, TheAnswersGivenAreDatedByWhenTheyWereGiven) {
  const std::string text = Render(HistoryTable(History("KNOWN"), Causes(), Names(), 80), false);
  EXPECT_THAT(text, HasSubstr("1 Jan 2026      CONFIRMED\n"));
  EXPECT_THAT(text, HasSubstr("    said        The Ministry of the Interior: 5 persons, 24 Dec 2025\n"));
  EXPECT_THAT(text, HasSubstr("    on file     1 Jan 2026 08:05:09 UTC, revision 7\n"));
}

TEST(PartyViewTest, SaysTheNumbersAndTheClaimsBehindThem) {
  const std::string text = Render(PartyTable(Party(), Names(), 120), false);
  EXPECT_THAT(text, HasSubstr("The Ministry of the Interior\n"
                              "By itself, 1 claim: 1 not compared\n"
                              "By its whole side, 2 claims: 1 confirmed · 1 not compared\n"));
  EXPECT_THAT(
      text,
      HasSubstr("How many people were hurt in the fire at the old mill? 5 persons, says spokesperson\n"));
  EXPECT_THAT(text, HasSubstr("  undated       Shall there be an inquiry? demand\n"));
}

TEST(TrackingViewsTest, NoLineIsWiderThanTheTerminal) {
  for (int width = 40; width <= 120; width += 7) {
    for (const auto& lines :
         {HistoryTable(History("KNOWN"), Causes(), Names(), width), PartyTable(Party(), Names(), width)}) {
      for (const Line& line : lines) EXPECT_LE(WidthOf(line), width) << Render({line}, false);
    }
  }
}

}  // namespace
}  // namespace gainsay::cli
