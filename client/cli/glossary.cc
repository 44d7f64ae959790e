#include "client/cli/glossary.h"

#include <google/protobuf/descriptor.h>

#include <vector>

#include "absl/strings/strip.h"
#include "client/cli/display_text.h"

namespace gainsay::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr char kEntities[] = "entities/";

void CollectEntities(const Message& message, std::set<std::string>& names) {
  const auto& reflection = *message.GetReflection();
  const auto take = [&](const std::string& text) {
    if (text.starts_with(kEntities)) names.insert(text);
  };
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool is_text = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    if (!is_text && field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      if (is_text) {
        take(reflection.GetString(message, field));
      } else {
        CollectEntities(reflection.GetMessage(message, field), names);
      }
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      if (is_text) {
        take(reflection.GetRepeatedString(message, field, i));
      } else {
        CollectEntities(reflection.GetRepeatedMessage(message, field, i), names);
      }
    }
  }
}

}  // namespace

void Glossary::Add(const v1::Entity& entity) { names_[entity.name()] = Displayable(entity.display_name()); }

void Glossary::Add(const v1::Question& question) { units_[question.name()] = Displayable(question.unit()); }

void Glossary::SetTopicTitle(const std::string& title) { topic_title_ = Displayable(title); }

std::string Glossary::NameOf(const std::string& entity) const {
  const auto found = names_.find(entity);
  if (found != names_.end() && !found->second.empty()) return found->second;
  return Displayable(std::string(absl::StripPrefix(entity, kEntities)));
}

std::string Glossary::UnitOf(const std::string& question) const {
  const auto found = units_.find(question);
  return found == units_.end() ? "" : found->second;
}

std::set<std::string> EntitiesIn(const Message& message) {
  std::set<std::string> names;
  CollectEntities(message, names);
  return names;
}

}  // namespace gainsay::cli
