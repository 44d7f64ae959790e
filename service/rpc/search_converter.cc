#include "service/rpc/search_converter.h"

#include <utility>

#include "service/rpc/field_reader.h"
#include "service/rpc/record_converter.h"

namespace gainsay::rpc {
namespace {

constexpr std::pair<v1::SearchKind, model::NameKind> kSearchKinds[] = {
    {v1::SEARCH_KIND_CLAIM, model::NameKind::kClaim},
    {v1::SEARCH_KIND_QUESTION, model::NameKind::kQuestion},
    {v1::SEARCH_KIND_ENTITY, model::NameKind::kEntity},
    {v1::SEARCH_KIND_SOURCE, model::NameKind::kSource}};

}  // namespace

absl::StatusOr<search::SearchFilter> SearchFilterFromProto(const v1::SearchRequest& request) {
  FieldReader fields;
  search::SearchFilter filter;
  filter.query = fields.Text("query", request.query());
  fields.Require(!request.query().empty(), "query", "is required");
  for (int i = 0; i < request.kinds_size(); ++i) {
    filter.kinds.push_back(fields.RequiredEnum(Indexed("kinds", i), kSearchKinds, request.kinds(i)));
  }
  filter.topic = fields.OptionalName("topic", model::NameKind::kTopic, request.topic());
  filter.party = fields.OptionalName("party", model::NameKind::kEntity, request.party());
  filter.said_time = fields.Time("saidTime", request.said_time());
  return fields.Finish(std::move(filter));
}

v1::Snippet SnippetToProto(const search::Snippet& snippet) {
  v1::Snippet proto;
  proto.set_text(snippet.text);
  for (const search::TextRange& match : snippet.matches) {
    v1::TextRange& range = *proto.add_matches();
    range.set_begin(match.begin);
    range.set_end(match.end);
  }
  proto.set_cut_before(snippet.cut_before);
  proto.set_cut_after(snippet.cut_after);
  return proto;
}

v1::SearchResult SearchResultToProto(const search::Found& found) {
  v1::SearchResult proto;
  *proto.mutable_record() = RecordToProto(found.record.record);
  proto.set_score(found.score);
  if (found.snippet) *proto.mutable_snippet() = SnippetToProto(*found.snippet);
  return proto;
}

}  // namespace gainsay::rpc
