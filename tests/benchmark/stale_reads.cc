#include "tests/benchmark/stale_reads.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "client/cpp/connection.h"
#include "tests/benchmark/turning_question.h"

namespace gainsay::benchmark {
namespace {

// A question is left for a new one before its claims make it slow.
constexpr int kStatementsPerQuestion = 50;

class Search {
 public:
  explicit Search(const LoadOptions& options)
      : options_(options), end_(absl::Now() + absl::Seconds(options.seconds)), latest_(options.streams) {}

  absl::StatusOr<StaleReadsResult> Run() {
    std::vector<std::thread> threads;
    for (int i = 0; i < options_.streams; ++i) {
      threads.emplace_back([this, i] { Note(Write(i)); });
      threads.emplace_back([this] { Note(Read()); });
    }
    for (std::thread& thread : threads) thread.join();
    absl::MutexLock lock(&mutex_);
    if (!failure_.ok()) return failure_;
    return result_;
  }

 private:
  // A question, and the last of its statements that was acknowledged.
  struct Acknowledged {
    TurningQuestion question;
    int statement;
  };

  bool Ended() {
    absl::MutexLock lock(&mutex_);
    return !failure_.ok() || absl::Now() > end_;
  }

  absl::Status Write(int writer) {
    const auto connection = client::Connection::Open({.server = options_.server});
    if (!connection.ok()) return connection.status();
    const std::string topic = absl::StrCat("turning-", options_.first_number, "-", writer);
    for (int number = 0; !Ended(); ++number) {
      const auto question = TurningQuestion::Make(*connection, topic, number);
      if (!question.ok()) return question.status();
      for (int statement = 0; statement < kStatementsPerQuestion && !Ended(); ++statement) {
        const absl::Status turned = question->Turn(*connection, statement);
        if (!turned.ok()) return turned;
        Acknowledge(writer, {*question, statement});
        const absl::Status looked = Look(*connection, {*question, statement});
        if (!looked.ok()) return looked;
      }
    }
    return absl::OkStatus();
  }

  absl::Status Read() {
    const auto connection = client::Connection::Open({.server = options_.server});
    if (!connection.ok()) return connection.status();
    for (int writer = 0; !Ended(); writer = (writer + 1) % options_.streams) {
      const std::optional<Acknowledged> latest = Latest(writer);
      if (!latest) continue;
      const absl::Status looked = Look(*connection, *latest);
      if (!looked.ok()) return looked;
    }
    return absl::OkStatus();
  }

  // Reads a question, which must show what is acknowledged, or what came later.
  absl::Status Look(const client::Connection& connection, const Acknowledged& acknowledged) {
    const absl::StatusOr<int> shown = acknowledged.question.StatementShown(connection);
    if (!shown.ok()) return shown.status();
    absl::MutexLock lock(&mutex_);
    ++result_.reads;
    if (*shown < acknowledged.statement) ++result_.stale;
    return absl::OkStatus();
  }

  void Acknowledge(int writer, const Acknowledged& acknowledged) {
    absl::MutexLock lock(&mutex_);
    ++result_.writes;
    latest_[writer] = acknowledged;
  }

  std::optional<Acknowledged> Latest(int writer) {
    absl::MutexLock lock(&mutex_);
    return latest_[writer];
  }

  void Note(const absl::Status& status) {
    absl::MutexLock lock(&mutex_);
    failure_.Update(status);
  }

  const LoadOptions& options_;
  const absl::Time end_;
  absl::Mutex mutex_;
  std::vector<std::optional<Acknowledged>> latest_ ABSL_GUARDED_BY(mutex_);
  StaleReadsResult result_ ABSL_GUARDED_BY(mutex_);
  absl::Status failure_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::string StaleReadsResult::Json() const {
  return nlohmann::ordered_json({{"what", "stale"}, {"writes", writes}, {"reads", reads}, {"stale", stale}})
      .dump();
}

absl::StatusOr<StaleReadsResult> FindStaleReads(const LoadOptions& options) { return Search(options).Run(); }

}  // namespace gainsay::benchmark
