#include "service/rpc/field_reader.h"

#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"

namespace gainsay::rpc {
namespace {

constexpr size_t kMaxLanguageTag = 35;  // BCP 47, section 4.4.1

bool IsLanguageTag(std::string_view text) {
  return text.size() <= kMaxLanguageTag &&
         std::all_of(text.begin(), text.end(), [](char c) { return absl::ascii_isalnum(c) || c == '-'; });
}

}  // namespace

void FieldReader::Refuse(std::string_view field, std::string_view reason) { Keep(FieldError(field, reason)); }

void FieldReader::Require(bool holds, std::string_view field, std::string_view reason) {
  if (!holds) Refuse(field, reason);
}

void FieldReader::Keep(absl::Status status) {
  if (status_.ok()) status_ = std::move(status);
}

std::string FieldReader::Name(std::string_view field, model::NameKind kind, const std::string& text) {
  Check(field, model::CheckName(kind, text));
  return text;
}

std::string FieldReader::OptionalName(std::string_view field, model::NameKind kind, const std::string& text) {
  return text.empty() ? text : Name(field, kind, text);
}

std::string FieldReader::NameBelow(std::string_view field, model::NameKind kind, const std::string& text,
                                   std::string_view parent) {
  if (text.empty()) return text;
  Name(field, kind, text);
  Require(model::ParentOf(text) == parent, field, "does not lie below " + std::string(parent));
  return text;
}

std::vector<std::string> FieldReader::Names(std::string_view field, model::NameKind kind,
                                            const google::protobuf::RepeatedPtrField<std::string>& texts,
                                            std::string_view self) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const std::string& text : texts) {
    const std::string path = Indexed(field, static_cast<int>(names.size()));
    names.push_back(Name(path, kind, text));
    Require(text != self, path, "names itself");
    Require(seen.insert(text).second, path, "is listed twice");
  }
  return names;
}

std::string FieldReader::Text(std::string_view field, const std::string& text, size_t limit) {
  Require(text.size() <= limit, field, absl::StrCat("is longer than ", limit, " bytes"));
  return text;
}

std::string FieldReader::Unit(std::string_view field, const std::string& text) {
  Require(absl::StripAsciiWhitespace(text).size() == text.size(), field, "has white space around it");
  return Text(field, text, kMaxLabel);
}

std::string FieldReader::Language(std::string_view field, const std::string& text) {
  Require(IsLanguageTag(text), field, "not a BCP-47 language tag");
  return text;
}

std::optional<model::Edtf> FieldReader::Time(std::string_view field, const std::string& text) {
  if (text.empty()) return std::nullopt;
  return Take(field, model::Edtf::Parse(text));
}

std::optional<model::Decimal> FieldReader::Number(std::string_view field, const std::string& text) {
  Require(!text.empty(), field, "is required");
  return Take(field, model::Decimal::Parse(text));
}

}  // namespace gainsay::rpc
