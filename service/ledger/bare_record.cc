#include "service/ledger/bare_record.h"

#include <variant>

namespace gainsay::ledger {
namespace {

using model::NameKind;
using model::ValueType;

// The value type that a value tells; nothing if it fits several.
struct TypeTold {
  std::optional<ValueType> operator()(bool) const { return ValueType::kBoolean; }
  std::optional<ValueType> operator()(const model::Quantity&) const { return ValueType::kQuantity; }
  std::optional<ValueType> operator()(const model::Edtf&) const { return ValueType::kTime; }
  std::optional<ValueType> operator()(const model::EntityRef&) const { return ValueType::kEntity; }
  std::optional<ValueType> operator()(const model::Point&) const { return ValueType::kPlace; }
  std::optional<ValueType> operator()(const model::Text&) const { return ValueType::kText; }
  std::optional<ValueType> operator()(const model::Unknown&) const { return std::nullopt; }
  std::optional<ValueType> operator()(const model::None&) const { return std::nullopt; }
};

ValueType TypeFitting(const std::vector<const model::Record*>& referring) {
  ValueType otherwise = ValueType::kText;
  for (const model::Record* record : referring) {
    if (std::holds_alternative<model::Question>(*record)) otherwise = ValueType::kQuantity;
    const auto* claim = std::get_if<model::Claim>(record);
    if (claim == nullptr || !claim->value) continue;
    if (const std::optional<ValueType> told = std::visit(TypeTold{}, *claim->value)) return *told;
  }
  return otherwise;
}

}  // namespace

std::optional<model::Record> BareRecord(NameKind kind, const std::string& name,
                                        const std::vector<const model::Record*>& referring) {
  switch (kind) {
    case NameKind::kEntity: {
      model::Entity entity;
      entity.name = name;
      entity.display_name = std::string(model::IdOf(name));
      return entity;
    }
    case NameKind::kSource: {
      model::Source source;
      source.name = name;
      return source;
    }
    case NameKind::kTopic: {
      model::Topic topic;
      topic.name = name;
      return topic;
    }
    case NameKind::kQuestion: {
      model::Question question;
      question.name = name;
      question.value_type = TypeFitting(referring);
      return question;
    }
    case NameKind::kClaim:
    case NameKind::kSilence:
    case NameKind::kRelation:
    case NameKind::kWithdrawal:
      break;
  }
  return std::nullopt;
}

}  // namespace gainsay::ledger
