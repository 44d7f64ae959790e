#ifndef GAINSAY_SERVICE_MODEL_VALUE_H_
#define GAINSAY_SERVICE_MODEL_VALUE_H_

#include <string>
#include <string_view>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/model/decimal.h"
#include "service/model/edtf.h"

namespace gainsay::model {

// Numbers below are stored: never renumber.
enum class ValueType { kBoolean = 1, kQuantity = 2, kTime = 3, kEntity = 4, kPlace = 5, kText = 6 };
enum class Polarity { kAffirms = 1, kDenies = 2 };
enum class Bound {
  kExact = 1,
  kAtLeast = 2,
  kAtMost = 3,
  kMoreThan = 4,
  kLessThan = 5,
  kAbout = 6,
  kRange = 7
};

// An amount with a bound and a unit; an empty unit is the question's. `lower` is the amount of every
// bound but kRange; `upper` equals it there.
struct Quantity {
  Decimal lower;
  Decimal upper;
  Bound bound = Bound::kExact;
  std::string unit;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// An entity and all it is broader than.
struct EntityRef {
  std::string entity;  // entities/{id}

  friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

// A closed disc on the WGS 84 ellipsoid; degrees, and metres along the geodesic.
struct Point {
  double latitude = 0;
  double longitude = 0;
  double radius_meters = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

struct Text {
  std::string text;

  friend bool operator==(const Text&, const Text&) = default;
};

// The party did not say which.
struct Unknown {
  friend bool operator==(const Unknown&, const Unknown&) = default;
};

// The party says there is none.
struct None {
  friend bool operator==(const None&, const None&) = default;
};

// What a claim says the answer is. A new kind is a compile error wherever one must be told apart.
using Value = std::variant<bool, Quantity, Edtf, EntityRef, Point, Text, Unknown, None>;

// The largest radius a disc may have without covering the Earth: just under half a meridian, in metres
// (WGS 84).
inline constexpr double kMaxRadiusMeters = 20003931.0;

// Returns OK if a question of `type` admits `value`.
// INVALID_ARGUMENT: it does not; the message says what it does admit.
absl::Status CheckAdmits(ValueType type, const Value& value);

// Returns OK if neither the set of possibilities that `value` leaves open nor its complement is empty;
// an unknown is OK unless denied.
// INVALID_ARGUMENT: one is.
absl::Status CheckInformative(const Value& value, Polarity polarity);

// Returns the name of a value's kind as it stands in JSON: "boolean", "quantity", ...
std::string_view KindName(const Value& value);

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_VALUE_H_
