#include "service/rpc/source_mask.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "gainsay/v1/claim.pb.h"
#include "gainsay/v1/comparison.pb.h"
#include "gainsay/v1/history.pb.h"
#include "gainsay/v1/party_record.pb.h"
#include "gainsay/v1/source.pb.h"
#include "service/ledger/confidential_sources.h"
#include "service/ledger/field_error.h"
#include "service/rpc/history_converter.h"
#include "service/rpc/message_bytes.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Names = google::protobuf::RepeatedPtrField<std::string>;

constexpr char kCollection[] = "sources/";
constexpr size_t kCollectionSize = sizeof(kCollection) - 1;

bool IsOfId(char c) {
  return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '.' || c == '_' || c == '-';
}

// Calls `replace` with every name of a source that `text` may have, the longest first where a full stop or
// the like may end a name or a sentence, until it returns one to put in its place.
template <class Replace>
std::string WithNamesReplaced(const std::string& text, Replace replace) {
  std::string result;
  size_t done = 0;
  for (size_t at = text.find(kCollection); at != std::string::npos; at = text.find(kCollection, at)) {
    size_t end = at + kCollectionSize;
    while (end < text.size() && IsOfId(text[end])) ++end;
    const size_t next = end;
    for (; end > at + kCollectionSize; --end) {
      const std::optional<std::string> other = replace(text.substr(at, end - at));
      if (other) {
        absl::StrAppend(&result, text.substr(done, at - done), *other);
        done = end;
      }
      if (other || absl::ascii_isalnum(text[end - 1])) break;
    }
    at = next;
  }
  return result + text.substr(done);
}

// Hides confidential sources in one answer. What cannot be looked up is hidden; status() then says why.
class Hiding {
 public:
  explicit Hiding(ledger::ConfidentialSources sources) : sources_(std::move(sources)) {}

  void In(Message& message) {
    if (auto* source = dynamic_cast<v1::Source*>(&message)) InSource(*source);
    if (auto* appearance = dynamic_cast<v1::Appearance*>(&message)) InAppearance(*appearance);
    if (auto* claim = dynamic_cast<v1::RelatedClaim*>(&message)) {
      KeepPublishers(claim->sources(), *claim->mutable_publishers());
      InDated(*claim);
    }
    if (auto* silence = dynamic_cast<v1::RespondentSilence*>(&message)) {
      KeepPublishers(silence->sources(), *silence->mutable_observers());
      if (Told(sources_.Date(silence->silence()))) silence->clear_as_of_time();
    }
    if (auto* claim = dynamic_cast<v1::OtherClaim*>(&message)) InDated(*claim);
    if (auto* claim = dynamic_cast<v1::PartyClaim*>(&message)) InDated(*claim);
    if (auto* step = dynamic_cast<v1::Explanation*>(&message)) InStep(*step);
    if (auto* entry = dynamic_cast<v1::HistoryEntry*>(&message)) InEntry(*entry);
    if (auto* comparison = dynamic_cast<v1::Comparison*>(&message)) InComparison(*comparison);
    InFields(message);
  }

  // Returns a text with the names of confidential sources replaced.
  std::string Text(const std::string& text) {
    return WithNamesReplaced(text, [this](const std::string& name) -> std::optional<std::string> {
      if (!Hides(name)) return std::nullopt;
      const size_t number = numbers_.emplace(name, numbers_.size() + 1).first->second;
      return absl::StrCat(kCollection, "confidential-", number);
    });
  }

  const absl::Status& status() const { return status_; }

 private:
  bool Told(const absl::StatusOr<bool>& answer) {
    status_.Update(answer.status());
    return !answer.ok() || *answer;
  }

  bool Hides(const std::string& source) { return numbers_.contains(source) || Told(sources_.Has(source)); }

  bool HidesAny(const Names& sources) {
    return std::any_of(sources.begin(), sources.end(),
                       [this](const std::string& name) { return Hides(name); });
  }

  void InSource(v1::Source& source) {
    if (!source.confidential() && !Hides(source.name())) return;
    v1::Source hidden;
    hidden.set_name(source.name());
    hidden.set_confidential(true);
    // One that is confidential no more was so when this was written.
    numbers_.emplace(source.name(), numbers_.size() + 1);
    source = hidden;
  }

  void InAppearance(v1::Appearance& appearance) {
    if (!Hides(appearance.source())) return;
    v1::Appearance hidden;
    hidden.set_source(appearance.source());
    hidden.set_access(appearance.access());
    hidden.set_interpreted(appearance.interpreted());
    appearance = hidden;
  }

  // Leaves those of `publishers` who published some of `sources` that are not hidden.
  void KeepPublishers(const Names& sources, Names& publishers) {
    if (!HidesAny(sources)) return;
    std::set<std::string> shown;
    for (const std::string& source : sources) {
      if (Hides(source)) continue;
      absl::StatusOr<std::string> publisher = sources_.PublisherOf(source);
      status_.Update(publisher.status());
      if (publisher.ok()) shown.insert(*std::move(publisher));
    }
    publishers.erase(std::remove_if(publishers.begin(), publishers.end(),
                                    [&](const std::string& name) { return !shown.contains(name); }),
                     publishers.end());
  }

  template <class Claim>
  void InDated(Claim& claim) {
    if (Told(sources_.Date(claim.claim()))) claim.clear_said_time();
  }

  // Where one side is not independent of another, the way between them names sources, and the sides are
  // those that publish them.
  void InStep(v1::Explanation& step) {
    bool hides = false;
    WithNamesReplaced(step.edge(), [&](const std::string& source) -> std::optional<std::string> {
      hides = hides || Told(sources_.AreBehind(source));
      return std::nullopt;
    });
    if (!hides) return;
    step.clear_edge();
    step.clear_text();
    step.clear_sides();
  }

  void InEntry(v1::HistoryEntry& entry) {
    const auto dates = [this](const std::string& cause) {
      return Hides(cause) || Told(sources_.Date(cause));
    };
    const auto& causes = entry.causes();
    const bool all_told = causes.size() < static_cast<int>(kMaxCauses);
    if (!all_told || std::any_of(causes.begin(), causes.end(), dates)) entry.clear_said_time();
  }

  // It has been so since something was said or withdrawn, which may be anything on the question.
  void InComparison(v1::Comparison& comparison) {
    if (!comparison.has_since() || !Told(sources_.DateAnyOn(comparison.question()))) return;
    comparison.mutable_since()->clear_said_time();
  }

  void InFields(Message& message) {
    const google::protobuf::Reflection& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < size; ++i) InField(message, reflection, *field, i);
    }
  }

  void InField(Message& message, const google::protobuf::Reflection& reflection, const FieldDescriptor& field,
               int index) {
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      In(field.is_repeated() ? *reflection.MutableRepeatedMessage(&message, &field, index)
                             : *reflection.MutableMessage(&message, &field));
    } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      std::string held = field.is_repeated() ? reflection.GetRepeatedString(message, &field, index)
                                             : reflection.GetString(message, &field);
      std::string shown = Text(held);
      if (shown == held) return;
      if (field.is_repeated()) {
        reflection.SetRepeatedString(&message, &field, index, std::move(shown));
      } else {
        reflection.SetString(&message, &field, std::move(shown));
      }
    }
  }

  ledger::ConfidentialSources sources_;
  std::map<std::string, size_t> numbers_;
  absl::Status status_;
};

}  // namespace

absl::Status SourceMask::Hide(Message& answer) const {
  absl::StatusOr<ledger::ConfidentialSources> sources =
      ledger::ConfidentialSources::Read(*ledger_, workspace_);
  if (!sources.ok()) return sources.status();
  Hiding hiding(*std::move(sources));
  hiding.In(answer);
  return hiding.status();
}

absl::StatusOr<grpc::ByteBuffer> SourceMask::Hidden(const grpc::ByteBuffer& answer,
                                                    const google::protobuf::Descriptor& type) const {
  const std::unique_ptr<Message> message(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
  const absl::Status parsed = ParseBytes(answer, *message);
  if (!parsed.ok()) return absl::InternalError(parsed.message());
  const absl::Status hidden = Hide(*message);
  if (!hidden.ok()) return hidden;
  return BytesOf(*message);
}

absl::Status SourceMask::HiddenError(const absl::Status& error, std::string_view request) const {
  if (error.ok()) return error;
  absl::StatusOr<ledger::ConfidentialSources> sources =
      ledger::ConfidentialSources::Read(*ledger_, workspace_);
  if (!sources.ok()) return sources.status();
  Hiding hiding(*std::move(sources));
  const std::string message(error.message());
  const std::string shown =
      WithNamesReplaced(message, [&](const std::string& name) -> std::optional<std::string> {
        if (request.find(name) != std::string_view::npos) return std::nullopt;
        const std::string other = hiding.Text(name);
        return other == name ? std::nullopt : std::optional(other);
      });
  if (!hiding.status().ok()) return hiding.status();
  return shown == message ? error : absl::Status(error.code(), shown);
}

absl::StatusOr<bool> SourceMask::Hides(const std::string& source) const {
  absl::StatusOr<ledger::ConfidentialSources> sources =
      ledger::ConfidentialSources::Read(*ledger_, workspace_);
  if (!sources.ok()) return sources.status();
  return sources->Has(source);
}

absl::Status SourceMask::CheckShown(std::string_view field, const std::string& source) const {
  const absl::StatusOr<bool> hidden = Hides(source);
  if (!hidden.ok()) return hidden.status();
  return *hidden ? ledger::NotOnFile(std::string(field), source) : absl::OkStatus();
}

absl::Status CheckShown(const ledger::Ledger& ledger, const Caller& caller, std::string_view workspace,
                        std::string_view field, const std::string& source) {
  const std::optional<SourceMask> mask = MaskFor(ledger, caller, workspace);
  return mask ? mask->CheckShown(field, source) : absl::OkStatus();
}

std::optional<SourceMask> MaskFor(const ledger::Ledger& ledger, const Caller& caller,
                                  std::string_view workspace) {
  if (caller.In(workspace).Has(Role::kSources)) return std::nullopt;
  return SourceMask(ledger, std::string(workspace));
}

}  // namespace gainsay::rpc
