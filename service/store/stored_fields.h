#ifndef GAINSAY_SERVICE_STORE_STORED_FIELDS_H_
#define GAINSAY_SERVICE_STORE_STORED_FIELDS_H_

#include <google/protobuf/message.h>
#include <google/protobuf/repeated_ptr_field.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "service/model/records.h"
#include "service/store/stored_record.pb.h"

namespace gainsay::store {

// Fields that several stored records share, and what may be wrong with them.

// Takes fields out of a stored record. The first one that no record can hold is remembered; what is
// returned after that means nothing.
class FieldReader {
 public:
  // OK, or DATA_LOSS: the first thing that was wrong.
  const absl::Status& status() const { return status_; }

  void Refuse(const std::string& reason);

  // Refuses what a newer format added.
  void Check(const google::protobuf::Message& stored);

  // An enumerator of `Enum`, the least of which is `first` and the greatest `last`.
  template <class Enum>
  Enum Enumerator(int number, Enum first, Enum last) {
    if (number >= static_cast<int>(first) && number <= static_cast<int>(last)) return Enum{number};
    Refuse("an enumerator is out of range");
    return first;
  }

  // An empty text is no time, or no number.
  std::optional<model::Edtf> Time(const std::string& text);
  std::optional<model::Decimal> OptionalNumber(const std::string& text);
  model::Decimal Number(const std::string& text);

  // Refuses what is not finite.
  double Finite(double number);

  std::vector<std::string> Texts(const google::protobuf::RepeatedPtrField<std::string>& stored);
  // Refuses keys out of order.
  std::map<std::string, std::string> Map(const google::protobuf::RepeatedPtrField<v1::KeyedText>& stored);

  std::vector<model::Appearance> Appearances(
      const google::protobuf::RepeatedPtrField<v1::Appearance>& stored);

 private:
  absl::Status status_;
};

// The same the other way.
std::string TextOf(const std::optional<model::Edtf>& time);
std::string TextOf(const std::optional<model::Decimal>& number);
void Store(const std::vector<std::string>& texts, google::protobuf::RepeatedPtrField<std::string>& stored);
void Store(const std::map<std::string, std::string>& map,
           google::protobuf::RepeatedPtrField<v1::KeyedText>& stored);
void Store(const std::vector<model::Appearance>& appearances,
           google::protobuf::RepeatedPtrField<v1::Appearance>& stored);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_STORED_FIELDS_H_
