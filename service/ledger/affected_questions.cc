#include "service/ledger/affected_questions.h"

#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "service/ledger/cycles.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;
using Names = std::set<std::string>;

// What a status depends on; the rest of the record only words it.
auto Weight(const model::Source& source) {
  return std::tie(source.publisher, source.publish_time, source.cites, source.reliability);
}
auto SideWeight(const model::Entity& entity) {
  return std::tie(entity.kind, entity.speaks_for, entity.spoke_for, entity.owned_by);
}
auto AnswerWeight(const model::Entity& entity) { return std::tie(entity.kind, entity.broader); }

class Finder {
 public:
  Finder(const store::Snapshot& before, const store::Snapshot& after, const std::string& workspace,
         bool compares_some_parties, GoOn go_on)
      : before_(before, workspace),
        after_(after, workspace),
        compares_some_parties_(compares_some_parties),
        go_on_(go_on) {}

  absl::Status Follow(const std::string& key) {
    const absl::StatusOr<store::ParsedKey> parsed = store::ParseKey(key);
    if (!parsed.ok()) return parsed.status();
    if (parsed->kind != store::ParsedKey::Kind::kRecord || parsed->workspace != after_.workspace()) {
      return absl::OkStatus();
    }
    const std::string& name = parsed->name;
    switch (parsed->name_kind) {
      case NameKind::kEntity:
        return FollowEntity(name);
      case NameKind::kSource:
        return FollowSource(name);
      case NameKind::kQuestion:
        Note(name, name);
        return absl::OkStatus();
      case NameKind::kClaim:
      case NameKind::kRelation:
        Note(std::string(model::ParentOf(name)), name);
        return absl::OkStatus();
      case NameKind::kWithdrawal:
        return FollowWithdrawal(key, name);
      case NameKind::kTopic:
      case NameKind::kSilence:
        return absl::OkStatus();
    }
    return absl::OkStatus();
  }

  AffectedQuestions Take() { return std::move(found_); }

 private:
  void Note(const std::string& question, const std::string& cause) { found_[question].insert(cause); }

  absl::Status FollowWithdrawal(const std::string& key, const std::string& name) {
    const auto entry = after_.snapshot().Get(key);
    if (!entry.ok()) return entry.status();
    if (!*entry) return absl::DataLossError(name + " is in the log and not on file");
    const absl::StatusOr<model::Record> record = DecodeAs(NameKind::kWithdrawal, (*entry)->value);
    if (!record.ok()) return record.status();
    const std::string& target = std::get<model::Withdrawal>(*record).target;
    if (model::ParentOf(target).empty()) return NoteCarriersOf({target}, name);
    Note(std::string(model::ParentOf(target)), name);
    return absl::OkStatus();
  }

  absl::Status FollowSource(const std::string& name) {
    absl::StatusOr<bool> differs =
        Differs<model::Source>(name, [](const auto& a, const auto& b) { return Weight(a) != Weight(b); });
    // Nobody could refer to a new one but what is written with it.
    if (!differs.ok() || !*differs) return differs.status();
    return NoteCarriersOf({name}, name);
  }

  absl::Status FollowEntity(const std::string& name) {
    const absl::StatusOr<bool> sides = Differs<model::Entity>(
        name, [](const auto& a, const auto& b) { return SideWeight(a) != SideWeight(b); });
    if (!sides.ok()) return sides.status();
    absl::Status status = *sides ? NoteSideOf(name) : absl::OkStatus();
    if (!status.ok()) return status;
    const absl::StatusOr<bool> answers = HasNewPlace(name);
    if (!answers.ok() || !*answers) return answers.status();
    return NoteAnswersNear(name);
  }

  // Whether a record stood before and `differ` now.
  template <class T, class Differ>
  absl::StatusOr<bool> Differs(const std::string& name, Differ differ) {
    const auto before = before_.Find(kKindOf<T>, name);
    if (!before.ok()) return before.status();
    if (!*before) return false;
    const auto after = after_.Get<T>(name);
    if (!after.ok()) return after.status();
    return differ(std::get<T>((*before)->record), after->record);
  }

  // Whether what an entity is a kind or part of has changed; one that is new may lie under two that others
  // gave.
  absl::StatusOr<bool> HasNewPlace(const std::string& name) {
    const auto before = before_.Find(NameKind::kEntity, name);
    if (!before.ok()) return before.status();
    const auto after = after_.Get<model::Entity>(name);
    if (!after.ok()) return after.status();
    if (!*before) return !after->record.broader.empty();
    return AnswerWeight(std::get<model::Entity>((*before)->record)) != AnswerWeight(after->record);
  }

  // Where only some parties are compared, one that joins or leaves a side brings in, or takes out, all on it.
  absl::Status NoteSideOf(const std::string& entity) {
    Names sides = {entity};
    if (compares_some_parties_) {
      for (const Reader* reader : {&before_, &after_}) {
        const absl::Status status = AddReached(*reader, entity, PrincipalsOf, sides);
        if (!status.ok()) return status;
      }
    }
    absl::StatusOr<Names> side = ReachedFrom(std::move(sides), [this](const std::string& name) {
      return store::SideMembersRange(after_.workspace(), name);
    });
    if (!side.ok()) return side.status();
    Names published;
    for (const std::string& member : *side) {
      absl::Status status = NoteClaimsIn(store::ClaimsByPartyRange(after_.workspace(), member), entity);
      if (status.ok()) {
        status = Collect(store::SourcesByPublisherRange(after_.workspace(), member), published);
      }
      if (!status.ok()) return status;
    }
    return NoteCarriersOf(std::move(published), entity);
  }

  absl::Status NoteAnswersNear(const std::string& entity) {
    absl::StatusOr<Names> near = ReachedFrom(
        {entity}, [this](const std::string& name) { return store::NarrowerRange(after_.workspace(), name); });
    if (!near.ok()) return near.status();
    for (const Reader* reader : {&before_, &after_}) {
      const absl::Status status = AddReached(*reader, entity, BroaderOf, *near);
      if (!status.ok()) return status;
    }
    for (const std::string& name : *near) {
      const absl::Status status = NoteClaimsIn(store::ClaimsByValueRange(after_.workspace(), name), entity);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  static std::vector<std::string> BroaderOf(const model::Entity& entity) { return entity.broader; }
  static std::vector<std::string> PrincipalsOf(const model::Entity& entity) {
    std::vector<std::string> principals;
    for (const Link& link : SideLinks(entity)) principals.push_back(link.to);
    return principals;
  }

  // Adds an entity, and all that `links` lead to from it.
  static absl::Status AddReached(const Reader& reader, const std::string& entity,
                                 std::vector<std::string> (*links)(const model::Entity&), Names& names) {
    std::vector<std::string> ahead = {entity};
    Names seen = {entity};
    while (!ahead.empty()) {
      const auto found = reader.Find(NameKind::kEntity, ahead.back());
      ahead.pop_back();
      if (!found.ok()) return found.status();
      if (!*found) continue;
      for (const std::string& name : links(std::get<model::Entity>((*found)->record))) {
        if (seen.insert(name).second) ahead.push_back(name);
      }
    }
    names.merge(seen);
    return absl::OkStatus();
  }

  // Notes the questions with claims that appear in these sources, or in what cites them.
  absl::Status NoteCarriersOf(Names sources, const std::string& cause) {
    absl::StatusOr<Names> carriers = ReachedFrom(std::move(sources), [this](const std::string& name) {
      return store::CitedByRange(after_.workspace(), name);
    });
    if (!carriers.ok()) return carriers.status();
    for (const std::string& source : *carriers) {
      const absl::Status status = NoteClaimsIn(store::ClaimsBySourceRange(after_.workspace(), source), cause);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  // Returns `names` and all that an index leads to from them. Entries stay, so what stood before is reached
  // too.
  template <class RangeOf>
  absl::StatusOr<Names> ReachedFrom(Names names, RangeOf range_of) {
    std::vector<std::string> ahead(names.begin(), names.end());
    while (!ahead.empty()) {
      Names next;
      const absl::Status status = Collect(range_of(ahead.back()), next);
      ahead.pop_back();
      if (!status.ok()) return status;
      for (const std::string& name : next) {
        if (names.insert(name).second) ahead.push_back(name);
      }
    }
    return names;
  }

  absl::Status Collect(const store::KeyRange& range, Names& names) {
    return after_.Scan(range, [&](const store::ParsedKey& key, const store::EntryView&) {
      names.insert(key.name);
      return GoesOn();
    });
  }

  absl::Status NoteClaimsIn(const store::KeyRange& range, const std::string& cause) {
    return after_.Scan(range, [&](const store::ParsedKey& key, const store::EntryView&) {
      Note(std::string(model::ParentOf(key.name)), cause);
      return GoesOn();
    });
  }

  absl::StatusOr<bool> GoesOn() {
    if (++read_ % kReadPerAsking != 0) return true;
    const absl::Status status = go_on_();
    if (!status.ok()) return status;
    return true;
  }

  static constexpr int64_t kReadPerAsking = 1'000;

  const Reader before_;
  const Reader after_;
  const bool compares_some_parties_;
  const GoOn go_on_;
  int64_t read_ = 0;
  AffectedQuestions found_;
};

}  // namespace

absl::StatusOr<AffectedQuestions> QuestionsAffected(const store::Snapshot& before,
                                                    const store::Snapshot& after,
                                                    const std::string& workspace,
                                                    const std::vector<std::string>& keys,
                                                    const std::vector<std::string>& parties, GoOn go_on) {
  Finder finder(before, after, workspace, !parties.empty(), go_on);
  for (const std::string& key : keys) {
    const absl::Status status = finder.Follow(key);
    if (!status.ok()) return status;
  }
  return finder.Take();
}

}  // namespace gainsay::ledger
