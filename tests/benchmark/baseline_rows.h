#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_ROWS_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_ROWS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/model/records.h"

namespace gainsay::benchmark {

// The tables of baseline_schema.sql, referred to before referring.
enum class Table {
  kEntities,
  kBroader,
  kTopics,
  kQuestions,
  kRespondents,
  kSources,
  kCitations,
  kClaims,
  kAppearances
};
inline constexpr int kTables = 9;

// The table's name and the columns that its rows fill: "topics (id, name)".
std::string TargetOf(Table table);

using Cell = std::variant<std::monostate, int64_t, double, std::string>;
using Row = std::vector<Cell>;

// Makes rows of records, referred to before referring, and gives each an id. Not thread-safe.
class RowMaker {
 public:
  using Take = absl::FunctionRef<void(Table table, Row row)>;

  void Add(const model::Record& record, Take take);

  // The cells of a claim's row from `polarity` to `words`, but `answer`.
  struct Statement {
    Cell low, high, magnitude, amount, bound, unit;
  };
  Statement StatementOf(const model::Claim& claim) const;

 private:
  void AddRows(const model::Entity& entity, Take take);
  void AddRows(const model::Source& source, Take take);
  void AddRows(const model::Topic& topic, Take take);
  void AddRows(const model::Question& question, Take take);
  void AddRows(const model::Claim& claim, Take take);

  int64_t NewId(Table table, const std::string& name);
  Cell IdOf(const std::string& name) const;  // nothing for an empty name

  std::unordered_map<std::string, int64_t> ids_;
  int64_t last_ids_[kTables] = {};
  std::unordered_map<std::string, std::string> units_;  // by question
};

// The part of a name after its last slash.
std::string LastIdOf(std::string_view name);

// A time as it is ordered by, and its text; nothing without one.
Cell MomentCell(const std::optional<model::Edtf>& time);
Cell TextCell(const std::optional<model::Edtf>& time);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_ROWS_H_
