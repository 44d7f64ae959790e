// Records a claim, compares its question, and reads why a bad one is refused.
// Usage: record_and_compare HOST:PORT

#include <iostream>
#include <string>
#include <utility>

#include "client/cpp/connection.h"
#include "client/cpp/enum_names.h"

namespace v1 = gainsay::v1;
using Comparing = v1::ComparisonService::StubInterface;
using Ledger = v1::LedgerService::StubInterface;
using gainsay::client::Connection;

namespace {

absl::Status RecordAndCompare(const Connection& connection, const std::string& amount) {
  v1::RecordClaimsRequest claims;
  v1::Claim& claim = *claims.add_claims();
  claim.set_question("topics/fire/questions/injured");
  claim.set_party("entities/mayor");
  claim.mutable_value()->mutable_quantity()->set_amount(amount);
  const auto recorded = connection.Call(connection.ledger(), &Ledger::RecordClaims, claims);
  if (!recorded.ok()) return recorded.status();
  std::cout << (recorded->results(0).existed() ? "on file already: " : "recorded: ")
            << recorded->results(0).name() << '\n';

  v1::CompareQuestionRequest compare;  // sees the claim: the connection knows its revision
  compare.set_question(claim.question());
  const auto compared = connection.Call(connection.comparison(), &Comparing::CompareQuestion, compare);
  if (!compared.ok()) return compared.status();
  std::cout << gainsay::client::ShortName(compared->comparisons(0).status()) << '\n';
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  const auto connection = Connection::Open({.server = argc > 1 ? argv[1] : "127.0.0.1:7420"});
  if (!connection.ok()) {
    std::cerr << connection.status() << '\n';
    return 1;
  }
  for (const char* amount : {"12", "a dozen"}) {
    const absl::Status status = RecordAndCompare(*connection, amount);
    if (!status.ok()) std::cout << "refused: " << status.message() << '\n';
  }
  return 0;
}
