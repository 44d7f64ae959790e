#include "service/ledger/record_name.h"

#include <type_traits>
#include <variant>

namespace gainsay::ledger {

using model::NameKind;

NameKind KindOf(const model::Record& record) {
  return std::visit([](const auto& held) { return kKindOf<std::decay_t<decltype(held)>>; }, record);
}

const std::string& NameOf(const model::Record& record) {
  return std::visit([](const auto& held) -> const std::string& { return held.name; }, record);
}

std::optional<NameKind> KindOfName(std::string_view name) {
  const size_t id = name.rfind('/');
  if (id == std::string_view::npos) return std::nullopt;
  const std::string_view collection = model::IdOf(name.substr(0, id));
  for (const NameKind kind : kAllKinds) {
    if (collection == model::CollectionOf(kind)) return kind;
  }
  return std::nullopt;
}

bool HasRevisions(NameKind kind) {
  switch (kind) {
    case NameKind::kEntity:
    case NameKind::kSource:
    case NameKind::kTopic:
    case NameKind::kQuestion:
      return true;
    case NameKind::kClaim:
    case NameKind::kSilence:
    case NameKind::kRelation:
    case NameKind::kWithdrawal:
      return false;
  }
  return false;
}

std::string NounOf(NameKind kind) {
  switch (kind) {
    case NameKind::kEntity:
      return "entity";
    case NameKind::kSource:
      return "source";
    case NameKind::kTopic:
      return "topic";
    case NameKind::kQuestion:
      return "question";
    case NameKind::kClaim:
      return "claim";
    case NameKind::kSilence:
      return "silence";
    case NameKind::kRelation:
      return "relation";
    case NameKind::kWithdrawal:
      return "withdrawal";
  }
  return "";
}

}  // namespace gainsay::ledger
