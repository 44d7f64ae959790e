#ifndef GAINSAY_TESTS_SERVICE_SEARCH_SEARCH_FIXTURE_H_
#define GAINSAY_TESTS_SERVICE_SEARCH_SEARCH_FIXTURE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "service/search/search.h"
#include "service/search/search_index.h"
#include "tests/service/ledger/every_store.h"
#include "tests/support/temp_directory.h"

namespace gainsay::search {

using ledger::HasCode;
using ledger::IsOk;

// Long enough for a loaded machine; nothing waits for it unless something is wrong.
inline constexpr absl::Duration kPatience = absl::Seconds(60);

inline constexpr char kQuestion[] = "topics/t/questions/q";

// A ledger over a store of each kind, with an index of it in a folder of the test's own.
class SearchTest : public ::testing::TestWithParam<ledger::StoreKind> {
 protected:
  void SetUp() override { Open(); }

  void Open() {
    store_ = GetParam().open(folder_.Path("data"));
    ledger_ = std::make_unique<ledger::Ledger>(ledger::Ledger{*store_, [] { return absl::Now(); }});
    StartIndex();
  }
  void StartIndex() {
    auto analyzer = TextAnalyzer::Make();
    ASSERT_THAT(analyzer, IsOk());
    index_ = std::make_unique<SearchIndex>(*ledger_, index_path(), *std::move(analyzer));
  }
  void StopIndex() { index_.reset(); }
  void Close() {
    index_.reset();
    ledger_.reset();
    store_.reset();
  }
  std::string index_path() const { return folder_.Path("search.sqlite"); }

  template <class Noun>
  void Has(const Noun& noun, const std::string& workspace = ledger::kWorkspace) {
    ASSERT_THAT(ledger::Create(*ledger_, workspace, noun), IsOk());
  }
  template <class Noun>
  void Becomes(const Noun& noun) {
    ASSERT_THAT(ledger::Update<Noun>(*ledger_, ledger::kWorkspace, noun.name, "", false,
                                     [&noun](const Noun*) -> absl::StatusOr<Noun> { return noun; }),
                IsOk());
  }
  // A question and two parties to speak on it.
  void HasQuestion(const std::string& workspace = ledger::kWorkspace) {
    Has(ledger::EntityNamed("a"), workspace);
    Has(ledger::EntityNamed("b"), workspace);
    Has(ledger::TopicNamed("t"), workspace);
    Has(ledger::QuestionNamed("t", "q", model::ValueType::kBoolean), workspace);
  }
  void Says(const std::string& id, const std::string& text, const std::string& party = "a",
            const std::string& workspace = ledger::kWorkspace) {
    model::Claim claim = ledger::ClaimOn(kQuestion, party, true, id);
    claim.text = text;
    Says(claim, workspace);
  }
  void Says(const model::Claim& claim, const std::string& workspace = ledger::kWorkspace) {
    ASSERT_THAT(ledger::RecordAll<model::Claim>(*ledger_, workspace, {claim}, "claims"), IsOk());
  }

  absl::StatusOr<FoundPage> Searched(const SearchFilter& filter, int64_t skip = 0, int size = 100,
                                     const std::string& workspace = ledger::kWorkspace) {
    const absl::Time deadline = absl::Now() + kPatience;
    while (true) {
      const absl::Status caught_up = index_->Await(store_->GetLatestRevision(), deadline);
      absl::StatusOr<FoundPage> page =
          caught_up.ok() ? Search(*index_, workspace, filter, skip, size, 0, [] { return absl::OkStatus(); })
                         : absl::StatusOr<FoundPage>(caught_up);
      // UNAVAILABLE asks to try again, as while a damaged file is built anew.
      if (!absl::IsUnavailable(page.status()) || absl::Now() > deadline) return page;
    }
  }
  // The ids of what is found.
  std::vector<std::string> Found(const SearchFilter& filter,
                                 const std::string& workspace = ledger::kWorkspace) {
    const auto page = Searched(filter, 0, 100, workspace);
    EXPECT_THAT(page, IsOk());
    std::vector<std::string> ids;
    if (!page.ok()) return ids;
    for (const auto& item : page->items) ids.emplace_back(model::IdOf(ledger::NameOf(item.record.record)));
    return ids;
  }
  std::vector<std::string> Found(const std::string& query) { return Found(SearchFilter{.query = query}); }

  testing::TempDirectory folder_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<SearchIndex> index_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_TESTS_SERVICE_SEARCH_SEARCH_FIXTURE_H_
