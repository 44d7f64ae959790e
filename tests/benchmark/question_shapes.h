#ifndef GAINSAY_TESTS_BENCHMARK_QUESTION_SHAPES_H_
#define GAINSAY_TESTS_BENCHMARK_QUESTION_SHAPES_H_

#include <vector>

#include "service/engine/case_file.h"

namespace gainsay::benchmark {

// A way for statements to lie that costs a comparison in its own way, made with as many claims as wanted.
struct QuestionShape {
  const char* name;
  engine::CaseFile (*make)(int claims);
};

const std::vector<QuestionShape>& QuestionShapes();

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_QUESTION_SHAPES_H_
