#include "service/rpc/filter_scalar.h"

#include <string.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "service/model/decimal.h"
#include "service/model/edtf.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Timestamp;

// Whether what lies so (<, = or > 0) to something stands to it as `comparator` says.
bool Stands(Comparator comparator, int order) {
  switch (comparator) {
    case Comparator::kEqual:
    case Comparator::kHas:
      return order == 0;
    case Comparator::kNotEqual:
      return order != 0;
    case Comparator::kLess:
      return order < 0;
    case Comparator::kLessOrEqual:
      return order <= 0;
    case Comparator::kGreater:
      return order > 0;
    case Comparator::kGreaterOrEqual:
      return order >= 0;
  }
  return false;
}

bool BeginsNoEarlier(const model::TimeSpan& span, const model::TimeSpan& than) {
  return !than.begin || (span.begin && *span.begin >= *than.begin);
}

bool EndsNoLater(const model::TimeSpan& span, const model::TimeSpan& than) {
  return !than.end || (span.end && *span.end <= *than.end);
}

bool EndsBefore(const model::TimeSpan& span, const model::TimeSpan& next) {
  return span.end && next.begin && *span.end <= *next.begin;
}

bool Stands(const model::TimeSpan& span, Comparator comparator, const model::TimeSpan& given) {
  switch (comparator) {
    case Comparator::kEqual:
    case Comparator::kHas:
      return BeginsNoEarlier(span, given) && EndsNoLater(span, given);
    case Comparator::kNotEqual:
      return !BeginsNoEarlier(span, given) || !EndsNoLater(span, given);
    case Comparator::kLess:
      return EndsBefore(span, given);
    case Comparator::kLessOrEqual:
      return EndsNoLater(span, given);
    case Comparator::kGreater:
      return EndsBefore(given, span);
    case Comparator::kGreaterOrEqual:
      return BeginsNoEarlier(span, given);
  }
  return false;
}

// Whether `text` is the pieces with anything between them.
bool Fits(std::string_view text, const std::vector<std::string>& pieces) {
  if (pieces.size() == 1) return text == pieces.front();
  if (!text.starts_with(pieces.front())) return false;
  text.remove_prefix(pieces.front().size());
  if (!text.ends_with(pieces.back())) return false;
  text.remove_suffix(pieces.back().size());
  for (size_t i = 1; i + 1 < pieces.size(); ++i) {
    // Linear, whatever the two are; string_view::find is not.
    const void* const found = memmem(text.data(), text.size(), pieces[i].data(), pieces[i].size());
    if (found == nullptr) return false;
    text.remove_prefix(static_cast<size_t>(static_cast<const char*>(found) - text.data()) + pieces[i].size());
  }
  return true;
}

bool IsEquality(Comparator comparator) {
  return comparator == Comparator::kEqual || comparator == Comparator::kNotEqual ||
         comparator == Comparator::kHas;
}

absl::Status Expected(const std::string& what, const Restriction& restriction) {
  return FilterError(restriction.value.position, absl::StrCat("expected ", what));
}

absl::Status CheckEquality(const std::string& what, const Restriction& restriction) {
  if (IsEquality(restriction.comparator)) return absl::OkStatus();
  return FilterError(restriction.path.front().position,
                     absl::StrCat("expected = or !=, as ", what, " has no order"));
}

// The value as one text; empty if it has a wildcard, which no number, time, enumerator or boolean has.
std::string TextOf(const FilterValue& value) { return value.has_wildcard() ? "" : value.pieces.front(); }

absl::StatusOr<model::TimeSpan> SpanOf(const Restriction& restriction) {
  const absl::StatusOr<model::Edtf> time = model::Edtf::Parse(TextOf(restriction.value));
  if (!time.ok()) return Expected("an EDTF time, as \"2025-12-23\"", restriction);
  return time->span();
}

absl::StatusOr<model::Decimal> NumberOf(const Restriction& restriction) {
  absl::StatusOr<model::Decimal> number = model::Decimal::Parse(TextOf(restriction.value));
  if (!number.ok()) return Expected("a decimal number", restriction);
  return number;
}

absl::StatusOr<ScalarTest<std::string>> TimeTest(const Restriction& restriction) {
  const absl::StatusOr<model::TimeSpan> given = SpanOf(restriction);
  if (!given.ok()) return given.status();
  return [given = *given, comparator = restriction.comparator](const std::string& text) {
    const absl::StatusOr<model::Edtf> time = model::Edtf::Parse(text);
    return time.ok() && Stands(time->span(), comparator, given);
  };
}

absl::StatusOr<ScalarTest<std::string>> DecimalTest(const Restriction& restriction) {
  absl::StatusOr<model::Decimal> given = NumberOf(restriction);
  if (!given.ok()) return given.status();
  return [given = *std::move(given), comparator = restriction.comparator](const std::string& text) {
    const absl::StatusOr<model::Decimal> number = model::Decimal::Parse(text);
    return number.ok() && Stands(comparator, model::Order(number->value(), given.value()));
  };
}

// Times and numbers that the API keeps as text are known by their names.
bool IsTime(const FieldDescriptor& field) {
  return field.name() == "time" || absl::EndsWith(field.name(), "_time");
}

bool IsNumber(const FieldDescriptor& field) {
  constexpr std::string_view kNumbers[] = {
      "gainsay.v1.Quantity.amount",    "gainsay.v1.Quantity.lower",     "gainsay.v1.Quantity.upper",
      "gainsay.v1.Tolerance.absolute", "gainsay.v1.Tolerance.relative",
  };
  return std::find(std::begin(kNumbers), std::end(kNumbers), field.full_name()) != std::end(kNumbers);
}

// What every enumerator of the type begins with: "POLARITY_".
std::string PrefixOf(const EnumDescriptor& type) {
  return std::string(absl::StripSuffix(type.FindValueByNumber(0)->name(), "UNSPECIFIED"));
}

}  // namespace

absl::StatusOr<ScalarTest<std::string>> StringTest(const FieldDescriptor& field,
                                                   const Restriction& restriction) {
  if (IsTime(field)) return TimeTest(restriction);
  return IsNumber(field) ? DecimalTest(restriction) : TextTest(restriction);
}

absl::StatusOr<ScalarTest<std::string>> TextTest(const Restriction& restriction) {
  const Comparator comparator = restriction.comparator;
  const std::vector<std::string>& pieces = restriction.value.pieces;
  if (IsEquality(comparator)) {
    return [pieces, wanted = comparator != Comparator::kNotEqual](const std::string& text) {
      return Fits(text, pieces) == wanted;
    };
  }
  if (restriction.value.has_wildcard())
    return Expected("text without *, as texts are put in order", restriction);
  return [given = pieces.front(), comparator](const std::string& text) {
    return Stands(comparator, text.compare(given));
  };
}

absl::StatusOr<ScalarTest<Timestamp>> TimestampTest(const Restriction& restriction) {
  const absl::StatusOr<model::TimeSpan> given = SpanOf(restriction);
  if (!given.ok()) return given.status();
  return [given = *given, comparator = restriction.comparator](const Timestamp& time) {
    // EDTF's finest period is a second.
    return Stands(model::TimeSpan{time.seconds(), time.seconds() + 1, true}, comparator, given);
  };
}

absl::StatusOr<ScalarTest<int64_t>> IntegerTest(const Restriction& restriction) {
  absl::StatusOr<model::Decimal> given = NumberOf(restriction);
  if (!given.ok()) return given.status();
  return [given = *std::move(given), comparator = restriction.comparator](int64_t number) {
    return Stands(comparator, model::Order(model::Rational(number), given.value()));
  };
}

absl::StatusOr<ScalarTest<double>> DoubleTest(const Restriction& restriction) {
  const absl::StatusOr<model::Decimal> decimal = NumberOf(restriction);
  if (!decimal.ok()) return decimal.status();
  double given = 0;
  // As the field's own text is read: 37.2 equals 37.2.
  if (!absl::SimpleAtod(decimal->text(), &given)) return Expected("a decimal number", restriction);
  return [given, comparator = restriction.comparator](double number) {
    return Stands(comparator, number < given ? -1 : static_cast<int>(number > given));
  };
}

absl::StatusOr<ScalarTest<bool>> BooleanTest(const Restriction& restriction) {
  const absl::Status equality = CheckEquality("a boolean", restriction);
  if (!equality.ok()) return equality;
  const std::string text = TextOf(restriction.value);
  if (text != "true" && text != "false") return Expected("true or false", restriction);
  return [wanted = (text == "true") == (restriction.comparator != Comparator::kNotEqual)](bool value) {
    return value == wanted;
  };
}

absl::StatusOr<ScalarTest<int>> EnumTest(const EnumDescriptor& type, const Restriction& restriction) {
  const absl::Status equality = CheckEquality("an enum", restriction);
  if (!equality.ok()) return equality;
  const std::string prefix = PrefixOf(type);
  const std::string text = TextOf(restriction.value);
  std::vector<std::string> known;
  for (int i = 0; i < type.value_count(); ++i) {
    const std::string& name = type.value(i)->name();
    known.emplace_back(absl::StripPrefix(name, prefix));
    if (text != name && text != known.back()) continue;
    const bool wanted = restriction.comparator != Comparator::kNotEqual;
    return [given = type.value(i)->number(), wanted](int number) { return (number == given) == wanted; };
  }
  return Expected(absl::StrCat("one of ", absl::StrJoin(known, ", ")), restriction);
}

}  // namespace gainsay::rpc
