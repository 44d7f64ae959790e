#ifndef GAINSAY_SERVICE_RPC_CALLER_H_
#define GAINSAY_SERVICE_RPC_CALLER_H_

#include <grpcpp/server_context.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace gainsay::rpc {

// What someone may do in a workspace.
enum class Role : uint8_t {
  kReader = 1,   // read
  kWriter = 2,   // read, and write
  kAdmin = 4,    // read, write, and look after the service
  kSources = 8,  // see who confidential sources are, in what the other roles show
};

// Several of them, each with all that it includes.
class Roles {
 public:
  constexpr Roles() = default;

  static constexpr Roles All() { return Roles().With(Role::kAdmin).With(Role::kSources); }

  constexpr Roles With(Role role) const {
    Roles more = *this;
    more.bits_ |= static_cast<uint8_t>(role);
    if (role == Role::kAdmin) return more.With(Role::kWriter);
    if (role == Role::kWriter) return more.With(Role::kReader);
    return more;
  }
  constexpr Roles With(Roles others) const {
    others.bits_ |= bits_;
    return others;
  }
  constexpr bool Has(Role role) const { return (bits_ & static_cast<uint8_t>(role)) != 0; }

  friend constexpr bool operator==(Roles, Roles) = default;

 private:
  uint8_t bits_ = 0;
};

// Stands for every workspace where roles are given.
inline constexpr char kEveryWorkspace[] = "*";

// Who makes a call, and what they may do.
struct Caller {
  std::string name;  // that refusals tell; empty where nobody has to say who they are
  std::map<std::string, Roles, std::less<>> roles;  // by workspace
  // The entities for which they may write; nothing: any, and whatever belongs to no one.
  std::optional<std::set<std::string>> parties;

  Roles In(std::string_view workspace) const;

  // Whether there is nothing that they may not do.
  bool MayEverything() const { return !parties && In(kEveryWorkspace) == Roles::All(); }

  friend bool operator==(const Caller&, const Caller&) = default;
};

// Tells who makes a call. UNAUTHENTICATED: it does not say, or not credibly. Thread-safe.
using Authenticate =
    std::function<absl::StatusOr<std::shared_ptr<const Caller>>(const grpc::ServerContext& context)>;

// Takes everyone for one who may do everything.
Authenticate TrustEveryone();

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CALLER_H_
