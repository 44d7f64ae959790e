#include "service/ledger/name_order.h"

#include <string_view>
#include <vector>

namespace gainsay::ledger {
namespace {

// The first in byte order of all ids, and of those that can follow a given one.
constexpr std::string_view kFirstId = "0";
constexpr char kFirstIdCharacter = '-';

// Whether `id` comes after `parent` in byte order, but before it once both are followed by a slash.
bool ComesBackBefore(std::string_view id, std::string_view parent) {
  return id.size() > parent.size() && id.starts_with(parent) && id[parent.size()] < '/';
}

// Ids before `from` in byte order that are to be visited after it: its own beginnings.
absl::StatusOr<std::vector<std::string>> HeldBefore(const std::string& from, SeekId seek) {
  std::vector<std::string> held;
  for (size_t size = 1; size < from.size(); ++size) {
    const std::string beginning = from.substr(0, size);
    if (!ComesBackBefore(from, beginning)) continue;
    const absl::StatusOr<std::optional<std::string>> found = seek(beginning);
    if (!found.ok()) return found.status();
    if (*found == beginning) held.push_back(beginning);
  }
  return held;
}

// Returns the name that the first key not before `begin` leads to; nothing past the end.
absl::StatusOr<std::optional<std::string>> FirstName(const Reader& reader, std::string begin,
                                                     const std::string& end) {
  std::optional<std::string> name;
  const absl::Status status =
      reader.Scan({std::move(begin), end},
                  [&](const store::ParsedKey& key, const store::EntryView&) -> absl::StatusOr<bool> {
                    // First of what lies with a question is the question itself.
                    if (key.name_kind == model::NameKind::kWithdrawal) {
                      return absl::DataLossError("a withdrawal lies without its question");
                    }
                    name = key.name;
                    return false;
                  });
  if (!status.ok()) return status;
  return name;
}

std::string QuestionName(const std::string& topic, std::string_view id) {
  return topic + "/questions/" + std::string(id);
}

}  // namespace

absl::StatusOr<bool> VisitAsParents(const std::string& from, SeekId seek, VisitName visit) {
  absl::StatusOr<std::vector<std::string>> held = HeldBefore(from, seek);
  if (!held.ok()) return held.status();
  std::string cursor = from.empty() ? std::string(kFirstId) : from;
  while (true) {
    const absl::StatusOr<std::optional<std::string>> next = seek(cursor);
    if (!next.ok()) return next.status();
    while (!held->empty() && !(*next && ComesBackBefore(**next, held->back()))) {
      const absl::StatusOr<bool> more = visit(held->back());
      if (!more.ok() || !*more) return more;
      held->pop_back();
    }
    if (!*next) return true;
    cursor = **next + kFirstIdCharacter;
    if (!from.empty() && (**next == from || ComesBackBefore(**next, from))) {
      // What is before `from` is not asked for: on to what can follow both it and a slash.
      cursor = from + std::string(kFirstId);
      if (**next != from) continue;
    }
    held->push_back(**next);
  }
}

absl::StatusOr<bool> VisitTopics(const Reader& reader, const QuestionKeys& keys, const std::string& from,
                                 VisitName visit) {
  const auto seek = [&](const std::string& id) -> absl::StatusOr<std::optional<std::string>> {
    const auto name = FirstName(reader, keys.first_key(QuestionName("topics/" + id, kFirstId)), keys.end);
    if (!name.ok()) return name.status();
    if (!*name) return std::nullopt;
    return std::string(model::TopicIdOf(**name));
  };
  const std::string from_id(from.empty() ? std::string_view() : model::IdOf(from));
  return VisitAsParents(from_id, seek, [&](const std::string& id) { return visit("topics/" + id); });
}

absl::StatusOr<std::optional<std::string>> SeekQuestionId(const Reader& reader, const QuestionKeys& keys,
                                                          const std::string& topic, const std::string& from) {
  const auto name = FirstName(reader, keys.first_key(QuestionName(topic, from)), keys.end);
  if (!name.ok()) return name.status();
  if (!*name || model::TopicIdOf(**name) != model::IdOf(topic)) return std::nullopt;
  return std::string(model::QuestionIdOf(**name));
}

absl::StatusOr<bool> VisitQuestions(const Reader& reader, const QuestionKeys& keys, const std::string& scope,
                                    const std::string& from, VisitName visit) {
  const std::string from_topic(model::ParentOf(from));
  const auto visit_topic = [&](const std::string& topic) {
    const std::string from_id(topic == from_topic ? model::IdOf(from) : std::string_view());
    return VisitAsParents(
        from_id, [&](const std::string& id) { return SeekQuestionId(reader, keys, topic, id); },
        [&](const std::string& id) { return visit(QuestionName(topic, id)); });
  };
  if (scope.empty()) return VisitTopics(reader, keys, from_topic, visit_topic);
  if (model::ParentOf(scope).empty()) {
    return scope + "/" < from_topic + "/" ? absl::StatusOr<bool>(true) : visit_topic(scope);
  }
  return scope + "/" < from + "/" ? absl::StatusOr<bool>(true) : visit(scope);
}

}  // namespace gainsay::ledger
