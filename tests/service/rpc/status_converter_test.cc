#include "service/rpc/status_converter.h"

#include <stdexcept>
#include <string>

#include "service/rpc/error_details.pb.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

wire::Status DetailsOf(const grpc::Status& status) {
  wire::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

// The detail of this type that a status carries; expects that it carries one.
template <class Detail>
Detail DetailOf(const grpc::Status& status, const std::string& type) {
  Detail detail;
  const wire::Status details = DetailsOf(status);
  for (const auto& any : details.details()) {
    if (any.type_url() != "type.googleapis.com/google.rpc." + type) continue;
    EXPECT_TRUE(detail.ParseFromString(any.value()));
    return detail;
  }
  ADD_FAILURE() << "no " << type << " in " << details.ShortDebugString();
  return detail;
}

TEST(StatusConverterTest, OkIsOk) { EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok()); }

TEST(StatusConverterTest, CodeAndMessageAreTheClients) {
  const grpc::Status status = ToGrpcStatus(absl::NotFoundError("name: entities/a is not on file"));

  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(status.error_message(), "name: entities/a is not on file");
}

TEST(StatusConverterTest, AWrongFieldIsToldToProgramsToo) {
  const wire::Status details =
      DetailsOf(ToGrpcStatus(absl::InvalidArgumentError("claims[3].party: is empty")));

  ASSERT_EQ(details.details_size(), 2);
  EXPECT_EQ(details.code(), 3);
  EXPECT_EQ(details.message(), "claims[3].party: is empty");
  wire::ErrorInfo info;
  EXPECT_EQ(details.details(0).type_url(), "type.googleapis.com/google.rpc.ErrorInfo");
  ASSERT_TRUE(info.ParseFromString(details.details(0).value()));
  EXPECT_EQ(info.reason(), "INVALID_FIELD");
  EXPECT_EQ(info.domain(), "gainsay");
  EXPECT_EQ(info.metadata().at("field"), "claims[3].party");
  wire::BadRequest request;
  EXPECT_EQ(details.details(1).type_url(), "type.googleapis.com/google.rpc.BadRequest");
  ASSERT_TRUE(request.ParseFromString(details.details(1).value()));
  EXPECT_EQ(request.field_violations(0).field(), "claims[3].party");
  EXPECT_EQ(request.field_violations(0).description(), "is empty");
}

TEST(StatusConverterTest, WhatIsInTheWayIsToldToProgramsToo) {
  const absl::Status cycle = absl::FailedPreconditionError("entity.ownedBy: would make a cycle");
  const absl::Status raced = absl::AbortedError("entity.etag: is not the current one; read again");

  const auto forbidden = DetailOf<wire::PreconditionFailure>(ToGrpcStatus(cycle), "PreconditionFailure");
  const auto aborted = DetailOf<wire::PreconditionFailure>(ToGrpcStatus(raced), "PreconditionFailure");

  ASSERT_EQ(forbidden.violations_size(), 1);
  EXPECT_EQ(forbidden.violations(0).type(), "STATE_FORBIDS");
  EXPECT_EQ(forbidden.violations(0).subject(), "entity.ownedBy");
  EXPECT_EQ(forbidden.violations(0).description(), "would make a cycle");
  EXPECT_EQ(aborted.violations(0).type(), "CHANGED_MEANWHILE");
}

TEST(StatusConverterTest, TheRecordThatIsMissingOrInTheWayIsToldToProgramsToo) {
  const absl::Status missing = absl::NotFoundError("claims[0].question: topics/t/questions/q is not on file");
  const absl::Status taken = absl::AlreadyExistsError("entity.name: entities/a is on file");

  const auto asked = DetailOf<wire::ResourceInfo>(ToGrpcStatus(missing), "ResourceInfo");
  const auto in_the_way = DetailOf<wire::ResourceInfo>(ToGrpcStatus(taken), "ResourceInfo");

  EXPECT_EQ(asked.resource_type(), "gainsay.v1.Question");
  EXPECT_EQ(asked.resource_name(), "topics/t/questions/q");
  EXPECT_EQ(in_the_way.resource_type(), "gainsay.v1.Entity");
  EXPECT_EQ(in_the_way.resource_name(), "entities/a");
  EXPECT_EQ(DetailsOf(ToGrpcStatus(absl::NotFoundError("it is nowhere"))).details_size(), 1);
}

TEST(StatusConverterTest, WhatMaySucceedLaterSaysWhenToTryAgain) {
  for (const grpc::Status& status : {ToGrpcStatus(TooManyCalls()), ToGrpcStatus(absl::UnavailableError("x")),
                                     ToGrpcStatus(ServerDraining())}) {
    EXPECT_GT(DetailOf<wire::RetryInfo>(status, "RetryInfo").retry_delay().seconds(), 0);
  }
  EXPECT_EQ(DetailsOf(ToGrpcStatus(absl::DataLossError("x"))).details_size(), 1);
}

TEST(StatusConverterTest, WhatMayNameStoredPathsOrKeysIsNotSent) {
  for (const auto code :
       {absl::StatusCode::kDataLoss, absl::StatusCode::kInternal, absl::StatusCode::kUnknown,
        absl::StatusCode::kUnavailable, absl::StatusCode::kResourceExhausted}) {
    const grpc::Status status = ToGrpcStatus(absl::Status(code, "/var/lib/gainsay/000012.log"));

    EXPECT_EQ(static_cast<int>(status.error_code()), static_cast<int>(code));
    EXPECT_EQ(status.error_message().find("gainsay/"), std::string::npos);
    EXPECT_EQ(status.error_details().find("gainsay/"), std::string::npos);
    EXPECT_FALSE(status.error_message().empty());
  }
}

TEST(StatusConverterTest, ALongMessageIsCutBetweenCharacters) {
  std::string message = "text: a";
  for (int i = 0; i < 2'000; ++i) message += "ҳ";

  const grpc::Status status = ToGrpcStatus(absl::InvalidArgumentError(message));

  EXPECT_LT(status.error_message().size(), 2'000U);
  EXPECT_LT(status.error_message().size() + status.error_details().size(), 6'000U);
  EXPECT_EQ(status.error_message(), message.substr(0, status.error_message().size()));
  EXPECT_TRUE(status.error_message().ends_with("ҳ"));
}

TEST(StatusConverterTest, ALibrarysExceptionIsAnInternalError) {
  const absl::Status thrown =
      WithoutExceptions<absl::Status>([]() -> absl::Status { throw std::runtime_error("at /srv/data"); });
  const grpc::Status status = ToGrpcStatus(thrown);

  EXPECT_EQ(status.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(status.error_message().find("/srv"), std::string::npos);
}

TEST(StatusConverterTest, WhileDrainingACallIsToldToTryAgain) {
  EXPECT_EQ(ToGrpcStatus(ServerDraining()).error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(ToGrpcStatus(ServerDraining()).error_message(), "the server is draining; retry with backoff");
}

}  // namespace
}  // namespace gainsay::rpc
