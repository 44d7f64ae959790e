#include "client/cli/resource_names.h"

#include <vector>

#include "absl/strings/str_split.h"

namespace gainsay::cli {
namespace {

constexpr char kTopics[] = "topics/";
constexpr char kEntities[] = "entities/";
constexpr char kSources[] = "sources/";
constexpr char kWithdrawals[] = "withdrawals/";

std::string Below(const char* collection, const std::string& text) {
  return text.empty() || text.starts_with(collection) ? text : collection + text;
}

}  // namespace

std::string TopicsName(const std::string& text) { return Below(kTopics, text); }
std::string EntityName(const std::string& text) { return Below(kEntities, text); }
std::string SourceName(const std::string& text) { return Below(kSources, text); }

std::string AnyName(const std::string& text) {
  const bool full =
      text.starts_with(kEntities) || text.starts_with(kSources) || text.starts_with(kWithdrawals);
  return full ? text : TopicsName(text);
}

NameKind KindOf(const std::string& name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  if (parts.size() == 2 && name.starts_with(kEntities)) return NameKind::kEntity;
  if (parts.size() == 2 && name.starts_with(kSources)) return NameKind::kSource;
  if (parts.size() == 2 && name.starts_with(kWithdrawals)) return NameKind::kWithdrawal;
  if (!name.starts_with(kTopics)) return NameKind::kOther;
  if (parts.size() == 2) return NameKind::kTopic;
  if (parts.size() == 4 && parts[2] == "questions") return NameKind::kQuestion;
  if (parts.size() != 6 || parts[2] != "questions") return NameKind::kOther;
  if (parts[4] == "claims") return NameKind::kClaim;
  if (parts[4] == "silences") return NameKind::kSilence;
  return parts[4] == "relations" ? NameKind::kRelation : NameKind::kOther;
}

}  // namespace gainsay::cli
