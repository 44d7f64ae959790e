#include "service/store/stored_fields.h"

#include <cmath>

#include "absl/strings/str_cat.h"

namespace gainsay::store {

using google::protobuf::RepeatedPtrField;

void FieldReader::Refuse(const std::string& reason) {
  if (status_.ok()) status_ = absl::DataLossError(absl::StrCat("damaged record: ", reason));
}

void FieldReader::Check(const google::protobuf::Message& stored) {
  if (!stored.GetReflection()->GetUnknownFields(stored).empty()) Refuse("a field is unknown");
}

std::optional<model::Edtf> FieldReader::Time(const std::string& text) {
  if (text.empty()) return std::nullopt;
  absl::StatusOr<model::Edtf> time = model::Edtf::Parse(text);
  if (time.ok()) return *std::move(time);
  Refuse("a time is not EDTF");
  return std::nullopt;
}

std::optional<model::Decimal> FieldReader::OptionalNumber(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return Number(text);
}

model::Decimal FieldReader::Number(const std::string& text) {
  absl::StatusOr<model::Decimal> number = model::Decimal::Parse(text);
  if (number.ok()) return *std::move(number);
  Refuse("an amount is not a decimal number");
  return *model::Decimal::Parse("0");
}

double FieldReader::Finite(double number) {
  if (!std::isfinite(number)) Refuse("a coordinate is not finite");
  return number;
}

std::vector<std::string> FieldReader::Texts(const RepeatedPtrField<std::string>& stored) {
  return {stored.begin(), stored.end()};
}

std::map<std::string, std::string> FieldReader::Map(const RepeatedPtrField<v1::KeyedText>& stored) {
  std::map<std::string, std::string> map;
  for (const v1::KeyedText& entry : stored) {
    Check(entry);
    if (!map.empty() && entry.key() <= map.rbegin()->first) Refuse("the keys of a map are out of order");
    map.emplace_hint(map.end(), entry.key(), entry.text());
  }
  return map;
}

std::vector<model::Appearance> FieldReader::Appearances(const RepeatedPtrField<v1::Appearance>& stored) {
  std::vector<model::Appearance> appearances;
  appearances.reserve(stored.size());
  for (const v1::Appearance& appearance : stored) {
    Check(appearance);
    appearances.push_back(
        {.source = appearance.source(),
         .quote = appearance.quote(),
         .language = appearance.language(),
         .locator = appearance.locator(),
         .access = Enumerator(appearance.access(), model::Access::kFirstHand, model::Access::kUnknown),
         .interpreted = appearance.interpreted()});
  }
  return appearances;
}

std::string TextOf(const std::optional<model::Edtf>& time) { return time ? time->text() : std::string(); }

std::string TextOf(const std::optional<model::Decimal>& number) {
  return number ? number->text() : std::string();
}

void Store(const std::vector<std::string>& texts, RepeatedPtrField<std::string>& stored) {
  for (const std::string& text : texts) *stored.Add() = text;
}

void Store(const std::map<std::string, std::string>& map, RepeatedPtrField<v1::KeyedText>& stored) {
  for (const auto& [key, text] : map) {
    v1::KeyedText& entry = *stored.Add();
    entry.set_key(key);
    entry.set_text(text);
  }
}

void Store(const std::vector<model::Appearance>& appearances, RepeatedPtrField<v1::Appearance>& stored) {
  for (const model::Appearance& appearance : appearances) {
    v1::Appearance& out = *stored.Add();
    out.set_source(appearance.source);
    out.set_quote(appearance.quote);
    out.set_language(appearance.language);
    out.set_locator(appearance.locator);
    out.set_access(static_cast<int>(appearance.access));
    out.set_interpreted(appearance.interpreted);
  }
}

}  // namespace gainsay::store
