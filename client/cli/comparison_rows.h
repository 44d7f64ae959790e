#ifndef GAINSAY_CLIENT_CLI_COMPARISON_ROWS_H_
#define GAINSAY_CLIENT_CLI_COMPARISON_ROWS_H_

#include <google/protobuf/repeated_field.h>

#include <string>
#include <vector>

#include "client/cli/glossary.h"
#include "client/cli/row_layout.h"
#include "client/cli/styled_text.h"
#include "gainsay/v1/comparison.pb.h"

namespace gainsay::cli {

// What one comparison says, in words, for whatever lays it out. Refers to both arguments.
class ComparisonRows {
 public:
  ComparisonRows(const v1::Comparison& comparison, const Glossary& glossary)
      : comparison_(comparison), glossary_(glossary) {}

  // What is confirmed ("Confirmed by third parties: 10 to 20 persons"); empty if nothing is.
  Line Confirmed() const;
  // In what way it conflicts, what else to know of it, and since when; empty if there is nothing.
  Line Remarks() const;

  // "at least 10 persons".
  std::string ValueOf(const v1::Position& position) const;
  // "CONFLICTING · 1 side · 1 to 2 origins · 3 documents · ..."; of the only position just the counts,
  // since status and flags are the question's.
  Line StandingOf(const v1::Position& position) const;

  std::vector<Row> Supporters(const v1::Position& position) const;
  std::vector<Row> Opposers(const v1::Position& position) const;
  // Claims that neither support nor oppose it.
  std::vector<Row> Neither(const v1::Position& position) const;

  // Claims that form no position.
  std::vector<Row> Others() const;
  // One row a respondent, one more for each further silence of it.
  std::vector<Row> Respondents() const;
  // The names of the flags, and the steps of the explanation.
  std::vector<Row> Explanation() const;

 private:
  using Claims = google::protobuf::RepeatedPtrField<v1::RelatedClaim>;

  bool IsAlone() const { return comparison_.positions_size() == 1; }
  std::string InWords(const v1::Value& value, v1::Polarity polarity) const;
  std::string Party(const std::string& party, const std::string& side) const;
  std::string Provenance(const v1::RelatedClaim& claim) const;
  // `shown` is the value that the reader sees already.
  std::string ClaimInWords(const v1::RelatedClaim& claim, const std::string& shown) const;
  std::vector<Row> RowsOf(const std::string& label, const Claims& claims, const std::string& shown) const;
  std::string OtherClaimInWords(const v1::OtherClaim& other) const;
  std::string SilenceOf(const v1::Respondent& respondent, const v1::RespondentSilence& silence) const;

  const v1::Comparison& comparison_;
  const Glossary& glossary_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPARISON_ROWS_H_
