#include "service/engine/possibilities.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "service/engine/text_folding.h"

namespace gainsay::engine {
namespace {

using model::Bound;
using model::Rational;

// Calls the one of several lambdas that takes the alternative a variant holds; all must be there.
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

Interval IntervalOfBound(const Rational& lower, const Rational& upper, Bound bound) {
  switch (bound) {
    case Bound::kExact:
    case Bound::kAbout:
      return {.low = lower, .high = lower};
    case Bound::kAtLeast:
      return {.low = lower};
    case Bound::kAtMost:
      return {.high = lower};
    case Bound::kMoreThan:
      return {.low = lower, .low_open = true};
    case Bound::kLessThan:
      return {.high = lower, .high_open = true};
    case Bound::kRange:
      return {.low = lower, .high = upper};
  }
  return {};
}

Interval ConvertInterval(Interval interval, const Unit& from, const Unit& to) {
  if (interval.low) interval.low = Convert(*interval.low, from, to);
  if (interval.high) interval.high = Convert(*interval.high, from, to);
  return interval;
}

std::string KeyOf(const Rational& number) {
  const std::optional<int64_t> whole = model::WholeOf(number);
  return whole ? absl::StrCat(*whole) : number.str();
}

std::string KeyOf(const Interval& interval) {
  return absl::StrCat(interval.low_open ? "(" : "[", interval.low ? KeyOf(*interval.low) : "", ",",
                      interval.high ? KeyOf(*interval.high) : "", interval.high_open ? ")" : "]");
}

// Degrees to nine decimals, a tenth of a millimetre; the antimeridian and the poles have one name each.
std::string KeyOf(const model::Point& point) {
  double longitude = point.longitude == -180 ? 180 : point.longitude;
  if (std::abs(point.latitude) == 90) longitude = 0;
  return absl::StrCat(std::llround(point.latitude * 1e9), ",", std::llround(longitude * 1e9), ",",
                      point.radius_meters);
}

std::string KeyOf(const Possibilities& set) {
  const std::string atom = std::visit(
      Overloaded{
          [](bool holds) { return std::string(holds ? "yes" : "no"); },
          [](const Amount& amount) {
            return absl::StrCat("amount ", amount.about ? "about " : "", KeyOf(amount.interval), " ",
                                amount.dimension);
          },
          [](const Period& period) {
            return absl::StrCat("period ", period.span.zoned ? "zoned " : "", KeyOf(IntervalOf(period.span)));
          },
          [](const Under& under) { return absl::StrCat("entity ", under.entity); },
          [](const Disc& disc) { return absl::StrCat("disc ", KeyOf(disc.point)); },
          [](const Wording& wording) { return absl::StrCat("text ", wording.folded); },
          [](const Nothing&) { return std::string("none"); },
      },
      set.atom);
  return absl::StrCat(set.complement ? "not " : "", atom);
}

// A complement that has a plain form is given it, so that equal sets have equal keys and a denial is
// widened by a tolerance as the same set affirmed would be.
void Simplify(Possibilities& set, bool many) {
  if (!set.complement) return;
  if (auto* holds = std::get_if<bool>(&set.atom)) {
    *holds = !*holds;
    set.complement = false;
    return;
  }
  if (many) return;
  // Not so of a time: "not before 2025" leaves it open that it never happened.
  if (auto* amount = std::get_if<Amount>(&set.atom); amount && amount->interval.IsHalfLine()) {
    amount->interval = ComplementOfHalfLine(amount->interval);
    set.complement = false;
  }
}

double Double(const Rational& value) { return model::Approximately(value); }

}  // namespace

bool HasManyAnswers(const model::Question& question) {
  return question.cardinality == model::Cardinality::kMany &&
         question.value_type != model::ValueType::kBoolean;
}

Interval IntervalOf(const model::TimeSpan& span) {
  Interval interval;
  if (span.begin) interval.low = *span.begin;
  if (span.end) interval.high = *span.end;
  interval.high_open = span.end.has_value();
  return interval;
}

Domain::Domain(const model::Question& question)
    : many_(HasManyAnswers(question)),
      type_(question.value_type),
      question_unit_text_(question.unit),
      unit_(LookUpUnit(question.unit)) {
  const model::Tolerance& tolerance = question.tolerance;
  if (tolerance.absolute) absolute_ = tolerance.absolute->value();
  if (tolerance.relative) relative_ = tolerance.relative->value();
  const bool has_absolute = tolerance.absolute && absolute_ > 0;
  has_relative_tolerance_ = tolerance.relative && relative_ > 0;
  has_tolerance_ = has_absolute || has_relative_tolerance_;
  std::string unit_text = question.unit;
  if (type_ == model::ValueType::kTime) {
    if (unit_text.empty()) unit_text = "s";
    if (!question.unit.empty()) absolute_ *= unit_.scale;
  } else if (type_ == model::ValueType::kPlace) {
    if (unit_text.empty()) unit_text = "m";
    tolerance_meters_ = Double(question.unit.empty() ? absolute_ : Rational(absolute_ * unit_.scale));
  }
  if (has_absolute) tolerance_text_ = absl::StrCat(tolerance.absolute->text(), " ", unit_text);
  if (has_relative_tolerance_) {
    absl::StrAppend(&tolerance_text_, tolerance_text_.empty() ? "" : " or ",
                    model::DecimalText(relative_ * 100), " %");
  }
}

Amount Domain::AmountOf(const model::Quantity& quantity) const {
  const bool about = quantity.bound == Bound::kAbout && !has_tolerance_;
  const Interval stated = IntervalOfBound(quantity.lower.value(), quantity.upper.value(), quantity.bound);
  if (quantity.unit.empty() || quantity.unit == question_unit_text_) {
    return {.dimension = unit_.dimension, .interval = stated, .about = about};
  }
  const Unit unit = LookUpUnit(quantity.unit);
  const Unit to = unit.dimension == unit_.dimension ? unit_ : Unit{.dimension = unit.dimension};
  return {.dimension = unit.dimension, .interval = ConvertInterval(stated, unit, to), .about = about};
}

std::optional<Possibilities> Domain::SetOf(const model::Value& value, model::Polarity polarity) const {
  Possibilities set;
  set.complement = polarity == model::Polarity::kDenies;
  const bool known =
      std::visit(Overloaded{
                     [&](bool holds) { return set.atom = holds, true; },
                     [&](const model::Quantity& quantity) { return set.atom = AmountOf(quantity), true; },
                     [&](const model::Edtf& time) { return set.atom = Period{time.span()}, true; },
                     [&](const model::EntityRef& entity) { return set.atom = Under{entity.entity}, true; },
                     [&](const model::Point& point) { return set.atom = Disc{point}, true; },
                     [&](const model::Text& text) { return set.atom = Wording{FoldText(text.text)}, true; },
                     [&](const model::Unknown&) { return false; },
                     [&](const model::None&) {
                       // No casualties are 0 casualties; among many, none is that there is no member at all.
                       if (type_ == model::ValueType::kQuantity && !many_) {
                         set.atom = Amount{.dimension = unit_.dimension, .interval = {.low = 0, .high = 0}};
                       } else {
                         set.atom = Nothing{};
                       }
                       return true;
                     },
                 },
                 value);
  if (!known) return std::nullopt;
  Simplify(set, many_);
  set.key = KeyOf(set);
  return set;
}

std::optional<Interval> Domain::InThisUnit(const Interval& interval, const Domain& other) const {
  if (other.unit_.dimension != unit_.dimension) return std::nullopt;
  return ConvertInterval(interval, other.unit_, unit_);
}

Rational Domain::ToleranceOf(const Interval& a, const Interval& b) const {
  if (relative_ == 0) return absolute_;
  const Rational relative = relative_ * std::max(Magnitude(a), Magnitude(b));
  return std::max(absolute_, relative);
}

std::pair<double, double> Domain::RoughTolerance() const { return {Double(absolute_), Double(relative_)}; }

}  // namespace gainsay::engine
