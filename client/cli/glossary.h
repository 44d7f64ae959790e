#ifndef GAINSAY_CLIENT_CLI_GLOSSARY_H_
#define GAINSAY_CLIENT_CLI_GLOSSARY_H_

#include <google/protobuf/message.h>

#include <map>
#include <set>
#include <string>

#include "gainsay/v1/entity.pb.h"
#include "gainsay/v1/question.pb.h"

namespace gainsay::cli {

// What resource names are shown as to people.
class Glossary {
 public:
  void Add(const v1::Entity& entity);
  void Add(const v1::Question& question);
  void SetTopicTitle(const std::string& title);

  // An entity's display name; its id if it has none or is not known here.
  std::string NameOf(const std::string& entity) const;
  // The unit that amounts of a question have when they name none; empty if not known.
  std::string UnitOf(const std::string& question) const;
  // Empty if not known.
  const std::string& topic_title() const { return topic_title_; }

  bool Knows(const std::string& entity) const { return names_.count(entity) > 0; }

 private:
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> units_;
  std::string topic_title_;
};

// Returns every entity that a message names, wherever in it.
std::set<std::string> EntitiesIn(const google::protobuf::Message& message);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_GLOSSARY_H_
