#ifndef GAINSAY_SERVICE_RPC_FIELD_READER_H_
#define GAINSAY_SERVICE_RPC_FIELD_READER_H_

#include <google/protobuf/repeated_field.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/model/decimal.h"
#include "service/model/edtf.h"
#include "service/model/names.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {

// The most bytes of UTF-8 that a field may have.
inline constexpr size_t kMaxLabel = 100;        // a unit, a scheme, a model's name or version
inline constexpr size_t kMaxLine = 2'048;       // a title, a name, a locator
inline constexpr size_t kMaxUri = 8'192;        // as much as browsers and proxies agree on
inline constexpr size_t kMaxText = 64 * 1'024;  // a statement, a quote

// Reads the fields of one message into model values, and remembers the first field that is wrong. What
// is returned for a wrong field is of no use: Finish() then gives the error instead of the whole.
class FieldReader {
 public:
  // Makes `field` the one at fault, unless another is already.
  void Refuse(std::string_view field, std::string_view reason);
  // The same if `holds` is false.
  void Require(bool holds, std::string_view field, std::string_view reason);

  // A resource name; it must be there.
  std::string Name(std::string_view field, model::NameKind kind, const std::string& text);
  // A resource name, or empty.
  std::string OptionalName(std::string_view field, model::NameKind kind, const std::string& text);
  // A resource name directly below `parent`, or empty.
  std::string NameBelow(std::string_view field, model::NameKind kind, const std::string& text,
                        std::string_view parent);
  // Resource names, each once and none of them `self`.
  std::vector<std::string> Names(std::string_view field, model::NameKind kind,
                                 const google::protobuf::RepeatedPtrField<std::string>& texts,
                                 std::string_view self = {});

  // Text of at most `limit` bytes, or empty.
  std::string Text(std::string_view field, const std::string& text, size_t limit = kMaxLine);
  // A unit's name without white space around it, or empty.
  std::string Unit(std::string_view field, const std::string& text);
  // A BCP-47 language tag, loosely, or empty.
  std::string Language(std::string_view field, const std::string& text);
  // An EDTF time, or nothing for an empty text.
  std::optional<model::Edtf> Time(std::string_view field, const std::string& text);

  // A decimal number; it must be there.
  std::optional<model::Decimal> Number(std::string_view field, const std::string& text);

  // An enumerator by a table of enum_tables.h; `otherwise` for an unspecified one.
  template <class Wire, class Model, size_t kRows>
  Model Enum(std::string_view field, const std::pair<Wire, Model> (&table)[kRows], Wire wire,
             Model otherwise) {
    return wire == Wire() ? otherwise : RequiredEnum(field, table, wire);
  }
  // The same; it must be specified.
  template <class Wire, class Model, size_t kRows>
  Model RequiredEnum(std::string_view field, const std::pair<Wire, Model> (&table)[kRows], Wire wire) {
    for (const auto& [known, meaning] : table) {
      if (known == wire) return meaning;
    }
    Refuse(field, wire == Wire() ? std::string("is required")
                                 : absl::StrCat(static_cast<int>(wire), " is not a known value"));
    return table[0].second;
  }

  // What a converter made of a part of the message; nothing if that is wrong.
  template <class T>
  std::optional<T> Take(std::string_view field, absl::StatusOr<T> part) {
    if (part.ok()) return *std::move(part);
    Keep(UnderField(field, part.status()));
    return std::nullopt;
  }
  // What a check says of `field`; its message may begin with the path of a part.
  void Check(std::string_view field, const absl::Status& status) { Keep(UnderField(field, status)); }

  // The first error; OK as long as there is none.
  const absl::Status& status() const { return status_; }

  // Returns `whole`, or the first error.
  template <class T>
  absl::StatusOr<T> Finish(T whole) {
    if (!status_.ok()) return status_;
    return whole;
  }

 private:
  void Keep(absl::Status status);

  absl::Status status_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FIELD_READER_H_
