#include "service/rpc/source_converter.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/ledger/nouns.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {
namespace {

constexpr size_t kSha256Digits = 64;

void ReadCitations(const v1::Source& proto, FieldReader& fields, model::Source& source) {
  std::set<std::string_view> seen;
  for (const v1::Citation& cited : proto.cites()) {
    const std::string path = Indexed("cites", static_cast<int>(source.cites.size()));
    model::Citation citation;
    citation.source = fields.Name(path + ".source", model::NameKind::kSource, cited.source());
    fields.Require(cited.source() != proto.name(), path + ".source", "names itself");
    fields.Require(seen.insert(cited.source()).second, path + ".source", "is listed twice");
    citation.kind = fields.Enum(path + ".kind", kCitationKinds, cited.kind(), model::CitationKind::kCites);
    source.cites.push_back(std::move(citation));
  }
}

// Returns the digest in lower case.
std::string ReadDigest(const std::string& text, FieldReader& fields) {
  const bool digits = std::all_of(text.begin(), text.end(), absl::ascii_isxdigit);
  fields.Require(text.empty() || (digits && text.size() == kSha256Digits), "contentSha256",
                 "not 64 hexadecimal digits");
  return absl::AsciiStrToLower(text);
}

}  // namespace

absl::StatusOr<model::Source> SourceFromProto(const v1::Source& proto) {
  FieldReader fields;
  model::Source source;
  source.name = fields.Name("name", model::NameKind::kSource, proto.name());
  source.uri = fields.Text("uri", proto.uri(), kMaxUri);
  source.title = fields.Text("title", proto.title());
  source.publisher = fields.OptionalName("publisher", model::NameKind::kEntity, proto.publisher());
  source.publish_time = fields.Time("publishTime", proto.publish_time());
  source.language = fields.Language("language", proto.language());
  ReadCitations(proto, fields, source);
  source.archive_uri = fields.Text("archiveUri", proto.archive_uri(), kMaxUri);
  source.content_sha256 = ReadDigest(proto.content_sha256(), fields);
  source.reliability =
      fields.Enum("reliability", kReliabilities, proto.reliability(), model::Reliability::kF);
  source.confidential = proto.confidential();
  return fields.Finish(std::move(source));
}

v1::Source SourceToProto(const model::Source& source) {
  v1::Source proto;
  proto.set_name(source.name);
  proto.set_uri(source.uri);
  proto.set_title(source.title);
  proto.set_publisher(source.publisher);
  if (source.publish_time) proto.set_publish_time(source.publish_time->text());
  proto.set_language(source.language);
  for (const model::Citation& citation : source.cites) {
    v1::Citation& cited = *proto.add_cites();
    cited.set_source(citation.source);
    cited.set_kind(ToWire(kCitationKinds, citation.kind));
  }
  proto.set_archive_uri(source.archive_uri);
  proto.set_content_sha256(source.content_sha256);
  proto.set_reliability(ToWire(kReliabilities, source.reliability));
  proto.set_confidential(source.confidential);
  return proto;
}

v1::Source SourceToProto(const ledger::Recorded<model::Source>& recorded) {
  v1::Source proto = SourceToProto(recorded.record);
  proto.set_etag(ledger::EtagOf(recorded.revision));
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
