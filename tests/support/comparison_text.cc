#include "tests/support/comparison_text.h"

#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace gainsay::testing {
namespace {

// Writes whatever a comparison is made of. Structs are taken apart by structured bindings, which must name
// every field.
class Writer {
 public:
  std::string Take() && { return std::move(text_); }

  void Write(const engine::Comparison& comparison) {
    const auto& [question, title, status, conflict_kind, grade, flags, positions, consensus, respondents,
                 counts, others, since, explanation, unlisted_positions, unlisted_others, keeps] = comparison;
    Line("comparison", question, title, status, conflict_kind, grade, flags, consensus, counts, since,
         unlisted_positions, unlisted_others);
    for (const engine::Position& position : positions) Write(position);
    for (const engine::Respondent& respondent : respondents) Write(respondent);
    for (const engine::OtherClaim& other : others) Write(other);
    for (const engine::Explanation& step : explanation) Write(step);
  }

 private:
  void Write(const engine::Position& position) {
    const auto& [stated, status, conflict_kind, grade, flags, counts, sides, supporters, opposers, compatible,
                 unlisted_supporters, unlisted_opposers, unlisted_compatible] = position;
    Line("position", stated, status, conflict_kind, grade, flags, counts, sides, unlisted_supporters,
         unlisted_opposers, unlisted_compatible);
    for (const engine::RelatedClaim& claim : supporters) Write("  for", claim);
    for (const engine::RelatedClaim& claim : opposers) Write("  against", claim);
    for (const engine::RelatedClaim& claim : compatible) Write("  beside", claim);
  }

  void Write(std::string_view heading, const engine::RelatedClaim& related) {
    const auto& [shown, relation, independent, counted, reason] = related;
    const auto& [claim, party, side, stated, certainty, attribution, origins_min, origins_max, said_time,
                 sources, publishers] = *shown;
    Line(heading, claim, party, side, relation, independent, counted, attribution, origins_min, origins_max,
         *stated, certainty, said_time, sources, publishers, reason);
  }

  void Write(const engine::Respondent& respondent) {
    const auto& [entity, state, silences, claims, unlisted_claims] = respondent;
    Line("respondent", entity, state, silences, claims, unlisted_claims);
  }

  void Write(const engine::OtherClaim& other) {
    const auto& [claim, reason, party, side, speech_act, stated, said_time, text] = other;
    Line("other", claim, reason, party, side, speech_act, *stated, said_time, text);
  }

  void Write(const engine::Explanation& step) {
    const auto& [rule, claims, relation, sets, tolerance, edge, text, sides, counted, status,
                 confirming_sides, change] = step;
    Line("step", rule, claims, relation, sets, tolerance, edge, text, sides, counted, status,
         confirming_sides, change);
  }

  template <class... Fields>
  void Line(std::string_view heading, const Fields&... fields) {
    text_ += heading;
    Fieldwise(fields...);
    text_ += '\n';
  }
  template <class... Fields>
  void Fieldwise(const Fields&... fields) {
    ((text_ += ' ', Add(fields)), ...);
  }

  void Add(std::string_view text) {
    absl::StrAppend(&text_, "\"", absl::Utf8SafeCEscape(std::string(text)), "\"");
  }
  void Add(double number) { absl::StrAppendFormat(&text_, "%.17g", number); }
  template <class T>
  requires std::is_integral_v<T>
  void Add(T number) { absl::StrAppend(&text_, number); }
  template <class T>
  requires std::is_enum_v<T>
  void Add(T enumerator) { absl::StrAppend(&text_, "#", static_cast<int>(enumerator)); }
  template <class T>
  void Add(const std::optional<T>& maybe) {
    if (maybe.has_value()) {
      Add(*maybe);
    } else {
      text_ += '-';
    }
  }
  template <class T>
  void Add(const std::vector<T>& items) {
    text_ += '[';
    for (const T& item : items) Fieldwise(item);
    text_ += " ]";
  }
  template <class T, size_t kInlined>
  void Add(const absl::InlinedVector<T, kInlined>& items) {
    Add(std::vector<T>(items.begin(), items.end()));
  }
  void Add(const engine::Flags& flags) { Add(std::vector<engine::Flag>(flags.begin(), flags.end())); }

  void Add(const engine::Counts& counts) {
    const auto& [sides, confirming_sides, origins_min, origins_max, documents] = counts;
    Fieldwise(sides, confirming_sides, origins_min, origins_max, documents);
  }
  void Add(const engine::Stated& stated) {
    const auto& [value, polarity] = stated;
    Fieldwise(value, polarity);
  }
  void Add(const engine::Consensus& consensus) {
    const auto& [all_of, value] = consensus;
    Fieldwise(all_of, value);
  }
  void Add(const engine::Since& since) {
    const auto& [said_time, known_at] = since;
    Fieldwise(said_time, known_at);
  }
  void Add(const engine::RespondentSilence& observed) {
    const auto& [silence, party, kind, as_of_time, observers, sources, overtaken] = observed;
    Fieldwise(silence, party, kind, as_of_time, observers, sources, overtaken);
  }
  void Add(const engine::Change& change) {
    const auto& [kind, statements, parties, stated, claims, status] = change;
    Fieldwise(kind, statements, parties, stated, claims, status);
  }

  void Add(const model::Value& value) {
    text_ += model::KindName(value);
    std::visit([this](const auto& held) { AddHeld(held); }, value);
  }
  void AddHeld(bool value) { Fieldwise(value); }
  void AddHeld(const model::Quantity& value) {
    const auto& [lower, upper, bound, unit] = value;
    Fieldwise(lower.text(), upper.text(), bound, unit);
  }
  void AddHeld(const model::Edtf& value) { Fieldwise(value.text()); }
  void AddHeld(const model::EntityRef& value) { Fieldwise(value.entity); }
  void AddHeld(const model::Point& value) {
    const auto& [latitude, longitude, radius_meters] = value;
    Fieldwise(latitude, longitude, radius_meters);
  }
  void AddHeld(const model::Text& value) { Fieldwise(value.text); }
  void AddHeld(const model::Unknown&) {}
  void AddHeld(const model::None&) {}

  std::string text_;
};

}  // namespace

std::string ComparisonText(const engine::Comparison& comparison) {
  Writer writer;
  writer.Write(comparison);
  return std::move(writer).Take();
}

}  // namespace gainsay::testing
