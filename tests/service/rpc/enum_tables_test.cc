#include "service/rpc/enum_tables.h"

#include <google/protobuf/generated_enum_reflection.h>
#include <gtest/gtest.h>

#include <set>

#include "service/rpc/history_converter.h"
#include "service/rpc/party_record_converter.h"

namespace gainsay::rpc {
namespace {

// Expects a row for each of the wire's enumerators but the unspecified one, and no two for one meaning.
template <class Wire, class Model, size_t kRows>
void ExpectComplete(const std::pair<Wire, Model> (&table)[kRows]) {
  const google::protobuf::EnumDescriptor& wire = *google::protobuf::GetEnumDescriptor<Wire>();
  std::set<Wire> wires;
  std::set<Model> meanings;
  for (const auto& [known, meaning] : table) {
    wires.insert(known);
    meanings.insert(meaning);
    EXPECT_EQ(ToWire(table, meaning), known);
  }
  EXPECT_EQ(static_cast<int>(wires.size()), wire.value_count() - 1) << wire.full_name();
  EXPECT_EQ(wires.size(), meanings.size()) << wire.full_name();
  EXPECT_FALSE(wires.contains(Wire())) << wire.full_name();
}

TEST(EnumTablesTest, EveryEnumeratorOfTheWireHasItsMeaning) {
  ExpectComplete(kPolarities);
  ExpectComplete(kBounds);
  ExpectComplete(kValueTypes);
  ExpectComplete(kEntityKinds);
  ExpectComplete(kCitationKinds);
  ExpectComplete(kReliabilities);
  ExpectComplete(kCardinalities);
  ExpectComplete(kEvolutions);
  ExpectComplete(kAccesses);
  ExpectComplete(kCertainties);
  ExpectComplete(kSpeechActs);
  ExpectComplete(kSilenceKinds);
  ExpectComplete(kRelationKinds);
  ExpectComplete(kRelationMethods);
  ExpectComplete(kWithdrawalKinds);
  ExpectComplete(kHistoryAxes);
  ExpectComplete(kOutcomes);
}

}  // namespace
}  // namespace gainsay::rpc
