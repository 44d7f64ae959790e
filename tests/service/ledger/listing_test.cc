#include "service/ledger/listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/support/status_matchers.h"

namespace gainsay::ledger {
namespace {

using ::testing::IsEmpty;

Recorded<model::Topic> Numbered(int number) {
  Recorded<model::Topic> topic;
  topic.record.name = absl::StrCat("topics/", number);
  return topic;
}

bool IsEven(const Recorded<model::Topic>& topic) { return (topic.record.name.back() - '0') % 2 == 0; }

class ListingBuilderTest : public ::testing::Test {
 protected:
  // Adds topics from `first` on until the page ends, at most `many`; returns how many it took.
  int AddFrom(int first, int many, ListingBuilder<model::Topic>& listing) {
    for (int i = 0; i < many; ++i) {
      const auto goes_on = listing.Add(Numbered(first + i));
      EXPECT_THAT(goes_on, testing::IsOk());
      if (!goes_on.ok() || !*goes_on) return i;
    }
    return many;
  }

  const Page page_{.size = 2};
};

TEST_F(ListingBuilderTest, APageHoldsWhatIsSelected) {
  const Selection<model::Topic> even{IsEven};
  ListingBuilder<model::Topic> builder(page_, 7, even);

  AddFrom(0, 3, builder);

  const Listing<model::Topic> listing = std::move(builder).Finish();
  ASSERT_EQ(listing.items.size(), 2U);
  EXPECT_EQ(listing.items[1].record.name, "topics/2");
  EXPECT_EQ(listing.revision, 7);
  EXPECT_THAT(listing.next_after, IsEmpty());
}

TEST_F(ListingBuilderTest, AFullPageEndsBeforeTheNextThatIsSelected) {
  const Selection<model::Topic> even{IsEven};
  ListingBuilder<model::Topic> builder(page_, 7, even);

  EXPECT_EQ(AddFrom(0, 9, builder), 4);

  EXPECT_EQ(std::move(builder).Finish().next_after, "topics/3");
}

TEST_F(ListingBuilderTest, APageEndsOnceItHasLookedAtEnough) {
  const Selection<model::Topic> none{[](const auto&) { return false; }};
  ListingBuilder<model::Topic> builder(page_, 7, none);

  EXPECT_EQ(AddFrom(1, kMaxLookedAt + 5, builder), kMaxLookedAt);

  const Listing<model::Topic> listing = std::move(builder).Finish();
  EXPECT_THAT(listing.items, IsEmpty());
  EXPECT_EQ(listing.next_after, absl::StrCat("topics/", kMaxLookedAt));
}

TEST_F(ListingBuilderTest, ASelectionThatTakesLongLooksAtFewer) {
  const Selection<model::Topic> none{[](const auto&) { return false; }, 3};
  ListingBuilder<model::Topic> builder(page_, 7, none);

  EXPECT_EQ(AddFrom(1, 5, builder), 3);

  EXPECT_EQ(std::move(builder).Finish().next_after, "topics/3");
}

TEST_F(ListingBuilderTest, AnErrorOfTheSelectionIsReturned) {
  const Selection<model::Topic> broken{[](const auto&) { return absl::CancelledError("x"); }};
  ListingBuilder<model::Topic> builder(page_, 7, broken);

  EXPECT_THAT(builder.Add(Numbered(1)), testing::HasCode(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace gainsay::ledger
