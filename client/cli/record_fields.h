#ifndef GAINSAY_CLIENT_CLI_RECORD_FIELDS_H_
#define GAINSAY_CLIENT_CLI_RECORD_FIELDS_H_

#include <google/protobuf/message.h>

#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace gainsay::cli {

// What is left out of the names that an option takes, and whose message the name decides on.
enum class Reads {
  kText,
  kEntity,  // "x" is entities/x
  kSource,  // "x" is sources/x
  kTopics,  // "x/questions/y" is topics/x/questions/y
  kTarget,  // a claim, silence or source: fills the field of that kind
};

// One option (or argument: without dashes) of a command that writes a record, and the field it fills. What
// the field takes is read from the message: a map takes KEY=TEXT, a message its first two fields as
// NAME[=WORD], a repeated field the option several times.
struct RecordField {
  const char* option;
  const char* path;  // by JSON names; of a repeated message, what is below is of its first element
  const char* type;  // what its value is called in the help
  const char* what;  // for the help; names of enums are added
  Reads reads = Reads::kText;
  const char* means = "";  // a flag: the value that it stands for
};

// The fields of each kind of record. A claim's value is not among them.
extern const std::span<const RecordField> kEntityFields;
extern const std::span<const RecordField> kSourceFields;
extern const std::span<const RecordField> kTopicFields;
extern const std::span<const RecordField> kQuestionFields;
extern const std::span<const RecordField> kClaimFields;
extern const std::span<const RecordField> kSilenceFields;
extern const std::span<const RecordField> kRelationFields;
extern const std::span<const RecordField> kWithdrawalFields;

// Returns the last field on a path through messages of this type.
const google::protobuf::FieldDescriptor& FieldAt(const google::protobuf::Descriptor& type,
                                                 const RecordField& field);

// Returns the path as field masks have it, by proto names.
std::string MaskPath(const google::protobuf::Descriptor& type, const RecordField& field);

// Fills a field of a record from what was given for its option; empty text leaves it unset.
// INVALID_ARGUMENT "--cites: ...": it cannot be read.
absl::Status Fill(const RecordField& field, const std::vector<std::string>& given,
                  google::protobuf::Message& record);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RECORD_FIELDS_H_
