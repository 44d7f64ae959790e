// Runs one of the service's main paths again and again, so that its instructions can be counted: the
// difference between two counts of repeats is free of what starting costs. Deterministic: one thread, a store
// in memory. Usage: instruction_paths PATH REPEATS

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "service/engine/compare.h"
#include "service/ledger/checking.h"
#include "service/ledger/comparing.h"
#include "service/ledger/import.h"
#include "service/ledger/recording.h"
#include "service/rpc/comparison_converter.h"
#include "service/store/memory/memory_store.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {
namespace {

constexpr char kWorkspace[] = "default";
constexpr int kQuestionClaims = 30;
constexpr size_t kImportedRecords = 1'000;

// What every path works on: a store that has one question of 30 claims, with all that it refers to.
class OnFile {
 public:
  OnFile()
      : index_(Dataset({.claims = 20'000}).QuestionsOf(kQuestionClaims).front()), data_(DataUpTo(index_)) {
    std::vector<model::Record> records;
    data_.ForEachFrom(index_, [&records](const model::Record& record) { records.push_back(record); });
    Require(Import(ledger_, records));
  }

  const ledger::Ledger& ledger() const { return ledger_; }
  std::string question() const { return data_.QuestionName(index_); }
  engine::CaseFile file() const { return data_.CaseOf(index_); }
  model::Claim NewClaim(int number) const { return data_.NewClaim(index_, number); }

  static absl::Status Import(const ledger::Ledger& ledger, const std::vector<model::Record>& records) {
    ledger::Import import(ledger, {.workspace = kWorkspace});
    int64_t line = 0;
    for (const model::Record& record : records) {
      const auto added = import.Add(++line, record);
      if (!added.ok()) return added.status();
    }
    const auto finished = import.Finish();
    if (finished.ok() && finished->refused > 0) return finished->errors.front().status;
    return finished.status();
  }

  // A path that does not do what it should has no count.
  static void Require(const absl::Status& status) {
    if (status.ok()) return;
    std::cerr << "instruction_paths: " << status << '\n';
    std::exit(1);
  }

 private:
  // The data that ends with a question.
  static Dataset DataUpTo(int64_t question) {
    const Dataset more({.claims = 20'000});
    int64_t claims = 0;
    for (int64_t index = 0; index <= question; ++index) claims += more.ClaimsOf(index);
    return Dataset({.claims = claims});
  }

  int64_t index_;
  Dataset data_;
  std::unique_ptr<store::Store> store_ = store::NewMemoryStore();
  ledger::Ledger ledger_{*store_, [] { return absl::FromUnixSeconds(1'780'000'000); }};
};

// The engine alone.
void CompareInEngine(const OnFile& on_file, int repeats) {
  const engine::CaseFile file = on_file.file();
  for (int i = 0; i < repeats; ++i) {
    if (engine::Compare(file, {}, {}, false).positions.empty()) std::exit(1);
  }
}

// Reading, decoding and comparing.
void CompareFromStore(const OnFile& on_file, int repeats) {
  for (int i = 0; i < repeats; ++i) {
    OnFile::Require(ledger::CompareQuestion(on_file.ledger(), kWorkspace, on_file.question(), {}).status());
  }
}

// Making the answer's bytes.
void WriteAnswer(const OnFile& on_file, int repeats) {
  const engine::Comparison comparison = engine::Compare(on_file.file(), {}, {}, false);
  for (int i = 0; i < repeats; ++i) {
    if (rpc::ComparisonBytes(comparison).empty()) std::exit(1);
  }
}

// Checking candidates one after the other, as a stream of them is.
void CheckCandidate(const OnFile& on_file, int repeats) {
  ledger::Checker checker(on_file.ledger(), kWorkspace, {});
  const model::Claim candidate = on_file.file().question.claims.front().record;
  for (int i = 0; i < repeats; ++i) OnFile::Require(checker.Check(candidate).status());
}

// Recording claims, one a batch; each is made first.
void RecordClaim(const OnFile& on_file, int repeats) {
  for (int i = 0; i < repeats; ++i) {
    const std::vector<model::Claim> claims = {on_file.NewClaim(i)};
    OnFile::Require(ledger::RecordAll(on_file.ledger(), kWorkspace, claims, "claims").status());
  }
}

// Importing a thousand records into an empty store.
void ImportRecords(const OnFile&, int repeats) {
  std::vector<model::Record> records;
  Dataset({.claims = kImportedRecords}).ForEach([&records](const model::Record& record) {
    if (records.size() < kImportedRecords) records.push_back(record);
  });
  for (int i = 0; i < repeats; ++i) {
    const std::unique_ptr<store::Store> store = store::NewMemoryStore();
    OnFile::Require(OnFile::Import({*store, [] { return absl::FromUnixSeconds(1'780'000'000); }}, records));
  }
}

const std::map<std::string, std::function<void(const OnFile&, int)>>& Paths() {
  static const std::map<std::string, std::function<void(const OnFile&, int)>> paths = {
      {"compare-in-engine", CompareInEngine}, {"compare-from-store", CompareFromStore},
      {"write-answer", WriteAnswer},          {"check-candidate", CheckCandidate},
      {"record-claim", RecordClaim},          {"import-records", ImportRecords},
  };
  return paths;
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  using gainsay::benchmark::Paths;
  const auto path = argc == 3 ? Paths().find(argv[1]) : Paths().end();
  if (path == Paths().end()) {
    std::cerr << "Usage: instruction_paths PATH REPEATS\n";
    for (const auto& [name, run] : Paths()) std::cerr << "  " << name << '\n';
    return 2;
  }
  path->second(gainsay::benchmark::OnFile(), std::atoi(argv[2]));
  return 0;
}
