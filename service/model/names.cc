#include "service/model/names.h"

#include <algorithm>
#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace gainsay::model {
namespace {

constexpr size_t kMaxIdLength = 127;
// Enough of a wrong name to find it by.
constexpr size_t kMaxQuotedLength = 300;
constexpr char kIdPattern[] = "[a-z0-9][a-z0-9._-]{0,126}";
constexpr std::string_view kIdPlaceholder = "{id}";

// Removes the segment before the next '/' from `rest` and returns it.
std::string_view TakeSegment(std::string_view& rest) {
  const size_t slash = rest.find('/');
  const std::string_view segment = rest.substr(0, slash);
  rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
  return segment;
}

// Returns the id that follows `collection` in `name`; empty where it does not occur.
std::string_view IdIn(std::string_view collection, std::string_view name) {
  while (!name.empty()) {
    const std::string_view found = TakeSegment(name);
    const std::string_view id = TakeSegment(name);
    if (found == collection) return id;
  }
  return {};
}

std::string Quoted(std::string_view text) {
  const bool cut = text.size() > kMaxQuotedLength;
  const std::string shown(text.substr(0, kMaxQuotedLength));
  return absl::StrCat("\"", absl::CHexEscape(shown), cut ? "...\"" : "\"");
}

absl::Status Malformed(NameKind kind, std::string_view name, const std::string& reason) {
  return absl::InvalidArgumentError(absl::StrCat(Quoted(name), " is not a name of the form ",
                                                 std::string(NamePattern(kind)), ": ", reason));
}

bool IsIdCharacter(char c) {
  return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '.' || c == '_' || c == '-';
}

}  // namespace

bool IsId(std::string_view id) {
  if (id.empty() || id.size() > kMaxIdLength) return false;
  const bool starts_well = absl::ascii_islower(id.front()) || absl::ascii_isdigit(id.front());
  return starts_well && std::all_of(id.begin(), id.end(), IsIdCharacter);
}

absl::Status CheckName(NameKind kind, std::string_view name) {
  if (name.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("is empty; must be of the form ", std::string(NamePattern(kind))));
  }
  std::string_view pattern = NamePattern(kind);
  if (std::count(name.begin(), name.end(), '/') != std::count(pattern.begin(), pattern.end(), '/')) {
    return Malformed(kind, name, "it has another number of parts");
  }
  std::string_view rest = name;
  while (!pattern.empty()) {
    const std::string_view expected = TakeSegment(pattern);
    const std::string_view found = TakeSegment(rest);
    if (expected == kIdPlaceholder && !IsId(found)) {
      return Malformed(kind, name, absl::StrCat(Quoted(found), " is not an id, ", kIdPattern));
    }
    if (expected != kIdPlaceholder && expected != found) {
      return Malformed(kind, name, absl::StrCat(Quoted(found), " should be ", Quoted(expected)));
    }
  }
  return absl::OkStatus();
}

std::string_view NamePattern(NameKind kind) {
  switch (kind) {
    case NameKind::kEntity:
      return "entities/{id}";
    case NameKind::kSource:
      return "sources/{id}";
    case NameKind::kTopic:
      return "topics/{id}";
    case NameKind::kQuestion:
      return "topics/{id}/questions/{id}";
    case NameKind::kClaim:
      return "topics/{id}/questions/{id}/claims/{id}";
    case NameKind::kSilence:
      return "topics/{id}/questions/{id}/silences/{id}";
    case NameKind::kRelation:
      return "topics/{id}/questions/{id}/relations/{id}";
    case NameKind::kWithdrawal:
      return "withdrawals/{id}";
  }
  return {};
}

std::string_view ParentOf(std::string_view name) {
  const size_t id = name.rfind('/');
  if (id == std::string_view::npos || id == 0) return {};
  const size_t collection = name.rfind('/', id - 1);
  return collection == std::string_view::npos ? std::string_view() : name.substr(0, collection);
}

std::string_view IdOf(std::string_view name) { return name.substr(name.rfind('/') + 1); }

std::string_view TopicIdOf(std::string_view name) { return IdIn("topics", name); }

std::string_view QuestionIdOf(std::string_view name) { return IdIn("questions", name); }

std::string_view CollectionOf(NameKind kind) {
  const std::string_view collections = NamePattern(kind);
  const std::string_view with_parents = collections.substr(0, collections.rfind('/'));
  return IdOf(with_parents);
}

}  // namespace gainsay::model
