#include "service/rpc/request_bytes.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <memory>

namespace gainsay::rpc {

std::string RequestBytes(const google::protobuf::Message& request,
                         std::initializer_list<const char*> without) {
  const std::unique_ptr<google::protobuf::Message> asked(request.New());
  asked->CopyFrom(request);
  for (const char* field : without) {
    const auto* descriptor = asked->GetDescriptor()->FindFieldByName(field);
    if (descriptor != nullptr) asked->GetReflection()->ClearField(asked.get(), descriptor);
  }
  std::string bytes = request.GetDescriptor()->full_name() + '\n';
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream output(&stream);
  output.SetSerializationDeterministic(true);
  asked->SerializeToCodedStream(&output);
  output.Trim();
  return bytes;
}

}  // namespace gainsay::rpc
