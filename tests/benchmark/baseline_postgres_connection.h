#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_CONNECTION_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_CONNECTION_H_

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace gainsay::benchmark {

// A connection to PostgreSQL. INTERNAL, with the server's message: what was asked failed. Not thread-safe.
class PostgresConnection {
 public:
  // As text; nothing is null.
  using Parameters = std::vector<std::optional<std::string>>;

  static absl::StatusOr<PostgresConnection> Open(const std::string& conninfo);

  // Executes statements of any number, in one round trip.
  absl::Status Execute(const std::string& sql);

  // Returns the first cell of a query's only row.
  absl::StatusOr<std::string> Value(const std::string& sql);

  absl::Status Prepare(const std::string& name, const std::string& sql);

  // Runs prepared statements in one round trip, each with all the parameters. Returns the first cell of the
  // last one's first row, or how many rows that has written. `bytes`, if given, is what all rows come to.
  absl::StatusOr<std::string> Run(const std::vector<std::string>& names, const Parameters& parameters,
                                  int64_t* bytes = nullptr);

  // Copies rows into a table: "topics (id, name)", and text as COPY reads it.
  absl::Status Copy(const std::string& target, const std::string& text);

 private:
  struct Closed {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Closed>;

  explicit PostgresConnection(PGconn* connection) : connection_(connection) {}
  absl::Status Send(const std::vector<std::string>& names, const Parameters& parameters);
  absl::Status Error() const;

  std::unique_ptr<PGconn, Closed> connection_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_CONNECTION_H_
