#include "tests/benchmark/baseline_postgres_commits.h"

#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "tests/benchmark/baseline_rows.h"
#include "tests/benchmark/baseline_sql.h"
#include "tests/benchmark/draws.h"

namespace gainsay::benchmark {

const char kInsertClaim[] = R"(
with claim as (
  insert into claims (question_id, name, party, polarity, certainty, speech_act, low, high, magnitude, answer,
                      amount, bound, unit, said, said_at, words)
  select q.id, $3, p.id, $5, $6, $7, $8, $9, $10, (select id from entities where name = $11),
    $12, $13, $14, $15, $16, $17
  from topics t join questions q on q.topic_id = t.id cross join entities p
  where t.name = $1 and q.name = $2 and p.name = $4
  on conflict (question_id, name) do nothing
  returning id
)
insert into appearances (claim_id, number, source, quote, language, locator, access)
select claim.id, seen.number, d.id, seen.quote, seen.language, seen.locator, seen.access
from claim
cross join unnest($18::text[], $19::text[], $20::text[], $21::text[], $22::smallint[])
  with ordinality as seen (source, quote, language, locator, access, number)
join sources d on d.name = seen.source)";

namespace {

using Parameters = PostgresConnection::Parameters;

std::optional<std::string> Parameter(const Cell& cell) {
  if (const auto* whole = std::get_if<int64_t>(&cell)) return absl::StrCat(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return absl::StrFormat("%.17g", *real);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return std::nullopt;
}

template <class Enum>
std::string Number(Enum value) {
  return absl::StrCat(static_cast<int>(value));
}

// One array for each thing that is told of an appearance.
void AddAppearances(const std::vector<model::Appearance>& appearances, Parameters& parameters) {
  std::string arrays[5];
  for (const model::Appearance& seen : appearances) {
    const std::string cells[5] = {LastIdOf(seen.source), seen.quote, seen.language, seen.locator,
                                  Number(seen.access)};
    for (int i = 0; i < 5; ++i) {
      const std::string quoted = absl::StrReplaceAll(cells[i], {{"\\", "\\\\"}, {"\"", "\\\""}});
      absl::StrAppend(&arrays[i], arrays[i].empty() ? "{\"" : ",\"", quoted, "\"");
    }
  }
  for (const std::string& array : arrays) parameters.push_back(array.empty() ? "{}" : array + "}");
}

Parameters ParametersOf(const RowMaker& maker, const AskedQuestion& question, int64_t number,
                        const model::Claim& claim) {
  const RowMaker::Statement statement = maker.StatementOf(claim);
  const auto* answer = std::get_if<model::EntityRef>(&*claim.value);
  Parameters parameters = {question.topic,
                           question.question,
                           absl::StrFormat("%016x%016x", Mixed(number), Mixed(~number)),
                           LastIdOf(claim.party),
                           Number(claim.polarity),
                           Number(claim.certainty),
                           Number(claim.speech_act)};
  for (const Cell& cell : {statement.low, statement.high, statement.magnitude}) {
    parameters.push_back(Parameter(cell));
  }
  parameters.push_back(answer == nullptr ? std::nullopt : std::optional(LastIdOf(answer->entity)));
  for (const Cell& cell : {statement.amount, statement.bound, statement.unit, TextCell(claim.said_time),
                           MomentCell(claim.said_time), Cell(claim.text)}) {
    parameters.push_back(Parameter(cell));
  }
  AddAppearances(claim.appearances, parameters);
  return parameters;
}

}  // namespace

std::vector<Parameters> NewClaims(const Dataset& data, int64_t count) {
  RowMaker maker;
  data.ForEach([&](const model::Record& record) { maker.Add(record, [](Table, const Row&) {}); });
  std::vector<Parameters> claims;
  for (int64_t number = 0; number < count; ++number) {
    const int64_t index = number % data.questions();
    claims.push_back(ParametersOf(maker, Asked(data, index), number, data.NewClaim(index, number)));
  }
  return claims;
}

}  // namespace gainsay::benchmark
