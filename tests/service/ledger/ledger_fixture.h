#ifndef GAINSAY_TESTS_SERVICE_LEDGER_LEDGER_FIXTURE_H_
#define GAINSAY_TESTS_SERVICE_LEDGER_LEDGER_FIXTURE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "service/ledger/export.h"
#include "service/ledger/import.h"
#include "service/ledger/ledger.h"
#include "service/ledger/nouns.h"
#include "service/ledger/recording.h"
#include "service/model/records.h"
#include "service/store/memory/memory_store.h"
#include "service/store/record_codec.h"
#include "tests/support/status_matchers.h"

namespace gainsay::ledger {

using testing::HasCode;
using ::testing::HasSubstr;
using testing::IsOk;
using ::testing::StartsWith;
using testing::StatusIs;

// Records of which only what matters to a test is set.
inline model::Edtf Time(const std::string& text) { return *model::Edtf::Parse(text); }
inline model::Entity EntityNamed(const std::string& id) {
  model::Entity entity;
  entity.name = "entities/" + id;
  entity.display_name = id;
  return entity;
}
inline model::Entity SpeakerFor(const std::string& id, const std::string& principal,
                                const std::string& interval = "") {
  model::Entity entity = EntityNamed(id);
  entity.speaks_for = model::SpeaksFor{"entities/" + principal, std::nullopt};
  if (!interval.empty()) entity.speaks_for->valid_time = Time(interval);
  return entity;
}
inline model::Source SourceNamed(const std::string& id, const std::vector<std::string>& cites = {}) {
  model::Source source;
  source.name = "sources/" + id;
  for (const std::string& cited : cites) source.cites.push_back({"sources/" + cited});
  return source;
}
inline model::Topic TopicNamed(const std::string& id) {
  model::Topic topic;
  topic.name = "topics/" + id;
  return topic;
}
inline model::Question QuestionNamed(const std::string& topic, const std::string& id,
                                     model::ValueType type = model::ValueType::kBoolean) {
  model::Question question;
  question.name = "topics/" + topic + "/questions/" + id;
  question.value_type = type;
  return question;
}
inline model::Claim ClaimOn(const std::string& question, const std::string& party, model::Value value,
                            const std::string& id = "") {
  model::Claim claim;
  claim.question = question;
  claim.party = "entities/" + party;
  claim.value = std::move(value);
  if (!id.empty()) claim.name = question + "/claims/" + id;
  return claim;
}
inline model::Value Amount(const std::string& text) {
  const model::Decimal number = *model::Decimal::Parse(text);
  return model::Quantity{number, number, model::Bound::kExact, "persons"};
}
inline model::Withdrawal Withdrawn(const std::string& target, model::WithdrawalKind kind,
                                   const std::string& party = "", const std::string& time = "") {
  model::Withdrawal withdrawal;
  withdrawal.target = target;
  withdrawal.kind = kind;
  if (!party.empty()) withdrawal.party = "entities/" + party;
  if (!time.empty()) withdrawal.time = Time(time);
  return withdrawal;
}

inline constexpr char kWorkspace[] = "default";

// What an import came to.
struct Imported {
  ImportProgress last;
  std::vector<std::string> errors;  // "LINE CODE message"
};

// Imports records as lines 1, 2, ...
inline Imported ImportAll(const Ledger& ledger, const std::vector<model::Record>& records,
                          ImportOptions options = {}) {
  if (options.workspace.empty()) options.workspace = kWorkspace;
  Imported imported;
  const auto take = [&imported](const ImportProgress& progress) {
    imported.last = progress;
    for (const ImportError& error : progress.errors) {
      imported.errors.push_back(std::to_string(error.line) + " " + error.status.ToString());
    }
  };
  Import import(ledger, options);
  int64_t line = 0;
  for (const model::Record& record : records) {
    const auto progress = import.Add(++line, import.Prepare(record));
    EXPECT_THAT(progress, IsOk());
    if (progress.ok() && *progress) take(**progress);
  }
  const auto progress = import.Finish();
  EXPECT_THAT(progress, IsOk());
  if (progress.ok()) take(*progress);
  return imported;
}

// A workspace's export, as one string of bytes a record.
inline std::vector<std::string> ExportAll(const Ledger& ledger, const ExportOptions& options = {},
                                          const std::string& workspace = kWorkspace) {
  std::vector<std::string> bytes;
  const auto exported = Export(ledger, workspace, options, [&bytes](const model::Record& record) {
    bytes.push_back(store::EncodeRecord(record));
    return true;
  });
  EXPECT_THAT(exported, IsOk());
  return bytes;
}

inline std::vector<model::Record> ExportedRecords(const Ledger& ledger, const ExportOptions& options = {}) {
  std::vector<model::Record> records;
  EXPECT_THAT(Export(ledger, kWorkspace, options,
                     [&records](const model::Record& record) {
                       records.push_back(record);
                       return true;
                     }),
              IsOk());
  return records;
}

inline std::vector<std::string> NamesOf(const std::vector<model::Record>& records) {
  std::vector<std::string> names;
  for (const model::Record& record : records) {
    names.push_back(std::visit([](const auto& held) { return held.name; }, record));
  }
  return names;
}

// An empty ledger on the memory store, with a clock that stands still.
class LedgerTest : public ::testing::Test {
 protected:
  template <class Noun>
  void Has(const Noun& noun) {
    ASSERT_THAT(Create(ledger_, kWorkspace, noun), IsOk());
  }
  template <class Item>
  absl::StatusOr<RecordedBatch> Record(const Item& item) {
    return RecordAll<Item>(ledger_, kWorkspace, {item}, "items");
  }
  template <class Noun>
  absl::StatusOr<UpdateResult<Noun>> Replace(const Noun& noun, const std::string& etag = "") {
    return Update<Noun>(ledger_, kWorkspace, noun.name, etag, false,
                        [&noun](const Noun*) -> absl::StatusOr<Noun> { return noun; });
  }
  store::Revision Latest() { return (*store_->GetSnapshot())->revision(); }

  std::unique_ptr<store::Store> store_ = store::NewMemoryStore();
  Ledger ledger_{*store_, [] { return absl::FromUnixSeconds(1'767'225'600); }};
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_TESTS_SERVICE_LEDGER_LEDGER_FIXTURE_H_
