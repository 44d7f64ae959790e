#include "client/cpp/json_text.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace gainsay::client {
namespace {

using Json = nlohmann::ordered_json;

// Watches a parse for keys that an object has twice, which the tree cannot show.
class KeyWatcher {
 public:
  bool See(Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
        objects_.emplace_back();
        break;
      case Json::parse_event_t::object_end:
        objects_.pop_back();
        break;
      case Json::parse_event_t::key:
        SeeKey(parsed.get_ref<const std::string&>());
        break;
      case Json::parse_event_t::array_start:
      case Json::parse_event_t::array_end:
      case Json::parse_event_t::value:
        break;
    }
    return true;
  }

  // The path of the value being read.
  std::string path() const {
    return absl::StrJoin(objects_, ".", [](std::string* out, const Object& o) { *out += o.current; });
  }

  // The path of the first key that was there twice; empty: none.
  const std::string& twice() const { return twice_; }

 private:
  struct Object {
    std::set<std::string> keys;
    std::string current;
  };

  void SeeKey(const std::string& key) {
    Object& object = objects_.back();
    object.current = key;
    if (object.keys.insert(key).second || !twice_.empty()) return;
    twice_ = path();
  }

  std::vector<Object> objects_;
  std::string twice_;
};

// The library's text ("[json.exception.parse_error.101] parse error at line 1, column 5: syntax error
// while parsing value - invalid literal; last read: 'x'") without what says nothing to the reader.
std::string Reason(std::string what) {
  if (absl::StrContains(what, "ill-formed UTF-8")) return "not valid UTF-8";
  const size_t dash = what.find(" - ");
  if (dash != std::string::npos) what.erase(0, dash + 3);
  return absl::StrCat("not JSON: ", what.substr(0, what.find("; last read")));
}

}  // namespace

absl::StatusOr<Json> ParseJson(std::string_view text) {
  KeyWatcher keys;
  try {
    Json tree = Json::parse(text.begin(), text.end(), [&](int, Json::parse_event_t event, Json& parsed) {
      return keys.See(event, parsed);
    });
    if (keys.twice().empty()) return tree;
    return absl::InvalidArgumentError(absl::StrCat(keys.twice(), ": is there twice"));
  } catch (const Json::parse_error& error) {
    return absl::InvalidArgumentError(absl::StrCat("column ", error.byte, ": ", Reason(error.what())));
  } catch (const Json::out_of_range&) {
    return absl::InvalidArgumentError(absl::StrCat(keys.path(), ": the number is too large"));
  } catch (const Json::exception& error) {
    return absl::InvalidArgumentError(Reason(error.what()));
  }
}

}  // namespace gainsay::client
