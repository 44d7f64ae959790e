#include "client/cli/record_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/display_text.h"
#include "client/cli/glossary.h"
#include "client/cli/markdown_text.h"
#include "client/cli/value_words.h"
#include "client/cli/wrapping.h"
#include "client/cpp/records_json.h"
#include "gainsay/v1/value.pb.h"

namespace gainsay::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kGap = 2;
constexpr int kLeastColumn = 8;

// "displayName" gives "display name".
std::string FieldInWords(const std::string& json_name) {
  std::string words;
  for (const char letter : json_name) {
    if (absl::ascii_isupper(letter)) words += ' ';
    words += absl::ascii_tolower(letter);
  }
  return words;
}

std::string InWords(const Json& json) {
  if (json.is_string()) return Displayable(json.get<std::string>());
  if (json.is_boolean()) return json.get<bool>() ? "yes" : "no";
  if (!json.is_structured()) return json.dump();
  std::vector<std::string> parts;
  for (const auto& [key, value] : json.items()) {
    parts.push_back(json.is_array() ? InWords(value)
                                    : absl::StrCat(Displayable(FieldInWords(key)), " ", InWords(value)));
  }
  return absl::StrJoin(parts, ", ");
}

// The words for a claim's value; empty for any other field.
std::string ValueFieldInWords(const google::protobuf::Message& record, const std::string& json_name) {
  const auto* field = record.GetDescriptor()->FindFieldByCamelcaseName(json_name);
  if (field == nullptr || field->message_type() != v1::Value::descriptor()) return "";
  v1::Value value;
  value.CopyFrom(record.GetReflection()->GetMessage(record, field));
  return ValueInWords(value, v1::POLARITY_AFFIRMS, "", Glossary());
}

// How wide to make columns that want these widths: the widest give way first, all alike.
std::vector<int> Fit(const std::vector<int>& wanted, int room) {
  room -= kGap * (static_cast<int>(wanted.size()) - 1);
  int most = *std::max_element(wanted.begin(), wanted.end());
  const auto total = [&] {
    int sum = 0;
    for (const int width : wanted) sum += std::min(width, most);
    return sum;
  };
  while (most > kLeastColumn && total() > room) --most;
  std::vector<int> widths;
  widths.reserve(wanted.size());
  for (const int width : wanted) widths.push_back(std::min(width, most));
  return widths;
}

std::vector<Line> Row(const std::vector<std::string>& texts, const std::vector<int>& widths, Ink ink) {
  std::vector<Cell> cells;
  int start = 0;
  for (size_t i = 0; i < texts.size(); ++i) {
    cells.push_back({start, widths[i], {{{texts[i], ink}}}});
    start += widths[i] + kGap;
  }
  return SideBySide(cells);
}

void AppendMarkdownRow(const std::vector<std::string>& texts, std::string& table) {
  table += '|';
  for (const std::string& text : texts) absl::StrAppend(&table, " ", MarkdownText(text), " |");
  table += '\n';
}

}  // namespace

std::vector<Fact> FactsOf(const google::protobuf::Message& record) {
  std::vector<Fact> facts;
  const Json json = Json::parse(client::MessageToJson(record, client::JsonStyle::kOneLine));
  for (const auto& [key, value] : json.items()) {
    const std::string name = FieldInWords(key);
    const std::string in_words = ValueFieldInWords(record, key);
    if (!in_words.empty()) {
      facts.push_back({name, in_words});
    } else if (value.is_array()) {
      for (const Json& element : value) facts.push_back({name, InWords(element)});
    } else {
      facts.push_back({name, InWords(value)});
    }
  }
  return facts;
}

std::vector<Line> FactTable(const std::vector<Fact>& facts, int width) {
  int names = 0;
  for (const Fact& fact : facts) names = std::max(names, DisplayWidth(fact.name));
  std::vector<Line> lines;
  std::string last;
  for (const Fact& fact : facts) {
    const int start = names + kGap;
    const auto rows = SideBySide({{0, start, {{{fact.name == last ? "" : fact.name, Ink::kFaint}}}},
                                  {start, std::max(width - start, kLeastColumn), {{{fact.value}}}}});
    lines.insert(lines.end(), rows.begin(), rows.end());
    last = fact.name;
  }
  return lines;
}

std::string FactMarkdown(const std::vector<Fact>& facts) {
  std::string text;
  for (const Fact& fact : facts) {
    absl::StrAppend(&text, "- ", fact.name, ": ", MarkdownText(fact.value), "\n");
  }
  return text;
}

std::vector<Line> ListingTable(const Listing& listing, int width) {
  std::vector<int> widths;
  for (const std::string& heading : listing.headings) widths.push_back(DisplayWidth(heading));
  for (const auto& row : listing.rows) {
    for (size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  widths = Fit(widths, width);
  std::vector<Line> lines = Row(listing.headings, widths, Ink::kFaint);
  for (const auto& row : listing.rows) {
    const auto more = Row(row, widths, Ink::kPlain);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

std::string ListingMarkdown(const Listing& listing) {
  std::string table;
  AppendMarkdownRow(listing.headings, table);
  table += '|';
  for (size_t i = 0; i < listing.headings.size(); ++i) table += " --- |";
  table += '\n';
  for (const auto& row : listing.rows) AppendMarkdownRow(row, table);
  return table;
}

}  // namespace gainsay::cli
