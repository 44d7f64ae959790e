#include "client/cli/value_options.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

absl::Status Fault(const char* option, const std::string& reason) {
  return absl::InvalidArgumentError(absl::StrCat(option, ": ", reason));
}

std::string Quoted(const std::string& text) { return absl::StrCat("\"", text, "\""); }

}  // namespace

void ValueOptions::AddTo(CLI::App& command, RecordOptions& record) {
  CLI::Option* value =
      command
          .add_option("--value", text_,
                      "what it says the answer is, as the question asks: true or false; 5 or 100..300;\n"
                      "2025-12 (EDTF); an entity; LATITUDE,LONGITUDE; or text")
          ->type_name("VALUE");
  CLI::Option* bound =
      command
          .add_option("--bound", bound_,
                      "how an amount is meant:\n" + client::ShortNames(*v1::Bound_descriptor()))
          ->type_name("BOUND")
          ->needs(value)
          ->check(CLI::IsMember({"EXACT", "AT_LEAST", "AT_MOST", "MORE_THAN", "LESS_THAN", "ABOUT", "RANGE"},
                                CLI::ignore_case));
  CLI::Option* unit = command.add_option("--unit", unit_, "the amount's unit, if not the question's")
                          ->type_name("UNIT")
                          ->needs(value);
  CLI::Option* radius =
      command.add_option("--radius", radius_, "how far around LATITUDE,LONGITUDE, in metres")
          ->type_name("METRES")
          ->needs(value)
          ->check(CLI::NonNegativeNumber);
  CLI::Option* none = command.add_flag("--none", none_, "it says that there is none")->excludes(value);
  CLI::Option* unknown =
      command.add_flag("--unknown", unknown_, "it says that it does not know, or does not say which")
          ->excludes(value)
          ->excludes(none);
  record.Add(*value, "value");
  record.Add(*bound, "value.quantity.bound");
  record.Add(*unit, "value.quantity.unit");
  record.Add(*radius, "value.point.radiusMeters");
  record.Add(*none, "value.none");
  record.Add(*unknown, "value.unknown");
}

absl::Status ValueOptions::Fill(v1::ValueType type, v1::Value& value) const {
  if (none_) value.mutable_none();
  if (unknown_) value.mutable_unknown();
  if (text_.empty()) return absl::OkStatus();
  const absl::Status fits = CheckFits(type);
  if (!fits.ok()) return fits;
  if (type == v1::VALUE_TYPE_QUANTITY) return FillQuantity(*value.mutable_quantity());
  if (type == v1::VALUE_TYPE_PLACE && text_.find(',') != std::string::npos)
    return FillPoint(*value.mutable_point());
  if (type == v1::VALUE_TYPE_PLACE || type == v1::VALUE_TYPE_ENTITY) {
    value.set_entity(EntityName(text_));
  } else if (type == v1::VALUE_TYPE_BOOLEAN) {
    const std::string lower = absl::AsciiStrToLower(text_);
    const bool holds = lower == "true" || lower == "yes";
    if (!holds && lower != "false" && lower != "no") {
      return Fault("--value", absl::StrCat("the question asks for true or false, not ", Quoted(text_)));
    }
    value.set_boolean(holds);
  } else if (type == v1::VALUE_TYPE_TIME) {
    value.set_time(text_);
  } else {
    value.set_text(text_);
  }
  return absl::OkStatus();
}

absl::Status ValueOptions::CheckFits(v1::ValueType type) const {
  const std::string asked = absl::StrCat("does not go with a question that asks for ",
                                         absl::AsciiStrToUpper(client::ShortName(type)));
  if (type != v1::VALUE_TYPE_QUANTITY && !bound_.empty()) return Fault("--bound", asked);
  if (type != v1::VALUE_TYPE_QUANTITY && !unit_.empty()) return Fault("--unit", asked);
  const bool is_point = type == v1::VALUE_TYPE_PLACE && text_.find(',') != std::string::npos;
  if (!radius_.empty() && !is_point) return Fault("--radius", "goes with LATITUDE,LONGITUDE only");
  return absl::OkStatus();
}

absl::Status ValueOptions::FillQuantity(v1::Quantity& quantity) const {
  const std::pair<std::string, std::string> ends = absl::StrSplit(text_, absl::MaxSplits("..", 1));
  const bool is_range = text_.find("..") != std::string::npos;
  const auto* bound = client::FindEnumValue(*v1::Bound_descriptor(), absl::AsciiStrToUpper(bound_));
  if (bound != nullptr) quantity.set_bound(static_cast<v1::Bound>(bound->number()));
  if (is_range && bound == nullptr) quantity.set_bound(v1::BOUND_RANGE);
  if (is_range != (quantity.bound() == v1::BOUND_RANGE)) {
    return Fault("--bound",
                 absl::StrCat("RANGE, and only that, takes a value like 100..300, not ", Quoted(text_)));
  }
  if (is_range) {
    quantity.set_lower(ends.first);
    quantity.set_upper(ends.second);
  } else {
    quantity.set_amount(text_);
  }
  quantity.set_unit(unit_);
  return absl::OkStatus();
}

absl::Status ValueOptions::FillPoint(v1::Point& point) const {
  const std::vector<std::string> parts = absl::StrSplit(text_, ',');
  double latitude = 0;
  double longitude = 0;
  if (parts.size() != 2 || !absl::SimpleAtod(parts[0], &latitude) ||
      !absl::SimpleAtod(parts[1], &longitude)) {
    return Fault("--value",
                 absl::StrCat(Quoted(text_), " is not LATITUDE,LONGITUDE in degrees, such as 37.2,70.1"));
  }
  point.set_latitude(latitude);
  point.set_longitude(longitude);
  double radius = 0;
  if (absl::SimpleAtod(radius_, &radius)) point.set_radius_meters(radius);
  return absl::OkStatus();
}

}  // namespace gainsay::cli
