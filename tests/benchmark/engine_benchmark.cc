// What the engine alone costs, by claims on the question: comparing, the verdict alone, explaining and
// checking questions as they are; and comparing questions of shapes that get large, each under its name.
// Usage: engine_benchmark --benchmark_format=json [--benchmark_filter=REGEX]

#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "service/engine/checking.h"
#include "service/engine/compare.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/question_shapes.h"

namespace gainsay::benchmark {
namespace {

// Questions that a case turns over, so that no single one's luck is measured.
constexpr size_t kQuestions = 25;

const Dataset& Data() {
  static const Dataset data({.claims = 100'000});
  return data;
}

std::vector<int64_t> QuestionsOf(int claims) {
  std::vector<int64_t> questions = Data().QuestionsOf(claims);
  questions.resize(std::min(questions.size(), kQuestions));
  return questions;
}

// Runs `answer` on what `prepare` makes of one question of the size after the other.
template <class Prepare, class Answer>
void TurnOver(::benchmark::State& state, Prepare prepare, Answer answer) {
  std::vector<decltype(prepare(0))> prepared;
  for (const int64_t question : QuestionsOf(static_cast<int>(state.range(0)))) {
    prepared.push_back(prepare(question));
  }
  size_t turn = 0;
  for (auto _ : state) ::benchmark::DoNotOptimize(answer(prepared[turn++ % prepared.size()]));
  state.SetItemsProcessed(state.iterations());
}

engine::CaseFile CaseOf(int64_t question) { return Data().CaseOf(question); }

std::shared_ptr<const engine::PreparedCase> PreparedCaseOf(int64_t question) {
  return std::make_shared<const engine::PreparedCase>(CaseOf(question));
}

void Compare(::benchmark::State& state) {
  TurnOver(state, CaseOf, [](const auto& file) { return engine::Compare(file, {}, {}, false); });
}

void ComparePrepared(::benchmark::State& state) {
  TurnOver(state, PreparedCaseOf,
           [](const auto& prepared) { return engine::Compare(*prepared, {}, {}, false); });
}

void ExplainPrepared(::benchmark::State& state) {
  TurnOver(state, PreparedCaseOf,
           [](const auto& prepared) { return engine::Compare(*prepared, {}, {}, true); });
}

void Verdict(::benchmark::State& state) {
  TurnOver(state, CaseOf, [](const auto& file) { return engine::VerdictOf(file, {}, {}); });
}

void VerdictPrepared(::benchmark::State& state) {
  TurnOver(state, PreparedCaseOf, [](const auto& prepared) { return engine::VerdictOf(*prepared, {}, {}); });
}

// A candidate against a question whose comparison is made already.
void Check(::benchmark::State& state) {
  struct Checking {
    std::unique_ptr<const engine::CheckedQuestion> question;
    model::Claim candidate;
  };
  const auto prepare = [](int64_t question) {
    return Checking{std::make_unique<const engine::CheckedQuestion>(
                        PreparedCaseOf(question), engine::Policy{}, engine::ReadTimes{}, false),
                    Data().NewClaim(question, 0)};
  };
  TurnOver(state, prepare,
           [](const Checking& checking) { return checking.question->Check(checking.candidate); });
}

BENCHMARK(Compare)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(ComparePrepared)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(ExplainPrepared)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(Verdict)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(VerdictPrepared)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(Check)->Arg(10)->Arg(30)->Arg(50);

void CompareShape(::benchmark::State& state, const QuestionShape& shape) {
  const engine::CaseFile file = shape.make(static_cast<int>(state.range(0)));
  for (auto _ : state) ::benchmark::DoNotOptimize(engine::Compare(file, {}, {}, false));
}

}  // namespace
}  // namespace gainsay::benchmark

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  for (const auto& shape : gainsay::benchmark::QuestionShapes()) {
    benchmark::RegisterBenchmark(shape.name, gainsay::benchmark::CompareShape, shape)
        ->RangeMultiplier(10)
        ->Range(10, 10'000)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
