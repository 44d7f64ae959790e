#ifndef GAINSAY_CLIENT_CLI_RECORD_TABLE_H_
#define GAINSAY_CLIENT_CLI_RECORD_TABLE_H_

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "client/cli/styled_text.h"

namespace gainsay::cli {

// One field of a record, for people.
struct Fact {
  std::string name;
  std::string value;
};

// Returns what a record holds, field by field: "display name", "speaks for". Fields within fields are
// one value ("entities/tajikistan, valid time 1991/.."), elements of an array a fact each.
std::vector<Fact> FactsOf(const google::protobuf::Message& record);

// Returns facts as two columns.
std::vector<Line> FactTable(const std::vector<Fact>& facts, int width);
std::string FactMarkdown(const std::vector<Fact>& facts);

// A listing: the same columns for each row.
struct Listing {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

// Returns a listing as columns as wide as needed; where they do not fit, the widest are wrapped.
std::vector<Line> ListingTable(const Listing& listing, int width);
std::string ListingMarkdown(const Listing& listing);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RECORD_TABLE_H_
