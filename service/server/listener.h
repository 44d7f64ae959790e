#ifndef GAINSAY_SERVICE_SERVER_LISTENER_H_
#define GAINSAY_SERVICE_SERVER_LISTENER_H_

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "absl/status/statusor.h"

namespace gainsay::server {

// A TCP socket that listens, and the thread that accepts on it. It is ours, since gRPC 1.51's own stops
// accepting for ever once the process has run out of descriptors.
class Listener {
 public:
  // Binds to HOST:PORT or [IPV6]:PORT; of several addresses of a host, to the first.
  // INVALID_ARGUMENT: not of that form; or other machines reach it and `beyond_loopback` is false.
  // UNAVAILABLE: it cannot be bound, with the system's reason.
  static absl::StatusOr<std::unique_ptr<Listener>> Bind(const std::string& address, bool beyond_loopback);

  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener();

  // The address bound, with the real port: "127.0.0.1:7420".
  const std::string& address() const { return address_; }

  // Hands every connection accepted from now on to `take`, which then owns the descriptor. Called once.
  void Start(std::function<void(int descriptor)> take);

  // Accepts no more, and waits for `take` to return. May be called again.
  void Stop();

 private:
  Listener(int socket, int stop, std::string address)
      : socket_(socket), stop_(stop), address_(std::move(address)) {}

  void Accept(const std::function<void(int)>& take) const;

  const int socket_;
  const int stop_;  // an eventfd; readable once Stop was called
  const std::string address_;
  std::thread thread_;
};

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_LISTENER_H_
