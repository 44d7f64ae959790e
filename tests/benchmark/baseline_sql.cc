#include "tests/benchmark/baseline_sql.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "tests/benchmark/baseline_rows.h"

namespace gainsay::benchmark {
namespace {

// Questions on which a query and the engine are held against each other.
constexpr int64_t kSample = 1'000;

std::string StatusName(engine::Status status) {
  switch (status) {
    case engine::Status::kConflicting:
      return "CONFLICTING";
    case engine::Status::kConfirmed:
      return "CONFIRMED";
    case engine::Status::kUnconfirmed:
      return "UNCONFIRMED";
    case engine::Status::kIndeterminate:
      return "INDETERMINATE";
    case engine::Status::kWithdrawn:
      return "WITHDRAWN";
    case engine::Status::kNoStatements:
      return "NO_STATEMENTS";
  }
  return "";
}

}  // namespace

std::string SqlOf(const std::string& file) {
  std::ifstream text(absl::StrCat(GAINSAY_SOURCE_DIR, "/tests/benchmark/", file));
  return {std::istreambuf_iterator<char>(text), {}};
}

AskedQuestion Asked(const Dataset& data, int64_t index) {
  const std::string name = data.QuestionName(index);
  return {index, LastIdOf(name.substr(0, name.find("/questions/"))), LastIdOf(name)};
}

std::vector<AskedQuestion> QuestionsToAsk(const Dataset& data, int claims) {
  std::vector<AskedQuestion> questions;
  for (int64_t index = 0; index < data.questions(); ++index) {
    if (claims == 0 || data.ClaimsOf(index) == claims) questions.push_back(Asked(data, index));
  }
  return questions;
}

nlohmann::ordered_json Agreement(
    const Dataset& data, absl::FunctionRef<absl::StatusOr<std::string>(const AskedQuestion&)> status_of) {
  const int64_t sample = std::min(kSample, data.questions());
  int64_t same = 0;
  std::map<std::string, int64_t> differences;
  for (int64_t number = 0; number < sample; ++number) {
    const AskedQuestion question = Asked(data, number * data.questions() / sample);
    const std::string wanted = StatusName(engine::VerdictOf(data.CaseOf(question.index), {}, {}).status);
    const std::string found = status_of(question).value_or("ERROR");
    if (found == wanted) {
      ++same;
    } else {
      ++differences[absl::StrCat(wanted, " by the engine, ", found, " by the query")];
    }
  }
  return {{"questions", sample},
          {"same", same},
          {"rate", static_cast<double>(same) / static_cast<double>(sample)},
          {"differences", differences}};
}

}  // namespace gainsay::benchmark
