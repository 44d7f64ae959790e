#include "service/rpc/filter.h"

#include <google/protobuf/reflection.h>
#include <google/protobuf/timestamp.pb.h>

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/rpc/filter_scalar.h"
#include "service/rpc/filter_syntax.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Timestamp;

// Whether a message, at some depth in the record, is as one restriction asks.
using Test = std::function<bool(const Message&)>;
// Whether a record is as a filter, or a part of one, asks.
using Condition = std::function<absl::StatusOr<bool>(const Message&)>;

const FieldDescriptor* FindField(const Descriptor& type, const std::string& name) {
  const FieldDescriptor* const field = type.FindFieldByName(name);
  if (field != nullptr) return field;
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->json_name() == name) return type.field(i);
  }
  return nullptr;
}

std::string FieldsOf(const Descriptor& type) {
  std::vector<std::string> names;
  for (int i = 0; i < type.field_count(); ++i) names.push_back(type.field(i)->json_name());
  return absl::StrJoin(names, ", ");
}

bool IsTimestamp(const FieldDescriptor& field) {
  return field.message_type() == google::protobuf::Timestamp::descriptor();
}

// Makes the test of one restriction, field by field of its path.
class Binder {
 public:
  explicit Binder(const Restriction& restriction) : restriction_(restriction) {}

  // Binds what is left of the path from `at` on, in a message of `type`.
  absl::StatusOr<Test> Bind(const Descriptor& type, size_t at) const {
    const FilterField& named = restriction_.path[at];
    const FieldDescriptor* const field = FindField(type, named.name);
    if (field == nullptr) {
      const std::string fields = FieldsOf(type);
      return FilterError(named.position, absl::StrCat("expected a field of ", type.name(),
                                                      fields.empty() ? ", which has none" : ": ", fields));
    }
    if (field->is_map()) return BindMap(*field, at);
    if (field->is_repeated()) return BindRepeated(*field, at);
    return BindSingular(*field, at);
  }

 private:
  bool IsLast(size_t at) const { return at + 1 == restriction_.path.size(); }
  // Whether it is asked if something is given at all.
  bool AsksPresence() const {
    return restriction_.comparator == Comparator::kHas && restriction_.value.is_wildcard();
  }

  absl::Status Expected(size_t at, const std::string& what) const {
    const FilterField& named = restriction_.path[at];
    return FilterError(named.position, absl::StrCat("expected ", what, " \"", named.name, "\""));
  }

  absl::StatusOr<Test> BindMap(const FieldDescriptor& field, size_t at) const {
    if (restriction_.path.size() > at + 2) return Expected(at + 2, "a comparator, as there is no field");
    const bool of_keys = IsLast(at);
    if (of_keys && restriction_.comparator != Comparator::kHas) {
      return Expected(at, "a colon, or a dot and a key, after the map");
    }
    // Neither the pieces of the key nor those of the value are those of a time or a number.
    const absl::StatusOr<ScalarTest<std::string>> test = TextTest(restriction_);
    if (!test.ok()) return test.status();
    const auto* const key = field.message_type()->map_key();
    const auto* const value = field.message_type()->map_value();
    return Any(field, [=, test = *test,
                       wanted = of_keys ? "" : restriction_.path[at + 1].name](const Message& entry) {
      const auto& reflection = *entry.GetReflection();
      if (of_keys) return test(reflection.GetString(entry, key));
      return reflection.GetString(entry, key) == wanted && test(reflection.GetString(entry, value));
    });
  }

  absl::StatusOr<Test> BindRepeated(const FieldDescriptor& field, size_t at) const {
    if (restriction_.comparator != Comparator::kHas) return Expected(at, "a colon to ask what is in");
    const FieldDescriptor* const repeated = &field;
    if (IsLast(at) && AsksPresence()) {
      return [repeated](const Message& message) {
        return message.GetReflection()->FieldSize(message, repeated) > 0;
      };
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      if (IsLast(at)) return Expected(at, "* after the colon, or a field of");
      absl::StatusOr<Test> inner = Bind(*field.message_type(), at + 1);
      if (!inner.ok()) return inner;
      return Any(field, *std::move(inner));
    }
    if (!IsLast(at)) return Expected(at + 1, "a comparator, as there is no field");
    const absl::StatusOr<ScalarTest<std::string>> test = StringTest(field, restriction_);
    if (!test.ok()) return test.status();
    return [repeated, test = *test](const Message& message) {
      const auto texts = message.GetReflection()->GetRepeatedFieldRef<std::string>(message, repeated);
      return std::any_of(texts.begin(), texts.end(), test);
    };
  }

  // Whether `test` holds of some message of a repeated field.
  static Test Any(const FieldDescriptor& field, Test test) {
    return [repeated = &field, test = std::move(test)](const Message& message) {
      const auto& reflection = *message.GetReflection();
      for (int i = 0; i < reflection.FieldSize(message, repeated); ++i) {
        if (test(reflection.GetRepeatedMessage(message, repeated, i))) return true;
      }
      return false;
    };
  }

  absl::StatusOr<Test> BindSingular(const FieldDescriptor& field, size_t at) const {
    const FieldDescriptor* const singular = &field;
    if (IsLast(at) && AsksPresence()) {
      return
          [singular](const Message& message) { return message.GetReflection()->HasField(message, singular); };
    }
    if (IsLast(at)) return BindScalar(field, at);
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || IsTimestamp(field)) {
      return Expected(at + 1, "a comparator, as there is no field");
    }
    absl::StatusOr<Test> inner = Bind(*field.message_type(), at + 1);
    if (!inner.ok()) return inner;
    return [singular, inner = *std::move(inner)](const Message& message) {
      const auto& reflection = *message.GetReflection();
      return reflection.HasField(message, singular) && inner(reflection.GetMessage(message, singular));
    };
  }

  absl::StatusOr<Test> BindScalar(const FieldDescriptor& field, size_t at) const {
    using google::protobuf::Reflection;
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      return OfField(field, &Reflection::GetString, StringTest(field, restriction_));
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
      return OfField(field, &Reflection::GetBool, BooleanTest(restriction_));
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) {
      return OfField(field, &Reflection::GetInt64, IntegerTest(restriction_));
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
      return OfField(field, &Reflection::GetDouble, DoubleTest(restriction_));
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      return OfField(field, &Reflection::GetEnumValue, EnumTest(*field.enum_type(), restriction_));
    }
    if (!IsTimestamp(field)) return Expected(at, ":* or a field after the message");
    absl::StatusOr<ScalarTest<Timestamp>> test = TimestampTest(restriction_);
    if (!test.ok()) return test.status();
    return [singular = &field, test = *std::move(test)](const Message& message) {
      const auto& reflection = *message.GetReflection();
      Timestamp time;
      time.CopyFrom(reflection.GetMessage(message, singular));
      return reflection.HasField(message, singular) && test(time);
    };
  }

  // Reads a field that may be absent and tests what is there.
  template <class Get, class Value>
  static absl::StatusOr<Test> OfField(const FieldDescriptor& field, Get get,
                                      absl::StatusOr<ScalarTest<Value>> test) {
    if (!test.ok()) return test.status();
    return [singular = &field, get, test = *std::move(test)](const Message& message) {
      const auto& reflection = *message.GetReflection();
      if (singular->has_presence() && !reflection.HasField(message, singular)) return false;
      return test((reflection.*get)(message, singular));
    };
  }

  const Restriction& restriction_;
};

// The computed field that a restriction is on; null if it is on one of the record's own.
const ComputedField* FindComputed(const Restriction& restriction,
                                  const std::vector<ComputedField>& computed) {
  for (const ComputedField& field : computed) {
    if (restriction.path.size() == 1 && restriction.path.front().name == field.name) return &field;
  }
  return nullptr;
}

absl::StatusOr<Condition> BindRestriction(const Restriction& restriction, const Descriptor& record,
                                          const std::vector<ComputedField>& computed) {
  const ComputedField* const field = FindComputed(restriction, computed);
  if (field == nullptr) {
    absl::StatusOr<Test> test = Binder(restriction).Bind(record, 0);
    if (!test.ok()) return test.status();
    return [test = *std::move(test)](const Message& of) -> absl::StatusOr<bool> { return test(of); };
  }
  absl::StatusOr<ScalarTest<int>> test = EnumTest(*field->type, restriction);
  if (!test.ok()) return test.status();
  return [number_of = field->number_of, test = *std::move(test)](const Message& of) -> absl::StatusOr<bool> {
    const absl::StatusOr<std::optional<int>> number = number_of(of);
    if (!number.ok()) return number.status();
    return number->has_value() && test(**number);
  };
}

// Whether all of `operands` are `wanted`, asked in turn until one is not.
absl::StatusOr<bool> AllAre(bool wanted, const std::vector<Condition>& operands, const Message& record) {
  for (const Condition& operand : operands) {
    const absl::StatusOr<bool> holds = operand(record);
    if (!holds.ok()) return holds;
    if (*holds != wanted) return false;
  }
  return true;
}

absl::StatusOr<Condition> BindExpression(const FilterExpression& expression, const Descriptor& record,
                                         const std::vector<ComputedField>& computed) {
  using Kind = FilterExpression::Kind;
  if (expression.kind == Kind::kRestriction) {
    return BindRestriction(expression.restriction, record, computed);
  }
  std::vector<Condition> operands;
  for (const FilterExpression& operand : expression.operands) {
    absl::StatusOr<Condition> bound = BindExpression(operand, record, computed);
    if (!bound.ok()) return bound;
    operands.push_back(*std::move(bound));
  }
  if (expression.kind == Kind::kAnd) {
    return [operands = std::move(operands)](const Message& of) { return AllAre(true, operands, of); };
  }
  // Some hold (kOr), or the only one does not (kNot).
  const bool none = expression.kind == Kind::kNot;
  return [operands = std::move(operands), none](const Message& of) -> absl::StatusOr<bool> {
    const absl::StatusOr<bool> fail = AllAre(false, operands, of);
    if (!fail.ok()) return fail;
    return *fail == none;
  };
}

bool Computes(const FilterExpression& expression, const std::vector<ComputedField>& computed) {
  if (expression.kind == FilterExpression::Kind::kRestriction) {
    return FindComputed(expression.restriction, computed) != nullptr;
  }
  return std::any_of(expression.operands.begin(), expression.operands.end(),
                     [&](const FilterExpression& operand) { return Computes(operand, computed); });
}

}  // namespace

absl::StatusOr<Filter> FilterFromText(std::string_view text, const Descriptor& record,
                                      const std::vector<ComputedField>& computed) {
  const absl::StatusOr<FilterExpression> expression = ParseFilter(text);
  if (!expression.ok()) return expression.status();
  absl::StatusOr<Condition> condition = BindExpression(*expression, record, computed);
  if (!condition.ok()) return condition.status();
  return Filter{*std::move(condition), Computes(*expression, computed)};
}

}  // namespace gainsay::rpc
