#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/engine/possibilities.h"

namespace gainsay::engine {
namespace {

std::string DescribeInterval(const Interval& interval) {
  if (interval.IsPoint()) return model::DecimalText(*interval.low);
  const std::string low = interval.low ? model::DecimalText(*interval.low) : "";
  const std::string high = interval.high ? model::DecimalText(*interval.high) : "";
  if (!interval.high) return absl::StrCat(interval.low_open ? "more than " : "at least ", low);
  if (!interval.low) return absl::StrCat(interval.high_open ? "less than " : "at most ", high);
  return absl::StrCat(low, " to ", high);
}

struct Describer {
  const Domain& domain;

  std::string operator()(bool holds) const { return holds ? "yes" : "no"; }
  std::string operator()(const Amount& amount) const {
    // An amount of another dimension is kept in base units, or in a count noun of its own.
    std::string unit = amount.dimension == domain.unit().dimension ? domain.unit_text() : amount.dimension;
    if (unit.size() > 2 && unit.front() == '<') unit = unit.substr(1, unit.size() - 2);
    return absl::StrCat(amount.about ? "about " : "", DescribeInterval(amount.interval),
                        unit.empty() || unit == "1" ? "" : " ", unit == "1" ? "" : unit);
  }
  std::string operator()(const Period& period) const {
    return model::EdtfText(period.span).value_or("another time");
  }
  std::string operator()(const Under& under) const { return under.entity; }
  std::string operator()(const Disc& disc) const {
    return absl::StrFormat("within %g m of %.6f, %.6f", disc.point.radius_meters, disc.point.latitude,
                           disc.point.longitude);
  }
  std::string operator()(const Wording& wording) const { return absl::StrCat("\"", wording.folded, "\""); }
  std::string operator()(const Nothing&) const { return "none"; }
};

}  // namespace

std::string Describe(const Possibilities& set, const Domain& domain) {
  return absl::StrCat(set.complement ? "not " : "", std::visit(Describer{domain}, set.atom));
}

}  // namespace gainsay::engine
