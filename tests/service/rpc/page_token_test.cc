#include "service/rpc/page_token.h"

#include <string>

#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/paging.h"
#include "service/rpc/topic_converter.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using ::testing::StartsWith;
using testing::StatusIs;

v1::ListClaimsRequest Request() {
  return FromJson<v1::ListClaimsRequest>(R"({"workspace": "desk", "parent": "topics/t", "pageSize": 10})");
}

const PageToken kToken{17, "topics/t/questions/q/claims/c"};

TEST(PageTokenTest, ATokenComesBackAsItWas) {
  const std::string text = EncodePageToken(kToken, Request());
  const auto token = DecodePageToken(text, Request());

  ASSERT_THAT(token, IsOk());
  EXPECT_EQ(*token, kToken);
}

TEST(PageTokenTest, ATokenIsTextThatNeedsNoEscapingInAUrl) {
  EXPECT_THAT(EncodePageToken(kToken, Request()), ::testing::MatchesRegex("[A-Za-z0-9_=-]+"));
}

TEST(PageTokenTest, TheNextPageMayBeAskedForInAnotherSizeAndLater) {
  const std::string text = EncodePageToken(kToken, Request());
  v1::ListClaimsRequest next = Request();
  next.set_page_token(text);
  next.set_page_size(500);
  next.set_min_revision(3);

  EXPECT_THAT(DecodePageToken(text, next), IsOk());
}

TEST(PageTokenTest, ATokenOfAnotherRequestIsRefused) {
  const std::string text = EncodePageToken(kToken, Request());
  v1::ListClaimsRequest other_workspace = Request();
  other_workspace.set_workspace("another");
  v1::ListClaimsRequest other_party = Request();
  other_party.set_party("entities/p");
  v1::ListEntitiesRequest other_method;
  other_method.set_workspace("desk");

  const auto refused = StatusIs(absl::StatusCode::kInvalidArgument, "pageToken: is of another request");
  EXPECT_THAT(DecodePageToken(text, other_workspace), refused);
  EXPECT_THAT(DecodePageToken(text, other_party), refused);
  EXPECT_THAT(DecodePageToken(text, other_method), refused);
}

TEST(PageTokenTest, WhatIsNoTokenIsRefused) {
  const std::string text = EncodePageToken(kToken, Request());
  for (std::string wrong :
       {std::string("x"), std::string("!!!!"), text.substr(0, 12), text.substr(0, 40), text + "AAAA"}) {
    EXPECT_THAT(DecodePageToken(wrong, Request()),
                StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("pageToken: is ")))
        << wrong;
  }
}

TEST(PageTokenTest, ATokenWithAnyOneCharacterChangedIsRefused) {
  const std::string text = EncodePageToken(kToken, Request());
  const size_t last = text.find_last_not_of("=");
  for (size_t i = 0; i < last; ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(DecodePageToken(changed, Request()).ok()) << i;
  }
}

TEST(PagingTest, APageHasTheSizeAskedForWithinItsLimits) {
  v1::ListTopicsRequest request;
  EXPECT_EQ(PageFromProto(request, model::NameKind::kTopic)->size, 100);
  request.set_page_size(7);
  EXPECT_EQ(PageFromProto(request, model::NameKind::kTopic)->size, 7);
  request.set_page_size(1'001);
  EXPECT_EQ(PageFromProto(request, model::NameKind::kTopic)->size, 1'000);
  request.set_page_size(-1);
  EXPECT_THAT(PageFromProto(request, model::NameKind::kTopic),
              StatusIs(absl::StatusCode::kInvalidArgument, "pageSize: is negative"));
}

TEST(PagingTest, ATokenThatGoesOnAfterWhatIsNoNameIsRefused) {
  v1::ListTopicsRequest request;
  request.set_page_token(EncodePageToken({17, "entities/x"}, request));

  EXPECT_THAT(PageFromProto(request, model::NameKind::kTopic),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("pageToken: ")));
}

// Returns the page that a listing of topics with titles of this many bytes fills.
v1::ListTopicsResponse PageOf(const std::vector<size_t>& sizes, const std::string& next_after) {
  ledger::Listing<model::Topic> listing;
  for (const size_t size : sizes) {
    const std::string name = "topics/t" + std::to_string(listing.items.size());
    listing.items.push_back({{.name = name, .title = std::string(size, 'a')}, 3, absl::UnixEpoch()});
  }
  listing.next_after = next_after;
  listing.revision = 5;
  v1::ListTopicsResponse response;
  const auto to_proto = [](const ledger::Recorded<model::Topic>& topic) { return TopicToProto(topic); };
  FillPage(v1::ListTopicsRequest(), listing, to_proto, *response.mutable_topics(), response);
  return response;
}

TEST(PagingTest, TheLastPageHasNoToken) {
  const v1::ListTopicsResponse page = PageOf({1, 1}, "");

  EXPECT_EQ(page.topics_size(), 2);
  EXPECT_EQ(page.next_page_token(), "");
  EXPECT_EQ(page.revision(), 5);
}

TEST(PagingTest, TheTokenGoesOnAfterTheLastItemAtTheSameRevision) {
  const v1::ListTopicsResponse page = PageOf({1, 1}, "topics/t1");

  v1::ListTopicsRequest next;
  next.set_page_token(page.next_page_token());
  const auto asked = PageFromProto(next, model::NameKind::kTopic);
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->after, "topics/t1");
  EXPECT_EQ(asked->revision, 5);
}

TEST(PagingTest, APageEndsBeforeItGrowsTooLargeForAMessage) {
  const v1::ListTopicsResponse page = PageOf({2'000'000, 1'000'000, 1'000'000}, "");

  EXPECT_EQ(page.topics_size(), 2);
  EXPECT_EQ(DecodePageToken(page.next_page_token(), v1::ListTopicsRequest())->after, "topics/t1");
}

TEST(PagingTest, AnItemLargerThanAPageIsAPageOfItsOwn) {
  EXPECT_EQ(PageOf({5'000'000, 1}, "").topics_size(), 1);
}

}  // namespace
}  // namespace gainsay::rpc
