#include "service/server/listener.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace gainsay::server {
namespace {

// How long to leave the queue alone when a connection cannot be accepted: descriptors have run out, and
// are soon free again.
constexpr int kRetryMilliseconds = 100;

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

absl::Status Unavailable(const std::string& address, const std::string& reason) {
  return absl::UnavailableError("cannot listen on " + address + ": " + reason);
}

// "HOST:PORT" in two, brackets around a host taken off.
std::optional<std::pair<std::string, std::string>> SplitAddress(const std::string& address) {
  const size_t colon = address.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  std::string host = address.substr(0, colon);
  std::string port = address.substr(colon + 1);
  const bool bracketed = host.front() == '[' && host.back() == ']';
  if (bracketed) host = host.substr(1, host.size() - 2);
  // A bare IPv6 address has colons of its own, and its last is not a port's.
  if (host.empty() || port.empty() || (!bracketed && host.find(':') != std::string::npos))
    return std::nullopt;
  return std::pair(std::move(host), std::move(port));
}

absl::StatusOr<Addresses> Resolve(const std::string& address) {
  const auto parts = SplitAddress(address);
  if (!parts) {
    return absl::InvalidArgumentError("--listen: \"" + address + "\" is not of the form HOST:PORT");
  }
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(parts->first.c_str(), parts->second.c_str(), &hints, &found);
  if (error != 0) return Unavailable(address, gai_strerror(error));
  return Addresses(found, &freeaddrinfo);
}

bool IsLoopback(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
    return ntohl(v4.sin_addr.s_addr) >> 24 == 127;
  }
  const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
  return address.sa_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
}

// The address that `socket` is bound to.
std::string BoundAddress(int socket) {
  sockaddr_storage bound = {};
  socklen_t size = sizeof(bound);
  char host[NI_MAXHOST];
  char port[NI_MAXSERV];
  auto* address = reinterpret_cast<sockaddr*>(&bound);
  if (getsockname(socket, address, &size) != 0 ||
      getnameinfo(address, size, host, sizeof(host), port, sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV) !=
          0) {
    return {};
  }
  const std::string shown = bound.ss_family == AF_INET6 ? std::string("[") + host + "]" : host;
  return shown + ":" + port;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Listener>> Listener::Bind(const std::string& address, bool beyond_loopback) {
  const absl::StatusOr<Addresses> addresses = Resolve(address);
  if (!addresses.ok()) return addresses.status();
  const addrinfo& first = **addresses;
  if (!beyond_loopback && !IsLoopback(*first.ai_addr)) {
    return absl::InvalidArgumentError("--listen: other machines reach " + address +
                                      ", and it is without TLS and credentials; --insecure allows that");
  }
  const int socket = ::socket(first.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, first.ai_protocol);
  if (socket < 0) return Unavailable(address, std::strerror(errno));
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  const int stop = eventfd(0, EFD_CLOEXEC);
  if (stop < 0 || bind(socket, first.ai_addr, first.ai_addrlen) != 0 || listen(socket, SOMAXCONN) != 0) {
    const std::string reason = std::strerror(errno);
    close(socket);
    if (stop >= 0) close(stop);
    return Unavailable(address, reason);
  }
  return std::unique_ptr<Listener>(new Listener(socket, stop, BoundAddress(socket)));
}

Listener::~Listener() {
  Stop();
  close(socket_);
  close(stop_);
}

void Listener::Start(std::function<void(int)> take) {
  thread_ = std::thread([this, take = std::move(take)] { Accept(take); });
}

void Listener::Stop() {
  if (!thread_.joinable()) return;
  const uint64_t once = 1;
  [[maybe_unused]] const ssize_t written = write(stop_, &once, sizeof(once));
  thread_.join();
  // What waits in the queue is told at once, rather than when the process ends.
  shutdown(socket_, SHUT_RDWR);
}

void Listener::Accept(const std::function<void(int)>& take) const {
  pollfd waited[] = {{stop_, POLLIN, 0}, {socket_, POLLIN, 0}};
  while (true) {
    if (poll(waited, 2, -1) < 0 && errno != EINTR) return;
    if (waited[0].revents != 0) return;
    if (waited[1].revents == 0) continue;
    const int descriptor = accept4(socket_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
      const int yes = 1;
      setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
      take(descriptor);
    } else if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED) {
      poll(waited, 1, kRetryMilliseconds);
    }
  }
}

}  // namespace gainsay::server
