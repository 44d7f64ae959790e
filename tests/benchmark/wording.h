#ifndef GAINSAY_TESTS_BENCHMARK_WORDING_H_
#define GAINSAY_TESTS_BENCHMARK_WORDING_H_

#include <cstdint>
#include <string>

#include "service/model/edtf.h"
#include "tests/benchmark/draws.h"

namespace gainsay::benchmark {

// Returns a sentence of so many words, some of them not in Latin script.
std::string Sentence(Draws& draws, int words);

// Returns so many lower-case hexadecimal digits; `digits` is a multiple of 16.
std::string HexDigits(Draws& draws, int digits);

// Times as documents give them, counted from a day of 2015.
model::Edtf Month(int day);
model::Edtf Day(int day);
model::Edtf Minute(int day, int minute);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_WORDING_H_
