#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_STATEMENT_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_STATEMENT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/engine/case_file.h"

namespace gainsay::testing {

// When the record of that revision was made: one second after the one before it.
absl::Time GoldenRecordTime(int64_t revision);

// The readers of a golden case's immutable records. Each takes a line, records it with `question` at
// `revision`, and puts the entities it mentions on file.

// Reads "c1: gknb says at least 10 persons on 2025-12-24, valid 2025-12, probably, as an accusation,
// in doc1 (first hand, interpreted), in doc2 (second hand)"; "denies" for "says".
absl::Status AddClaim(const std::string& line, int64_t revision, engine::CaseFile* file,
                      engine::QuestionFile* question);

// Reads "s1: tajikistan has made no official announcement as of 2025-12-29, in doc1".
absl::Status AddSilence(const std::string& line, int64_t revision, engine::CaseFile* file,
                        engine::QuestionFile* question);

// Reads "r1: c1 entails c2, says editor", or ", says model nli 1".
absl::Status AddRelation(const std::string& line, int64_t revision, engine::CaseFile* file,
                         engine::QuestionFile* question);

// Reads "w1: c1 is retracted on 2026-01-02, by gknb, in doc1", "w2: c1 is superseded by c2 on 2026-01-02",
// "w3: doc1 is pulled on 2026-01-02". What it names is a source if one of that id is on file.
absl::Status AddWithdrawal(const std::string& line, int64_t revision, engine::CaseFile* file,
                           engine::QuestionFile* question);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_STATEMENT_H_
