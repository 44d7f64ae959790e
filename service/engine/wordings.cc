#include "service/engine/wordings.h"

#include <utility>

namespace gainsay::engine {
namespace {

// Appends what tells a value from every other, its text included.
struct Speller {
  std::string& letters;

  void operator()(bool holds) const { letters += holds ? "b1" : "b0"; }
  void operator()(const model::Quantity& quantity) const {
    letters += 'q';
    letters += static_cast<char>(quantity.bound);
    letters += quantity.lower.text();
    letters += '|';
    letters += quantity.upper.text();
    letters += '|';
    letters += quantity.unit;
  }
  void operator()(const model::Edtf& time) const { (letters += 't') += time.text(); }
  void operator()(const model::EntityRef& entity) const { (letters += 'e') += entity.entity; }
  void operator()(const model::Point& point) const {
    letters += 'p';
    for (const double number : {point.latitude, point.longitude, point.radius_meters}) {
      letters.append(reinterpret_cast<const char*>(&number), sizeof(number));
    }
  }
  void operator()(const model::Text& text) const { (letters += 'x') += text.text; }
  void operator()(const model::Unknown&) const { letters += 'u'; }
  void operator()(const model::None&) const { letters += 'n'; }
};

}  // namespace

const Wordings::Wording& Wordings::Of(const model::Claim& claim, Answers& answers) {
  letters_.clear();
  letters_ += claim.polarity == model::Polarity::kDenies ? '-' : '+';
  if (claim.value) {
    std::visit(Speller{letters_}, *claim.value);
  } else {
    (letters_ += ' ') += claim.text;
  }
  if (const auto known = by_letters_.find(letters_); known != by_letters_.end()) return *known->second;
  Wording& wording = wordings_.emplace_back();
  wording.number = static_cast<uint32_t>(wordings_.size() - 1);
  wording.stated = {claim.value, claim.polarity};
  if (claim.value) {
    auto set = answers.domain().SetOf(*claim.value, claim.polarity);
    if (set) wording.answer = answers.Add(*std::move(set));
  }
  by_letters_.emplace(letters_, &wording);
  return wording;
}

}  // namespace gainsay::engine
