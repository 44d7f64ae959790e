// What the engine alone costs, by claims on the question: comparing, the verdict alone, explaining and
// checking questions as they are; and comparing questions of shapes that get large, each under its name.
// Usage: engine_benchmark --benchmark_format=json [--benchmark_filter=REGEX]

#include <benchmark/benchmark.h>

#include <algorithm>
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

std::vector<engine::CaseFile> CasesOf(int claims) {
  std::vector<engine::CaseFile> cases;
  for (const int64_t question : QuestionsOf(claims)) cases.push_back(Data().CaseOf(question));
  return cases;
}

// Runs `answer` on one question of the size after the other.
template <class Answer>
void TurnOver(::benchmark::State& state, Answer answer) {
  const std::vector<engine::CaseFile> cases = CasesOf(static_cast<int>(state.range(0)));
  size_t turn = 0;
  for (auto _ : state) ::benchmark::DoNotOptimize(answer(cases[turn++ % cases.size()]));
  state.SetItemsProcessed(state.iterations());
}

void Compare(::benchmark::State& state) {
  TurnOver(state, [](const engine::CaseFile& file) { return engine::Compare(file, {}, {}, false); });
}

void Explain(::benchmark::State& state) {
  TurnOver(state, [](const engine::CaseFile& file) { return engine::Compare(file, {}, {}, true); });
}

void Verdict(::benchmark::State& state) {
  TurnOver(state, [](const engine::CaseFile& file) { return engine::VerdictOf(file, {}, {}); });
}

// With a copy of the question's comparison each time, as every answer has one of its own.
void CheckAgainst(::benchmark::State& state) {
  struct Candidate {
    engine::CaseFile file;
    engine::Comparison comparison;
    model::Claim claim;
  };
  std::vector<Candidate> candidates;
  for (const int64_t question : QuestionsOf(static_cast<int>(state.range(0)))) {
    engine::CaseFile file = Data().CaseOf(question);
    engine::Comparison comparison = engine::Compare(file, {}, {}, false);
    candidates.push_back({std::move(file), std::move(comparison), Data().NewClaim(question, 0)});
  }
  size_t turn = 0;
  for (auto _ : state) {
    const Candidate& candidate = candidates[turn++ % candidates.size()];
    ::benchmark::DoNotOptimize(
        engine::CheckAgainst(candidate.comparison, candidate.file, candidate.claim, {}, {}));
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(Compare)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(Explain)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(Verdict)->Arg(10)->Arg(30)->Arg(50);
BENCHMARK(CheckAgainst)->Arg(10)->Arg(30)->Arg(50);

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
