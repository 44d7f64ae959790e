#ifndef GAINSAY_SERVICE_RPC_NOUN_HANDLERS_H_
#define GAINSAY_SERVICE_RPC_NOUN_HANDLERS_H_

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/ledger/nouns.h"
#include "service/rpc/entity_converter.h"
#include "service/rpc/field_mask.h"
#include "service/rpc/field_path.h"
#include "service/rpc/paging.h"
#include "service/rpc/question_converter.h"
#include "service/rpc/reading.h"
#include "service/rpc/selecting.h"
#include "service/rpc/source_converter.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/speaking_for.h"
#include "service/rpc/status_field.h"
#include "service/rpc/topic_converter.h"
#include "service/rpc/writing.h"

namespace gainsay::rpc {

// Create, get, update and list, written once for the nouns that have revisions.

// What tells one noun's wire from another's: its message, its field in requests, its names, converters.
template <class Noun>
struct NounWire;

template <>
struct NounWire<model::Entity> {
  using Proto = v1::Entity;
  static constexpr std::string_view kField = "entity";
  static constexpr model::NameKind kKind = model::NameKind::kEntity;
  static auto FromProto(const Proto& proto) { return EntityFromProto(proto); }
  static Proto ToProto(const model::Entity& entity) { return EntityToProto(entity); }
  static Proto ToProto(const ledger::Recorded<model::Entity>& entity) { return EntityToProto(entity); }
};

template <>
struct NounWire<model::Source> {
  using Proto = v1::Source;
  static constexpr std::string_view kField = "source";
  static constexpr model::NameKind kKind = model::NameKind::kSource;
  static auto FromProto(const Proto& proto) { return SourceFromProto(proto); }
  static Proto ToProto(const model::Source& source) { return SourceToProto(source); }
  static Proto ToProto(const ledger::Recorded<model::Source>& source) { return SourceToProto(source); }
};

template <>
struct NounWire<model::Topic> {
  using Proto = v1::Topic;
  static constexpr std::string_view kField = "topic";
  static constexpr model::NameKind kKind = model::NameKind::kTopic;
  static auto FromProto(const Proto& proto) { return TopicFromProto(proto); }
  static Proto ToProto(const model::Topic& topic) { return TopicToProto(topic); }
  static Proto ToProto(const ledger::Recorded<model::Topic>& topic) { return TopicToProto(topic); }
};

template <>
struct NounWire<model::Question> {
  using Proto = v1::Question;
  static constexpr std::string_view kField = "question";
  static constexpr model::NameKind kKind = model::NameKind::kQuestion;
  static auto FromProto(const Proto& proto) { return QuestionFromProto(proto); }
  static Proto ToProto(const model::Question& question) { return QuestionToProto(question); }
  static Proto ToProto(const ledger::Recorded<model::Question>& question) {
    return QuestionToProto(question);
  }
};

// Returns an error of writing a noun with the path of its field; that of the request's id is not the noun's.
inline absl::Status UnderNoun(std::string_view field, const absl::Status& status) {
  return FaultOf(status).field == "requestId" ? status : UnderField(field, status);
}

template <class Noun>
using NounProto = typename NounWire<Noun>::Proto;

// Serves Create: `asked` is the noun in `request`, `answered` where it goes in `response`.
template <class Noun, class Request, class Response>
absl::Status CreateNoun(const ledger::Ledger& ledger, const Call& call, const Request& request,
                        const NounProto<Noun>& asked, Response& response, NounProto<Noun>& answered) {
  using Wire = NounWire<Noun>;
  const absl::StatusOr<ledger::WriteScope> scope = BeginWrite(request);
  if (!scope.ok()) return scope.status();
  const absl::StatusOr<Noun> noun = Wire::FromProto(asked);
  if (!noun.ok()) return UnderField(Wire::kField, noun.status());
  if constexpr (std::is_same_v<Noun, model::Source>) {
    const absl::Status may = CheckMayWrite(call.caller(), *noun);
    if (!may.ok()) return UnderField(Wire::kField, may);
  }
  const auto recorded = ledger::Create<Noun>(ledger, *scope, *noun);
  if (!recorded.ok()) return UnderNoun(Wire::kField, recorded.status());
  answered = Wire::ToProto(*recorded);
  response.set_revision(recorded->revision);
  return absl::OkStatus();
}

// Serves Get.
template <class Noun, class Request, class Response>
absl::Status GetNoun(const ledger::Ledger& ledger, const Call& call, const Request& request,
                     Response& response, NounProto<Noun>& answered) {
  using Wire = NounWire<Noun>;
  const absl::Status name = CheckNameField("name", Wire::kKind, request.name());
  if (!name.ok()) return name;
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  if constexpr (std::is_same_v<Noun, model::Source>) {
    const absl::Status shown = CheckShown(ledger, call.caller(), *workspace, "name", request.name());
    if (!shown.ok()) return shown;
  }
  const auto found = ledger::Get<Noun>(ledger, *workspace, request.name());
  if (!found.ok()) return found.status();
  answered = Wire::ToProto(found->item);
  response.set_revision(found->revision);
  return absl::OkStatus();
}

// Serves Update.
template <class Noun, class Request, class Response>
absl::Status UpdateNoun(const ledger::Ledger& ledger, const Call& call, const Request& request,
                        const NounProto<Noun>& asked, Response& response, NounProto<Noun>& answered) {
  using Wire = NounWire<Noun>;
  const absl::StatusOr<ledger::WriteScope> scope = BeginWrite(request);
  if (!scope.ok()) return scope.status();
  absl::Status valid = CheckMask(request.update_mask(), *NounProto<Noun>::descriptor());
  if (valid.ok()) valid = UnderField(Wire::kField, CheckNameField("name", Wire::kKind, asked.name()));
  if (!valid.ok()) return valid;
  const auto change = [&](const Noun* current) -> absl::StatusOr<Noun> {
    if constexpr (std::is_same_v<Noun, model::Source>) {
      const absl::Status shown = CheckShown(ledger, call.caller(), scope->workspace, "name", asked.name());
      if (!shown.ok()) return shown;
    }
    if (current == nullptr) return Wire::FromProto(asked);
    NounProto<Noun> next = Wire::ToProto(*current);
    MergeMasked(request.update_mask(), asked, next);
    return Wire::FromProto(next);
  };
  const auto updated =
      ledger::Update<Noun>(ledger, *scope, asked.name(), asked.etag(), request.allow_missing(), change);
  if (!updated.ok()) return UnderNoun(Wire::kField, updated.status());
  answered = Wire::ToProto(updated->item);
  response.set_revision(updated->revision);
  return absl::OkStatus();
}

// Serves List: of `parent`'s nouns, into `answered` in `response`.
template <class Noun, class Request, class Response>
absl::Status ListNouns(const ledger::Ledger& ledger, const Call& call, const Request& request,
                       std::string_view parent, Response& response,
                       google::protobuf::RepeatedPtrField<NounProto<Noun>>& answered) {
  using Wire = NounWire<Noun>;
  absl::StatusOr<ledger::Page> page = PageFromProto(request, Wire::kKind);
  if (!page.ok()) return page.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  if (page->revision == 0) page->revision = ledger.store.GetLatestRevision();
  const auto to_proto = [](const ledger::Recorded<Noun>& noun) { return Wire::ToProto(noun); };
  const auto computed = ComputedFieldsOf<Noun>(ledger, *workspace, page->revision);
  const std::optional<SourceMask> mask = MaskFor(ledger, call.caller(), *workspace);
  auto selection = SelectionFromProto<Noun>(ledger, call, request.filter(), to_proto, mask, computed);
  if (!selection.ok()) return selection.status();
  if constexpr (std::is_same_v<Noun, model::Source>) {
    if (mask) {
      selection->hides = [&mask](const ledger::Recorded<model::Source>& found) -> absl::StatusOr<bool> {
        if (found.record.confidential) return true;
        return mask->Hides(found.record.name);
      };
    }
  }
  const auto listing = ledger::List<Noun>(ledger, *workspace, parent, *page, *selection);
  if (!listing.ok()) return listing.status();
  FillPage(request, *listing, to_proto, answered, response);
  return absl::OkStatus();
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_NOUN_HANDLERS_H_
