// What it costs to make bytes of records and answers, and records of bytes: on disk and on the wire.
// Usage: codec_benchmark --benchmark_format=json [--benchmark_filter=REGEX]

#include <benchmark/benchmark.h>

#include <string>
#include <variant>
#include <vector>

#include "service/engine/compare.h"
#include "service/rpc/claim_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/store/keys.h"
#include "service/store/record_codec.h"
#include "service/store/versioned_key.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {
namespace {

// What a case turns over, so that no single record's size is measured.
constexpr size_t kRecords = 1'000;
constexpr int kQuestionClaims = 30;

const Dataset& Data() {
  static const Dataset data({.claims = 100'000});
  return data;
}

// The first records of a kind.
template <class Record>
std::vector<Record> RecordsOf() {
  const Dataset few({.claims = 2 * kRecords});
  std::vector<Record> records;
  few.ForEach([&](const model::Record& record) {
    const auto* wanted = std::get_if<Record>(&record);
    if (wanted != nullptr && records.size() < kRecords) records.push_back(*wanted);
  });
  return records;
}

std::vector<engine::Comparison> Comparisons() {
  std::vector<engine::Comparison> comparisons;
  for (const int64_t question : Data().QuestionsOf(kQuestionClaims)) {
    comparisons.push_back(engine::Compare(Data().CaseOf(question), {}, {}, false));
  }
  return comparisons;
}

// Returns what `convert` makes of each.
template <class Item, class Convert>
auto Converted(const std::vector<Item>& items, Convert convert) {
  std::vector<decltype(convert(items[0]))> converted;
  for (const Item& item : items) converted.push_back(convert(item));
  return converted;
}

// Does `work` to one item after the other.
template <class Item, class Work>
void TurnOver(::benchmark::State& state, const std::vector<Item>& items, Work work) {
  size_t turn = 0;
  for (auto _ : state) ::benchmark::DoNotOptimize(work(items[turn++ % items.size()]));
  state.SetItemsProcessed(state.iterations());
}

// Tells how large the bytes are, on average.
void CountBytes(::benchmark::State& state, const std::vector<std::string>& bytes) {
  double sum = 0;
  for (const std::string& each : bytes) sum += static_cast<double>(each.size());
  state.counters["bytes"] = sum / static_cast<double>(bytes.size());
}

std::string Encoded(const model::Record& record) { return store::EncodeRecord(record); }

template <class Record>
void EncodeStored(::benchmark::State& state) {
  // As the variants that the ledger holds, so that no copy is measured.
  const auto records =
      Converted(RecordsOf<Record>(), [](const Record& record) { return model::Record(record); });
  TurnOver(state, records, Encoded);
  CountBytes(state, Converted(records, Encoded));
}

template <class Record>
void DecodeStored(::benchmark::State& state) {
  const std::vector<std::string> bytes = Converted(RecordsOf<Record>(), Encoded);
  TurnOver(state, bytes, store::DecodeRecord);
  CountBytes(state, bytes);
}

std::string ClaimKey(const std::string& claim) {
  return store::RecordKey("default", model::NameKind::kClaim, claim);
}

std::vector<std::string> ClaimNames() {
  return Converted(RecordsOf<model::Claim>(), [](const model::Claim& claim) { return claim.name; });
}

void MakeClaimKey(::benchmark::State& state) { TurnOver(state, ClaimNames(), ClaimKey); }

void MakeVersionedKey(::benchmark::State& state) {
  TurnOver(state, Converted(ClaimNames(), ClaimKey),
           [](const std::string& key) { return store::VersionedKey(key, 123'456); });
}

void ParseClaimKey(::benchmark::State& state) {
  TurnOver(state, Converted(ClaimNames(), ClaimKey), store::ParseKey);
}

v1::Claim ToWire(const model::Claim& claim) { return rpc::ClaimToProto(claim); }

void ClaimFromProto(::benchmark::State& state) {
  TurnOver(state, Converted(RecordsOf<model::Claim>(), ToWire), rpc::ClaimFromProto);
}

void ParseClaimMessage(::benchmark::State& state) {
  const std::vector<std::string> bytes = Converted(
      RecordsOf<model::Claim>(), [](const model::Claim& claim) { return ToWire(claim).SerializeAsString(); });
  TurnOver(state, bytes, [](const std::string& each) {
    v1::Claim claim;
    claim.ParseFromString(each);
    return claim.name().size();
  });
  CountBytes(state, bytes);
}

void ComparisonToProto(::benchmark::State& state) { TurnOver(state, Comparisons(), rpc::ComparisonToProto); }

void SerializeComparison(::benchmark::State& state) {
  const auto bytes_of = [](const v1::Comparison& message) { return message.SerializeAsString(); };
  const std::vector<v1::Comparison> messages = Converted(Comparisons(), rpc::ComparisonToProto);
  TurnOver(state, messages, bytes_of);
  CountBytes(state, Converted(messages, bytes_of));
}

BENCHMARK(EncodeStored<model::Claim>)->Name("EncodeStored/claim");
BENCHMARK(DecodeStored<model::Claim>)->Name("DecodeStored/claim");
BENCHMARK(EncodeStored<model::Source>)->Name("EncodeStored/source");
BENCHMARK(DecodeStored<model::Source>)->Name("DecodeStored/source");
BENCHMARK(MakeClaimKey);
BENCHMARK(MakeVersionedKey);
BENCHMARK(ParseClaimKey);
BENCHMARK(ParseClaimMessage);
BENCHMARK(ClaimFromProto);
BENCHMARK(ComparisonToProto);
BENCHMARK(SerializeComparison);

}  // namespace
}  // namespace gainsay::benchmark
