#ifndef GAINSAY_SERVICE_RPC_EVENT_H_
#define GAINSAY_SERVICE_RPC_EVENT_H_

namespace gainsay::rpc {

// What a completion queue tells of: every tag given to gRPC is one of these.
class Event {
 public:
  // `ok` is false where the operation came to nothing: the call or the server has ended.
  virtual void Happened(bool ok) = 0;

 protected:
  ~Event() = default;
};

// An event that a member function of its owner deals with.
template <class Owner>
class EventOf final : public Event {
 public:
  using Handler = void (Owner::*)(bool ok);

  EventOf(Owner& owner, Handler handler) : owner_(owner), handler_(handler) {}
  void Happened(bool ok) override { (owner_.*handler_)(ok); }

 private:
  Owner& owner_;
  const Handler handler_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_EVENT_H_
