#include <optional>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/store/byte_order.h"
#include "service/store/escaped_string.h"
#include "service/store/key_layout.h"
#include "service/store/keys.h"

namespace gainsay::store {
namespace {

using model::NameKind;

// Takes a key apart. What does not fit is remembered; what is read after that means nothing.
class KeyReader {
 public:
  explicit KeyReader(std::string_view key) : rest_(key) {}

  std::string Text() {
    std::optional<std::string> text = ConsumeEscaped(rest_);
    if (!text) fits_ = false;
    return text ? *std::move(text) : std::string();
  }

  uint8_t Byte() {
    if (rest_.empty()) {
      fits_ = false;
      return 0;
    }
    const auto byte = static_cast<uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  std::string Name(NameKind kind) {
    return Checked(kind, absl::StrCat(std::string(model::CollectionOf(kind)), "/", Text()));
  }

  std::string Question() {
    std::string topic = Name(NameKind::kTopic);
    return Below(topic, NameKind::kQuestion);
  }

  std::string Below(const std::string& parent, NameKind kind) {
    return Checked(kind, absl::StrCat(parent, "/", std::string(model::CollectionOf(kind)), "/", Text()));
  }

  bool Done() const { return fits_ && rest_.empty(); }
  void Refuse() { fits_ = false; }

 private:
  std::string Checked(NameKind kind, std::string name) {
    if (!model::CheckName(kind, name).ok()) fits_ = false;
    return name;
  }

  std::string_view rest_;
  bool fits_ = true;
};

void ReadSource(KeyReader& reader, ParsedKey& parsed) {
  parsed.name_kind = NameKind::kSource;
  parsed.name = reader.Name(NameKind::kSource);
  switch (reader.Byte()) {
    case static_cast<uint8_t>(SourcePart::kItself):
      return;
    case static_cast<uint8_t>(SourcePart::kWithdrawal):
      parsed.name_kind = NameKind::kWithdrawal;
      parsed.name = reader.Name(NameKind::kWithdrawal);
      return;
    default:
      reader.Refuse();
  }
}

void ReadQuestion(KeyReader& reader, ParsedKey& parsed) {
  parsed.name_kind = NameKind::kQuestion;
  parsed.name = reader.Question();
  const auto below = [&](NameKind kind) {
    parsed.name_kind = kind;
    parsed.name = reader.Below(parsed.name, kind);
  };
  switch (reader.Byte()) {
    case static_cast<uint8_t>(QuestionPart::kItself):
      return;
    case static_cast<uint8_t>(QuestionPart::kClaim):
      return below(NameKind::kClaim);
    case static_cast<uint8_t>(QuestionPart::kSilence):
      return below(NameKind::kSilence);
    case static_cast<uint8_t>(QuestionPart::kRelation):
      return below(NameKind::kRelation);
    case static_cast<uint8_t>(QuestionPart::kWithdrawal):
      parsed.name_kind = NameKind::kWithdrawal;
      parsed.name = reader.Name(NameKind::kWithdrawal);
      return;
    default:
      reader.Refuse();
  }
}

void ReadIndex(KeyReader& reader, Tag tag, ParsedKey& parsed) {
  parsed.kind = ParsedKey::Kind::kIndex;
  const auto lead_to = [&parsed](NameKind kind, std::string name) {
    parsed.name_kind = kind;
    parsed.name = std::move(name);
  };
  switch (tag) {
    case Tag::kClaimByParty:
    case Tag::kClaimBySource:
    case Tag::kClaimByValue:
      reader.Name(tag == Tag::kClaimBySource ? NameKind::kSource : NameKind::kEntity);
      return lead_to(NameKind::kClaim, reader.Below(reader.Question(), NameKind::kClaim));
    case Tag::kNarrower:
    case Tag::kSideMember:
      reader.Name(NameKind::kEntity);
      return lead_to(NameKind::kEntity, reader.Name(NameKind::kEntity));
    case Tag::kCitedBy:
    case Tag::kSourceByPublisher:
      reader.Name(tag == Tag::kCitedBy ? NameKind::kSource : NameKind::kEntity);
      return lead_to(NameKind::kSource, reader.Name(NameKind::kSource));
    case Tag::kPartOf:
      reader.Question();
      return lead_to(NameKind::kQuestion, reader.Question());
    case Tag::kEntity:
    case Tag::kSource:
    case Tag::kTopic:
    case Tag::kQuestion:
    case Tag::kWithdrawalName:
    case Tag::kRequest:
      break;
  }
  reader.Refuse();
}

}  // namespace

absl::StatusOr<ParsedKey> ParseKey(std::string_view key) {
  KeyReader reader(key);
  ParsedKey parsed;
  parsed.workspace = reader.Text();
  const Tag tag{reader.Byte()};
  if (tag == Tag::kEntity) {
    parsed.name = reader.Name(NameKind::kEntity);
  } else if (tag == Tag::kSource) {
    ReadSource(reader, parsed);
  } else if (tag == Tag::kTopic) {
    parsed.name_kind = NameKind::kTopic;
    parsed.name = reader.Name(NameKind::kTopic);
  } else if (tag == Tag::kQuestion) {
    ReadQuestion(reader, parsed);
  } else if (tag == Tag::kWithdrawalName) {
    parsed.kind = ParsedKey::Kind::kWithdrawalName;
    parsed.name_kind = NameKind::kWithdrawal;
    parsed.name = reader.Name(NameKind::kWithdrawal);
  } else if (tag == Tag::kRequest) {
    parsed.kind = ParsedKey::Kind::kRequest;
    parsed.name = reader.Text();
  } else {
    ReadIndex(reader, tag, parsed);
  }
  if (!reader.Done()) {
    return absl::DataLossError(absl::StrCat("no key of this store: ", Hex(key)));
  }
  return parsed;
}

}  // namespace gainsay::store
