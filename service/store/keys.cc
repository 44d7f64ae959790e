#include "service/store/keys.h"

#include "service/store/escaped_string.h"
#include "service/store/key_layout.h"

namespace gainsay::store {
namespace {

using model::NameKind;

class KeyWriter {
 public:
  KeyWriter(std::string_view workspace, Tag tag) {
    AppendEscaped(key_, workspace);
    key_.push_back(static_cast<char>(tag));
  }

  KeyWriter& Id(std::string_view id) {
    AppendEscaped(key_, id);
    return *this;
  }
  // The id of a top-level name.
  KeyWriter& Name(std::string_view name) { return Id(model::IdOf(name)); }
  // The ids of the question that `name` is or lies below.
  KeyWriter& Question(std::string_view name) {
    return Id(model::TopicIdOf(name)).Id(model::QuestionIdOf(name));
  }
  template <class AnyPart>
  KeyWriter& Part(AnyPart part) {
    key_.push_back(static_cast<char>(part));
    return *this;
  }

  std::string Key() && { return std::move(key_); }
  KeyRange Range() && { return KeyRange::Prefix(key_); }

 private:
  std::string key_;
};

std::string QuestionPartKey(std::string_view workspace, std::string_view name, QuestionPart part) {
  KeyWriter key(workspace, Tag::kQuestion);
  key.Question(name).Part(part);
  if (part != QuestionPart::kItself) key.Name(name);
  return std::move(key).Key();
}

}  // namespace

std::string RecordKey(std::string_view workspace, NameKind kind, std::string_view name) {
  switch (kind) {
    case NameKind::kEntity:
      return std::move(KeyWriter(workspace, Tag::kEntity).Name(name)).Key();
    case NameKind::kSource:
      return std::move(KeyWriter(workspace, Tag::kSource).Name(name).Part(SourcePart::kItself)).Key();
    case NameKind::kTopic:
      return std::move(KeyWriter(workspace, Tag::kTopic).Name(name)).Key();
    case NameKind::kQuestion:
      return QuestionPartKey(workspace, name, QuestionPart::kItself);
    case NameKind::kClaim:
      return QuestionPartKey(workspace, name, QuestionPart::kClaim);
    case NameKind::kSilence:
      return QuestionPartKey(workspace, name, QuestionPart::kSilence);
    case NameKind::kRelation:
      return QuestionPartKey(workspace, name, QuestionPart::kRelation);
    case NameKind::kWithdrawal:
      return WithdrawalNameKey(workspace, name);
  }
  return {};
}

std::string WithdrawalKey(std::string_view workspace, std::string_view target, std::string_view withdrawal) {
  if (model::ParentOf(target).empty()) {
    KeyWriter key(workspace, Tag::kSource);
    return std::move(key.Name(target).Part(SourcePart::kWithdrawal).Name(withdrawal)).Key();
  }
  KeyWriter key(workspace, Tag::kQuestion);
  return std::move(key.Question(target).Part(QuestionPart::kWithdrawal).Name(withdrawal)).Key();
}

std::string WithdrawalNameKey(std::string_view workspace, std::string_view withdrawal) {
  return std::move(KeyWriter(workspace, Tag::kWithdrawalName).Name(withdrawal)).Key();
}

std::string RequestKey(std::string_view workspace, std::string_view request_id) {
  return std::move(KeyWriter(workspace, Tag::kRequest).Id(request_id)).Key();
}

std::string ClaimByPartyKey(std::string_view workspace, std::string_view party, std::string_view claim) {
  return std::move(KeyWriter(workspace, Tag::kClaimByParty).Name(party).Question(claim).Name(claim)).Key();
}

std::string ClaimBySourceKey(std::string_view workspace, std::string_view source, std::string_view claim) {
  return std::move(KeyWriter(workspace, Tag::kClaimBySource).Name(source).Question(claim).Name(claim)).Key();
}

std::string ClaimByValueKey(std::string_view workspace, std::string_view entity, std::string_view claim) {
  return std::move(KeyWriter(workspace, Tag::kClaimByValue).Name(entity).Question(claim).Name(claim)).Key();
}

std::string SourceByPublisherKey(std::string_view workspace, std::string_view publisher,
                                 std::string_view source) {
  return std::move(KeyWriter(workspace, Tag::kSourceByPublisher).Name(publisher).Name(source)).Key();
}

std::string NarrowerKey(std::string_view workspace, std::string_view broader, std::string_view entity) {
  return std::move(KeyWriter(workspace, Tag::kNarrower).Name(broader).Name(entity)).Key();
}

std::string SideMemberKey(std::string_view workspace, std::string_view principal, std::string_view entity) {
  return std::move(KeyWriter(workspace, Tag::kSideMember).Name(principal).Name(entity)).Key();
}

std::string CitedByKey(std::string_view workspace, std::string_view cited, std::string_view source) {
  return std::move(KeyWriter(workspace, Tag::kCitedBy).Name(cited).Name(source)).Key();
}

std::string PartOfKey(std::string_view workspace, std::string_view part, std::string_view question) {
  return std::move(KeyWriter(workspace, Tag::kPartOf).Question(part).Question(question)).Key();
}

KeyRange QuestionRange(std::string_view workspace, std::string_view question) {
  return std::move(KeyWriter(workspace, Tag::kQuestion).Question(question)).Range();
}

KeyRange SourceRange(std::string_view workspace, std::string_view source) {
  return std::move(KeyWriter(workspace, Tag::kSource).Name(source)).Range();
}

KeyRange TopicQuestionsRange(std::string_view workspace, std::string_view topic) {
  return std::move(KeyWriter(workspace, Tag::kQuestion).Name(topic)).Range();
}

KeyRange KindRange(std::string_view workspace, NameKind kind) {
  switch (kind) {
    case NameKind::kEntity:
      return KeyWriter(workspace, Tag::kEntity).Range();
    case NameKind::kSource:
      return KeyWriter(workspace, Tag::kSource).Range();
    case NameKind::kTopic:
      return KeyWriter(workspace, Tag::kTopic).Range();
    case NameKind::kQuestion:
    case NameKind::kClaim:
    case NameKind::kSilence:
    case NameKind::kRelation:
      return KeyWriter(workspace, Tag::kQuestion).Range();
    case NameKind::kWithdrawal:
      return KeyWriter(workspace, Tag::kWithdrawalName).Range();
  }
  return {};
}

KeyRange QuestionClaimsRange(std::string_view workspace, std::string_view question) {
  return std::move(KeyWriter(workspace, Tag::kQuestion).Question(question).Part(QuestionPart::kClaim))
      .Range();
}

KeyRange ClaimsByPartyRange(std::string_view workspace, std::string_view party) {
  return std::move(KeyWriter(workspace, Tag::kClaimByParty).Name(party)).Range();
}

KeyRange ClaimsBySourceRange(std::string_view workspace, std::string_view source) {
  return std::move(KeyWriter(workspace, Tag::kClaimBySource).Name(source)).Range();
}

KeyRange ClaimsByValueRange(std::string_view workspace, std::string_view entity) {
  return std::move(KeyWriter(workspace, Tag::kClaimByValue).Name(entity)).Range();
}

KeyRange SourcesByPublisherRange(std::string_view workspace, std::string_view publisher) {
  return std::move(KeyWriter(workspace, Tag::kSourceByPublisher).Name(publisher)).Range();
}

KeyRange NarrowerRange(std::string_view workspace, std::string_view broader) {
  return std::move(KeyWriter(workspace, Tag::kNarrower).Name(broader)).Range();
}

KeyRange SideMembersRange(std::string_view workspace, std::string_view principal) {
  return std::move(KeyWriter(workspace, Tag::kSideMember).Name(principal)).Range();
}

KeyRange CitedByRange(std::string_view workspace, std::string_view cited) {
  return std::move(KeyWriter(workspace, Tag::kCitedBy).Name(cited)).Range();
}

KeyRange PartOfRange(std::string_view workspace, std::string_view part) {
  return std::move(KeyWriter(workspace, Tag::kPartOf).Question(part)).Range();
}

std::string_view ScopeOf(std::string_view key) {
  size_t end = EndOfEscaped(key, 0);
  if (end >= key.size()) return key;
  const Tag tag{static_cast<uint8_t>(key[end])};
  const bool question_first = tag == Tag::kQuestion || tag == Tag::kPartOf;
  ++end;
  for (int ids = question_first ? 2 : 1; ids > 0; --ids) end = EndOfEscaped(key, end);
  return key.substr(0, end);
}

}  // namespace gainsay::store
