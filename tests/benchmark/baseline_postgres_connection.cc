#include "tests/benchmark/baseline_postgres_connection.h"

#include "absl/strings/str_cat.h"

namespace gainsay::benchmark {
namespace {

bool Succeeded(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_SYNC ||
         status == PGRES_EMPTY_QUERY;
}

int64_t BytesOf(const PGresult* rows) {
  int64_t bytes = 0;
  for (int row = 0; row < PQntuples(rows); ++row) {
    for (int column = 0; column < PQnfields(rows); ++column) bytes += PQgetlength(rows, row, column);
  }
  return bytes;
}

}  // namespace

absl::Status PostgresConnection::Error() const {
  return absl::InternalError(PQerrorMessage(connection_.get()));
}

absl::StatusOr<PostgresConnection> PostgresConnection::Open(const std::string& conninfo) {
  PostgresConnection connection(PQconnectdb(conninfo.c_str()));
  if (PQstatus(connection.connection_.get()) != CONNECTION_OK) return connection.Error();
  return connection;
}

absl::Status PostgresConnection::Execute(const std::string& sql) {
  const Result result(PQexec(connection_.get(), sql.c_str()));
  return Succeeded(result.get()) ? absl::OkStatus() : Error();
}

absl::StatusOr<std::string> PostgresConnection::Value(const std::string& sql) {
  const Result result(PQexec(connection_.get(), sql.c_str()));
  if (!Succeeded(result.get()) || PQntuples(result.get()) != 1) return Error();
  return PQgetvalue(result.get(), 0, 0);
}

absl::Status PostgresConnection::Prepare(const std::string& name, const std::string& sql) {
  const Result result(PQprepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr));
  return Succeeded(result.get()) ? absl::OkStatus() : Error();
}

absl::Status PostgresConnection::Send(const std::vector<std::string>& names, const Parameters& parameters) {
  std::vector<const char*> values;
  for (const auto& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
  const auto count = static_cast<int>(values.size());
  PQenterPipelineMode(connection_.get());
  for (const std::string& name : names) {
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), count, values.data(), nullptr, nullptr, 0) ==
        0) {
      return Error();
    }
  }
  return PQpipelineSync(connection_.get()) == 1 ? absl::OkStatus() : Error();
}

absl::StatusOr<std::string> PostgresConnection::Run(const std::vector<std::string>& names,
                                                    const Parameters& parameters, int64_t* bytes) {
  if (absl::Status status = Send(names, parameters); !status.ok()) return status;
  absl::StatusOr<std::string> value = std::string();
  for (size_t i = 0; i < names.size(); ++i) {
    const Result result(PQgetResult(connection_.get()));
    if (!Succeeded(result.get())) {
      if (value.ok()) value = absl::InternalError(PQresultErrorMessage(result.get()));
    } else if (i + 1 == names.size() && value.ok()) {
      value = PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : PQcmdTuples(result.get());
    }
    if (bytes != nullptr) *bytes += BytesOf(result.get());
    PQgetResult(connection_.get());  // the end of one statement's results
  }
  const Result synced(PQgetResult(connection_.get()));
  PQexitPipelineMode(connection_.get());
  return value;
}

absl::Status PostgresConnection::Copy(const std::string& target, const std::string& text) {
  const Result begun(PQexec(connection_.get(), absl::StrCat("copy ", target, " from stdin").c_str()));
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return Error();
  if (PQputCopyData(connection_.get(), text.data(), static_cast<int>(text.size())) != 1) return Error();
  if (PQputCopyEnd(connection_.get(), nullptr) != 1) return Error();
  const Result ended(PQgetResult(connection_.get()));
  const absl::Status status = Succeeded(ended.get()) ? absl::OkStatus() : Error();
  PQgetResult(connection_.get());  // nothing more
  return status;
}

}  // namespace gainsay::benchmark
