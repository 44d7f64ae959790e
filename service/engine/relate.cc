#include "service/engine/relate.h"

#include <GeographicLib/Geodesic.hpp>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

using model::Rational;

// What is known of two sets a and b before either is complemented.
struct Facts {
  bool a_in_b = false;
  bool b_in_a = false;
  bool apart = false;        // nothing in common
  bool cover = false;        // together everything
  std::string incomparable;  // why, if they are
};

// The facts about the sets after complementing those that are denied.
Facts Complemented(const Facts& facts, bool a_denied, bool b_denied) {
  Facts result = facts;
  if (a_denied && b_denied) {
    result.a_in_b = facts.b_in_a;
    result.b_in_a = facts.a_in_b;
    result.apart = facts.cover;
    result.cover = facts.apart;
  } else if (a_denied) {
    result.a_in_b = facts.cover;
    result.b_in_a = facts.apart;
    result.apart = facts.b_in_a;
    result.cover = facts.a_in_b;
  } else if (b_denied) {
    result.a_in_b = facts.apart;
    result.b_in_a = facts.cover;
    result.apart = facts.a_in_b;
    result.cover = facts.b_in_a;
  }
  return result;
}

Facts Intervals(const Interval& a, const Interval& b, const Rational& tolerance) {
  return {.a_in_b = Within(a, b, tolerance),
          .b_in_a = Within(b, a, tolerance),
          .apart = Disjoint(a, b, tolerance),
          .cover = Cover(a, b),
          .incomparable = ""};
}

std::string UnitName(const std::string& dimension) {
  if (dimension == "1") return "a pure number";
  return dimension.front() == '<' ? dimension.substr(1, dimension.size() - 2) : dimension;
}

double DistanceMeters(const model::Point& a, const model::Point& b) {
  double distance = 0;
  GeographicLib::Geodesic::WGS84().Inverse(a.latitude, a.longitude, b.latitude, b.longitude, distance);
  return distance;
}

model::Point Antipode(const model::Point& point) {
  return {-point.latitude, point.longitude > 0 ? point.longitude - 180 : point.longitude + 180, 0};
}

struct FactFinder {
  const Domain& domain;
  const Hierarchy& hierarchy;

  Facts operator()(bool a, bool b) const {
    return {.a_in_b = a == b, .b_in_a = a == b, .apart = a != b, .cover = a != b, .incomparable = ""};
  }

  Facts operator()(const Amount& a, const Amount& b) const {
    if (a.dimension != b.dimension) {
      return {.incomparable = absl::StrCat("no conversion between ", UnitName(a.dimension), " and ",
                                           UnitName(b.dimension))};
    }
    if (!a.about && !b.about)
      return Intervals(a.interval, b.interval, domain.ToleranceOf(a.interval, b.interval));
    // Roughly v is entailed by v alone, or by roughly v.
    const bool same = a.interval.IsPoint() && b.interval.IsPoint() && *a.interval.low == *b.interval.low;
    return {.a_in_b = same && b.about, .b_in_a = same && a.about};
  }

  Facts operator()(const Period& a, const Period& b) const {
    model::TimeSpan span_a = a.span;
    model::TimeSpan span_b = b.span;
    if (span_a.zoned != span_b.zoned) {
      span_a = model::AnywhereOnEarth(span_a);
      span_b = model::AnywhereOnEarth(span_b);
    }
    const Interval interval_a = IntervalOf(span_a);
    const Interval interval_b = IntervalOf(span_b);
    Facts facts = Intervals(interval_a, interval_b, domain.ToleranceOf(interval_a, interval_b));
    facts.cover = false;  // that it never happened is left
    return facts;
  }

  Facts operator()(const Under& a, const Under& b) const {
    Facts facts = {.a_in_b = hierarchy.IsWithin(a.entity, b.entity),
                   .b_in_a = hierarchy.IsWithin(b.entity, a.entity)};
    facts.apart = !facts.a_in_b && !facts.b_in_a && !hierarchy.MayMeet(a.entity, b.entity);
    return facts;
  }

  // A disc lies within another if the centres are no further apart than the radii differ. Two cover the Earth
  // if one covers the disc round the other's antipode that the other leaves out.
  Facts operator()(const Disc& a, const Disc& b) const {
    const double distance = DistanceMeters(a.point, b.point);
    const double tolerance = domain.ToleranceMeters();
    // Geodesics are good to some nanometres; 0.1 mm keeps equal discs equal.
    constexpr double kRounding = 1e-4;
    const double reach = tolerance + kRounding;
    return {.a_in_b = distance + a.point.radius_meters <= b.point.radius_meters + reach,
            .b_in_a = distance + b.point.radius_meters <= a.point.radius_meters + reach,
            .apart = distance > a.point.radius_meters + b.point.radius_meters + reach,
            .cover = DistanceMeters(a.point, Antipode(b.point)) + model::kMaxRadiusMeters <=
                     a.point.radius_meters + b.point.radius_meters,
            .incomparable = ""};
  }

  Facts operator()(const Nothing&, const Nothing&) const { return {.a_in_b = true, .b_in_a = true}; }

  template <class A, class B>
  Facts operator()(const A&, const B&) const {
    if constexpr (std::is_same_v<A, Nothing> || std::is_same_v<B, Nothing>) {
      return {.apart = true};
    } else if constexpr (std::is_same_v<A, Wording> && std::is_same_v<B, Wording>) {
      return {};  // decided before: two texts that differ
    } else {
      return {.incomparable = "a place on file and a point on the map cannot be compared"};
    }
  }
};

SetRelation RelationOf(const Facts& facts) {
  if (facts.a_in_b && facts.b_in_a) return SetRelation::kEqual;
  if (facts.a_in_b) return SetRelation::kRefines;
  if (facts.b_in_a) return SetRelation::kGeneralizes;
  return facts.apart ? SetRelation::kDisjoint : SetRelation::kOverlaps;
}

}  // namespace

Related Inverse(Related related) {
  if (related.relation == SetRelation::kRefines) {
    related.relation = SetRelation::kGeneralizes;
  } else if (related.relation == SetRelation::kGeneralizes) {
    related.relation = SetRelation::kRefines;
  }
  return related;
}

Related Comparator::Relate(const Possibilities& a, const Possibilities& b) const {
  if (a.key == b.key) return {SetRelation::kEqual, ""};
  const auto* text_a = std::get_if<Wording>(&a.atom);
  const auto* text_b = std::get_if<Wording>(&b.atom);
  Facts facts;
  if (text_a != nullptr && text_b != nullptr) {
    if (text_a->folded != text_b->folded) {
      const Related found = texts_.Find(a.key, b.key);
      // Of many, two different members never exclude one another.
      const bool members = domain_.many() && !a.complement && !b.complement;
      if (members && found.relation != SetRelation::kEqual && !Entails(Inverse(found).relation) &&
          !Entails(found.relation)) {
        return {SetRelation::kOverlaps, ""};
      }
      return found;
    }
    facts = {.a_in_b = true, .b_in_a = true};
  } else {
    facts = std::visit(FactFinder{domain_, hierarchy_}, a.atom, b.atom);
  }
  if (!facts.incomparable.empty()) return {SetRelation::kIncomparable, facts.incomparable};
  if (domain_.many()) {
    // "v is among them": members never exclude each other, and naming one never exhausts the rest.
    facts.apart = std::holds_alternative<Nothing>(a.atom) != std::holds_alternative<Nothing>(b.atom);
    facts.cover = false;
  }
  return {RelationOf(Complemented(facts, a.complement, b.complement)), ""};
}

bool Comparator::IsIsolated(const Possibilities& set) const {
  if (set.complement) return false;
  if (const auto* under = std::get_if<Under>(&set.atom)) return hierarchy_.IsAlone(under->entity);
  return std::holds_alternative<Wording>(set.atom) && texts_.IsUntold(set.key);
}

}  // namespace gainsay::engine
