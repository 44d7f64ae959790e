#include "service/ledger/content_id.h"

#include <openssl/evp.h>

#include <bit>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "service/ledger/record_name.h"

namespace gainsay::ledger {
namespace {

constexpr size_t kIdDigits = 32;

class Canonical {
 public:
  explicit Canonical(const std::string& noun) : text_(noun + "\n") {}

  void Put(const std::string& path, const std::string& text) {
    text_ += path + "=" + std::to_string(text.size()) + ":" + text + "\n";
  }
  void Text(const std::string& path, const std::string& text) {
    if (!text.empty()) Put(path, text);
  }
  void Time(const std::string& path, const std::optional<model::Edtf>& time) {
    if (time) Put(path, time->text());
  }
  template <class Enum>
  void Choice(const std::string& path, Enum value) {
    Put(path, std::to_string(static_cast<int>(value)));
  }
  template <class Enum>
  void ChoiceUnless(Enum unless, const std::string& path, Enum value) {
    if (value != unless) Choice(path, value);
  }
  void Flag(const std::string& path, bool value) {
    if (value) Put(path, "1");
  }
  void Appearances(const std::vector<model::Appearance>& appearances) {
    for (size_t i = 0; i < appearances.size(); ++i) {
      const std::string path = "appearances[" + std::to_string(i) + "].";
      const model::Appearance& appearance = appearances[i];
      Text(path + "source", appearance.source);
      Text(path + "quote", appearance.quote);
      Text(path + "language", appearance.language);
      Text(path + "locator", appearance.locator);
      ChoiceUnless(model::Access::kUnknown, path + "access", appearance.access);
      Flag(path + "interpreted", appearance.interpreted);
    }
  }

  std::string Take() && { return std::move(text_); }

 private:
  std::string text_;
};

struct ValueWriter {
  Canonical& out;

  void operator()(bool value) const { out.Put("value.boolean", value ? "1" : "0"); }
  void operator()(const model::Quantity& quantity) const {
    if (quantity.bound == model::Bound::kRange) {
      out.Put("value.quantity.lower", quantity.lower.text());
      out.Put("value.quantity.upper", quantity.upper.text());
    } else {
      out.Put("value.quantity.amount", quantity.lower.text());
    }
    out.ChoiceUnless(model::Bound::kExact, "value.quantity.bound", quantity.bound);
    out.Text("value.quantity.unit", quantity.unit);
  }
  void operator()(const model::Edtf& time) const { out.Put("value.time", time.text()); }
  void operator()(const model::EntityRef& entity) const { out.Put("value.entity", entity.entity); }
  void operator()(const model::Point& point) const {
    Degrees("value.point.latitude", point.latitude);
    Degrees("value.point.longitude", point.longitude);
    Degrees("value.point.radiusMeters", point.radius_meters);
  }
  void operator()(const model::Text& text) const { out.Put("value.text", text.text); }
  void operator()(const model::Unknown&) const { out.Put("value.unknown", ""); }
  void operator()(const model::None&) const { out.Put("value.none", ""); }

  void Degrees(const std::string& path, double number) const {
    const double unsigned_zero = number == 0 ? 0.0 : number;
    out.Put(path, absl::StrFormat("%016x", std::bit_cast<uint64_t>(unsigned_zero)));
  }
};

std::string Sha256(const std::string& text) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(),
             nullptr);
  digest.resize(size);
  return digest;
}

// Where a record lies whose name its content makes.
std::string ParentFor(const model::Claim& claim) { return claim.question + "/"; }
std::string ParentFor(const model::Silence& silence) { return silence.question + "/"; }
std::string ParentFor(const model::Relation& relation) {
  return std::string(model::ParentOf(relation.from)) + "/";
}
std::string ParentFor(const model::Withdrawal&) { return ""; }

}  // namespace

std::string CanonicalText(const model::Claim& claim) {
  Canonical out("claim");
  out.Text("question", claim.question);
  out.Text("party", claim.party);
  out.ChoiceUnless(model::Polarity::kAffirms, "polarity", claim.polarity);
  if (claim.value) std::visit(ValueWriter{out}, *claim.value);
  out.ChoiceUnless(model::Certainty::kCertain, "certainty", claim.certainty);
  out.ChoiceUnless(model::SpeechAct::kAssertion, "speechAct", claim.speech_act);
  out.Time("saidTime", claim.said_time);
  out.Time("validTime", claim.valid_time);
  out.Text("text", claim.text);
  out.Appearances(claim.appearances);
  return std::move(out).Take();
}

std::string CanonicalText(const model::Silence& silence) {
  Canonical out("silence");
  out.Text("question", silence.question);
  out.Text("party", silence.party);
  out.Choice("kind", silence.kind);
  out.Time("asOfTime", silence.as_of_time);
  out.Appearances(silence.appearances);
  return std::move(out).Take();
}

std::string CanonicalText(const model::Relation& relation) {
  Canonical out("relation");
  out.Text("from", relation.from);
  out.Text("to", relation.to);
  out.Choice("kind", relation.kind);
  out.Text("author", relation.author);
  out.Choice("method", relation.method);
  out.Text("model", relation.model);
  out.Text("modelVersion", relation.model_version);
  return std::move(out).Take();
}

std::string CanonicalText(const model::Withdrawal& withdrawal) {
  Canonical out("withdrawal");
  if (const std::optional<model::NameKind> kind = KindOfName(withdrawal.target)) {
    out.Text(NounOf(*kind), withdrawal.target);
  }
  out.Choice("kind", withdrawal.kind);
  out.Text("supersededBy", withdrawal.superseded_by);
  out.Time("time", withdrawal.time);
  out.Text("party", withdrawal.party);
  out.Appearances(withdrawal.appearances);
  return std::move(out).Take();
}

std::string ContentId(const std::string& canonical_text) {
  const std::string digest = Sha256(canonical_text);
  return absl::BytesToHexString(digest).substr(0, kIdDigits);
}

void NameByContent(model::Record& record) {
  std::visit(
      [](auto& held) {
        using T = std::decay_t<decltype(held)>;
        if constexpr (!std::is_same_v<T, model::Entity> && !std::is_same_v<T, model::Source> &&
                      !std::is_same_v<T, model::Topic> && !std::is_same_v<T, model::Question>) {
          if (!held.name.empty()) return;
          held.name = ParentFor(held) + std::string(model::CollectionOf(kKindOf<T>)) + "/" +
                      ContentId(CanonicalText(held));
        }
      },
      record);
}

}  // namespace gainsay::ledger
