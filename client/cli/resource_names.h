#ifndef GAINSAY_CLIENT_CLI_RESOURCE_NAMES_H_
#define GAINSAY_CLIENT_CLI_RESOURCE_NAMES_H_

#include <string>

namespace gainsay::cli {

// People may leave out what is plain from the place in which they write a name. Whether the rest is a
// name, the server says.

// "border-clash/questions/call" is "topics/border-clash/questions/call"; empty stays empty.
std::string TopicsName(const std::string& text);
// "gknb" is "entities/gknb"; empty stays empty.
std::string EntityName(const std::string& text);
// "amu-1" is "sources/amu-1"; empty stays empty.
std::string SourceName(const std::string& text);
// A name of any kind: without one of the collections in front, it is one below topics/.
std::string AnyName(const std::string& text);

enum class NameKind { kEntity, kSource, kTopic, kQuestion, kClaim, kSilence, kRelation, kWithdrawal, kOther };

// Returns what a full name is the name of.
NameKind KindOf(const std::string& name);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RESOURCE_NAMES_H_
