#include "client/cpp/connection.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace gainsay::client {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using Ledger = v1::LedgerService::StubInterface;

constexpr char kUuid[] = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

// Notes what it is asked, and is unavailable to the first calls of a create if told so.
class NotingLedger : public v1::LedgerService::Service {
 public:
  grpc::Status CreateTopic(grpc::ServerContext*, const v1::CreateTopicRequest* request,
                           v1::CreateTopicResponse* response) override {
    request_ids.push_back(request->request_id());
    if (static_cast<int>(request_ids.size()) <= refusals) return {grpc::StatusCode::UNAVAILABLE, "not yet"};
    response->set_revision(7);
    return grpc::Status::OK;
  }

  grpc::Status GetTopic(grpc::ServerContext*, const v1::GetTopicRequest* request,
                        v1::GetTopicResponse* response) override {
    min_revisions.push_back(request->min_revision());
    response->set_revision(9);
    return grpc::Status::OK;
  }

  // Three pages, of one topic each.
  grpc::Status ListTopics(grpc::ServerContext*, const v1::ListTopicsRequest* request,
                          v1::ListTopicsResponse* response) override {
    const std::string& page = request->page_token();
    response->add_topics()->set_name(absl::StrCat("topics/t", page));
    if (page.size() < 2) response->set_next_page_token(page + "x");
    return grpc::Status::OK;
  }

  int refusals = 0;
  std::vector<std::string> request_ids;
  std::vector<int64_t> min_revisions;
};

class ConnectionTest : public ::testing::Test {
 protected:
  ConnectionTest() {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&ledger_);
    server_ = builder.BuildAndStart();
    options_.server = absl::StrCat("127.0.0.1:", port);
  }

  absl::StatusOr<v1::CreateTopicResponse> Create(const Connection& connection, const std::string& id = "") {
    v1::CreateTopicRequest request;
    request.set_request_id(id);
    return connection.Call(connection.ledger(), &Ledger::CreateTopic, std::move(request));
  }

  void Get(const Connection& connection, int64_t min_revision = 0) {
    v1::GetTopicRequest request;
    request.set_min_revision(min_revision);
    ASSERT_TRUE(connection.Call(connection.ledger(), &Ledger::GetTopic, std::move(request)).ok());
  }

  NotingLedger ledger_;
  std::unique_ptr<grpc::Server> server_;
  ConnectionOptions options_;
};

TEST_F(ConnectionTest, EachWriteWithoutARequestIdGetsOneOfItsOwn) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  ASSERT_TRUE(Create(*connection).ok());
  ASSERT_TRUE(Create(*connection).ok());
  EXPECT_THAT(ledger_.request_ids, ElementsAre(ContainsRegex(kUuid), ContainsRegex(kUuid)));
  EXPECT_NE(ledger_.request_ids[0], ledger_.request_ids[1]);
}

TEST_F(ConnectionTest, ARequestIdOfTheCallersIsKept) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  ASSERT_TRUE(Create(*connection, "mine").ok());
  EXPECT_THAT(ledger_.request_ids, ElementsAre("mine"));
}

TEST_F(ConnectionTest, ACreateThatIsRefusedAtFirstIsTriedAgainAsTheSameRequest) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  ledger_.refusals = 2;
  const auto answer = Create(*connection);
  ASSERT_TRUE(answer.ok()) << answer.status();
  ASSERT_EQ(ledger_.request_ids.size(), 3U);
  EXPECT_EQ(ledger_.request_ids[0], ledger_.request_ids[1]);
  EXPECT_EQ(ledger_.request_ids[1], ledger_.request_ids[2]);
}

TEST_F(ConnectionTest, AReadWaitsForTheLatestWriteAndNotForWhatOtherReadsSaw) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  Get(*connection);
  Get(*connection);
  ASSERT_TRUE(Create(*connection).ok());
  Get(*connection);
  connection->SawRevision(3);
  Get(*connection);
  connection->SawRevision(12);
  Get(*connection);
  EXPECT_THAT(ledger_.min_revisions, ElementsAre(0, 0, 7, 7, 12));
}

TEST_F(ConnectionTest, AMinimumOfTheCallersIsKept) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  ASSERT_TRUE(Create(*connection).ok());
  Get(*connection, 2);
  EXPECT_THAT(ledger_.min_revisions, ElementsAre(2));
}

TEST_F(ConnectionTest, EveryPageIsFetched) {
  const auto connection = Connection::Open(options_);
  ASSERT_TRUE(connection.ok()) << connection.status();
  const auto all = connection->CallAllPages(connection->ledger(), &Ledger::ListTopics,
                                            v1::ListTopicsRequest(), &v1::ListTopicsResponse::mutable_topics);
  ASSERT_TRUE(all.ok()) << all.status();
  std::vector<std::string> names;
  for (const auto& topic : all->topics()) names.push_back(topic.name());
  EXPECT_THAT(names, ElementsAre("topics/t", "topics/tx", "topics/txx"));
}

}  // namespace
}  // namespace gainsay::client
