#ifndef GAINSAY_SERVICE_LEDGER_WORDING_INDEX_H_
#define GAINSAY_SERVICE_LEDGER_WORDING_INDEX_H_

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/reader.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// What the claims of a topic, or of some questions, say in which words: the words of their `text`, and of
// their TEXT values, folded (engine::FoldText). A TEXT value's words affirm it, also where a claim denies it.
// Voided claims are not read.
class WordingIndex {
 public:
  // Reads a topic. DATA_LOSS: stored bytes are damaged. UNAVAILABLE: the store cannot be read.
  static absl::StatusOr<WordingIndex> Read(const Reader& reader, const std::string& topic);

  // Reads questions; those that are not on file are passed over. Errors as Read.
  static absl::StatusOr<WordingIndex> ReadQuestions(const Reader& reader,
                                                    const std::vector<std::string>& questions);

  // Returns what is said in the same words: question, polarity, value and speech act of each statement,
  // without a party. Claims on one question that leave the same possibilities open by the same speech act
  // make one statement.
  std::vector<model::Claim> Find(std::string_view text) const;

 private:
  // By what makes them one.
  using Statements = std::map<std::string, model::Claim>;

  absl::Status Add(const Reader& reader, const model::Question& question);

  std::unordered_map<std::string, Statements> by_words_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_WORDING_INDEX_H_
