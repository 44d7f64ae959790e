#include "service/rpc/authorization.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "gainsay/v1/admin_service.pb.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "tests/support/status_matchers.h"

namespace gainsay::rpc {
namespace {

using testing::HasCode;
using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;
using Method = google::protobuf::MethodDescriptor;

// Every method that the protos declare.
std::vector<const Method*> EveryMethod() {
  std::vector<const Method*> methods;
  for (const auto* file : {v1::ExportRequest::descriptor()->file(), v1::WatchRequest::descriptor()->file(),
                           v1::StatsRequest::descriptor()->file()}) {
    for (int i = 0; i < file->service_count(); ++i) {
      for (int k = 0; k < file->service(i)->method_count(); ++k)
        methods.push_back(file->service(i)->method(k));
    }
  }
  return methods;
}

Caller With(std::initializer_list<Role> roles, const std::string& workspace = "desk") {
  Caller caller{.name = "someone"};
  for (const Role role : roles) caller.roles[workspace] = caller.roles[workspace].With(role);
  return caller;
}

// Who may call a method, as the manual says. One that is not named here is for administrators.
struct Expected {
  std::string method;
  bool reader = false;
  bool writer = false;
  bool by_party = false;
};

Expected ExpectedOf(const Method& method) {
  const std::string& name = method.name();
  const auto starts = [&name](const char* with) { return name.rfind(with, 0) == 0; };
  if (name == "Export") return {name, false, false, false};  // asks for the role sources, which neither is
  if (starts("Create") || starts("Update")) return {name, false, true, name == "CreateSource"};
  if (name == "RecordSilences" || name == "RelateTexts") return {name, false, true, false};
  if (starts("Record") || name == "Withdraw" || name == "Import") return {name, false, true, true};
  if (starts("Get") || starts("List") || starts("Compare") || starts("Check") || name == "Search" ||
      name == "Watch" || name == "Stats") {
    return {name, true, true, true};
  }
  return {name, false, false, false};
}

TEST(AuthorizationTest, EveryMethodHasARowAndEveryRowAMethod) {
  std::set<std::string> rows;
  for (const Access& access : AccessTable()) {
    EXPECT_TRUE(rows.insert(std::string(access.method)).second) << access.method;
  }
  std::set<std::string> methods;
  for (const Method* method : EveryMethod()) methods.insert(method->full_name());
  EXPECT_EQ(rows, methods);
}

TEST(AuthorizationTest, WhoMayCallWhat) {
  for (const Method* method : EveryMethod()) {
    const Expected expected = ExpectedOf(*method);
    EXPECT_EQ(CheckAccess(With({Role::kReader}), *method, "desk").ok(), expected.reader)
        << method->full_name();
    EXPECT_EQ(CheckAccess(With({Role::kWriter}), *method, "desk").ok(), expected.writer)
        << method->full_name();
    EXPECT_EQ(CheckAccess(With({Role::kAdmin}), *method, "desk").ok(), method->name() != "Export")
        << method->full_name();
    EXPECT_THAT(CheckAccess(With({Role::kAdmin, Role::kSources}), *method, "desk"), IsOk())
        << method->full_name();
    EXPECT_THAT(CheckAccess(With({Role::kSources}), *method, "desk"),
                HasCode(absl::StatusCode::kPermissionDenied))
        << method->full_name();
    EXPECT_THAT(CheckAccess(With({}), *method, "desk"), HasCode(absl::StatusCode::kPermissionDenied));
    Caller bound = With({Role::kWriter});
    bound.parties = {"entities/a"};
    EXPECT_EQ(CheckAccess(bound, *method, "desk").ok(), expected.by_party) << method->full_name();
  }
}

TEST(AuthorizationTest, ARoleIsOfItsWorkspaceOrOfEveryOne) {
  const Method& method = *EveryMethod().front();
  EXPECT_THAT(
      CheckAccess(With({Role::kAdmin}), method, "other"),
      StatusIs(absl::StatusCode::kPermissionDenied, HasSubstr("the role writer in the workspace other")));
  EXPECT_THAT(CheckAccess(With({Role::kAdmin}, "*"), method, "other"), IsOk());
  Caller both = With({Role::kReader}, "*");
  both.roles["desk"] = Roles().With(Role::kWriter);
  EXPECT_THAT(CheckAccess(both, method, "desk"), IsOk());
  EXPECT_THAT(CheckAccess(both, method, "other"), HasCode(absl::StatusCode::kPermissionDenied));
}

}  // namespace
}  // namespace gainsay::rpc
