#ifndef GAINSAY_SERVICE_ENGINE_POSSIBILITIES_H_
#define GAINSAY_SERVICE_ENGINE_POSSIBILITIES_H_

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "service/engine/interval.h"
#include "service/engine/units.h"
#include "service/model/records.h"

namespace gainsay::engine {

// What a statement leaves open: the set that its value denotes, or the complement of it.

struct Amount {
  std::string dimension;  // amounts of different dimensions are incomparable
  Interval interval;      // in the question's unit where that has the dimension, else in its base unit
  bool about = false;     // roughly `interval`, a point, with no tolerance to say how roughly
};

struct Period {
  model::TimeSpan span;
};

struct Under {
  std::string entity;  // it and all it is broader than
};

struct Disc {
  model::Point point;
};

struct Wording {
  std::string folded;
};

// That there is none.
struct Nothing {};

struct Possibilities {
  std::variant<bool, Amount, Period, Under, Disc, Wording, Nothing> atom;
  bool complement = false;
  // Names the set: two statements have equal sets just if their keys are equal.
  std::string key;
};

// Whether several answers may hold at once: a proposition and its negation never do.
bool HasManyAnswers(const model::Question& question);

// How a question's values are read: its type, unit, cardinality and tolerance, prepared once. Owns what it
// holds. Thread-safe.
class Domain {
 public:
  explicit Domain(const model::Question& question);

  // Returns what stating `value` leaves open; nothing for an unknown, which leaves everything open.
  std::optional<Possibilities> SetOf(const model::Value& value, model::Polarity polarity) const;

  // Returns the amount `interval` (of a total or a part) of another question's unit in this one's; nothing
  // if the dimensions differ.
  std::optional<Interval> InThisUnit(const Interval& interval, const Domain& other) const;

  bool many() const { return many_; }
  const std::string& unit_text() const { return question_unit_text_; }
  const Unit& unit() const { return unit_; }
  // How far apart two amounts may lie and still agree, in the question's unit (times: seconds).
  model::Rational ToleranceOf(const Interval& a, const Interval& b) const;
  // The same for places, in metres.
  double ToleranceMeters() const { return tolerance_meters_; }
  bool has_tolerance() const { return has_tolerance_; }
  // Whether it depends on how large the amounts are.
  bool has_relative_tolerance() const { return has_relative_tolerance_; }
  // The absolute tolerance and the relative one, rounded.
  std::pair<double, double> RoughTolerance() const;
  // The question's tolerance in words, with its unit; empty without one.
  const std::string& tolerance_text() const { return tolerance_text_; }

 private:
  Amount AmountOf(const model::Quantity& quantity) const;

  bool many_ = false;
  model::ValueType type_;
  std::string question_unit_text_;
  Unit unit_;
  model::Rational absolute_ = 0;
  model::Rational relative_ = 0;
  double tolerance_meters_ = 0;
  bool has_tolerance_ = false;
  bool has_relative_tolerance_ = false;
  std::string tolerance_text_;
};

// The stretch of the line that a period is.
Interval IntervalOf(const model::TimeSpan& span);

// What `set` leaves open, in words: "at least 10 persons", "not 2014".
std::string Describe(const Possibilities& set, const Domain& domain);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_POSSIBILITIES_H_
