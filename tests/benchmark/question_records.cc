#include "tests/benchmark/question_records.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/benchmark/wording.h"

namespace gainsay::benchmark {
namespace {

using model::Bound;
using model::ValueType;

constexpr int kPartiesPerTopic = 24;
constexpr int kRespondents = 2;
// A document says more than one thing.
constexpr int kClaimsPerSource = 2;
constexpr int kDays = 4'000;
constexpr int kMinutesPerClaim = 37;

model::Decimal Amount(int amount) { return *model::Decimal::Parse(absl::StrCat(amount)); }

ValueType TypeOf(Draws& draws) {
  const int draw = draws.Below(100);
  if (draw < 45) return ValueType::kQuantity;
  if (draw < 65) return ValueType::kBoolean;
  return draw < 80 ? ValueType::kTime : ValueType::kEntity;
}

const char* UnitOf(Draws& draws) {
  static constexpr const char* kUnits[] = {"persons", "persons", "USD", "km", "t"};
  return draws.OneOf(kUnits);
}

model::Access AccessOf(Draws& draws) {
  const int draw = draws.Below(100);
  if (draw < 30) return model::Access::kFirstHand;
  return draw < 70 ? model::Access::kSecondHand : model::Access::kUnknown;
}

}  // namespace

std::vector<int> PartiesOf(uint64_t seed, int64_t topic) {
  // Steps that visit every party of a desk.
  static constexpr int kSteps[] = {7, 9, 11, 13, 17, 19, 21, 23};
  Draws draws(seed, Subject::kTopic, topic, 1);
  const int first = draws.Below(kParties);
  const int step = draws.OneOf(kSteps);
  std::vector<int> parties(kPartiesPerTopic);
  for (int i = 0; i < kPartiesPerTopic; ++i) parties[i] = (first + i * step) % kParties;
  return parties;
}

int FirstDayOf(uint64_t seed, int64_t topic) { return Draws(seed, Subject::kTopic, topic, 2).Below(kDays); }

QuestionRecords::QuestionRecords(uint64_t seed, int64_t index, int claims)
    : seed_(seed),
      index_(index),
      desk_(seed, index / kQuestionsPerTopic / kTopicsPerDesk),
      parties_(PartiesOf(seed, index / kQuestionsPerTopic)),
      first_day_(FirstDayOf(seed, index / kQuestionsPerTopic)),
      sources_((claims + kClaimsPerSource - 1) / kClaimsPerSource) {
  Draws draws(seed, Subject::kQuestion, index);
  question_.name =
      absl::StrCat("topics/t", index / kQuestionsPerTopic, "/questions/q", index % kQuestionsPerTopic);
  question_.title = Sentence(draws, 8);
  question_.value_type = TypeOf(draws);
  if (question_.value_type == ValueType::kQuantity) {
    question_.unit = UnitOf(draws);
    if (draws.Chance(30)) question_.evolution = model::Evolution::kIncreasing;
    if (draws.Chance(25)) question_.tolerance.relative = *model::Decimal::Parse("0.05");
  }
  if (draws.Chance(50)) answers_ = 2 + draws.Below(3);
  amount_ = 1 + draws.Below(draws.Chance(50) ? 30 : 5'000);
  first_answer_ = draws.Below(kAnswers);
  for (int i = 0; i < kRespondents; ++i) {
    question_.respondents.push_back(desk_.PartyName(parties_[draws.Below(8) + 8 * i]));
  }
}

std::string QuestionRecords::SourceName(int n) const {
  return absl::StrCat("sources/t", index_ / kQuestionsPerTopic, "-q", index_ % kQuestionsPerTopic, "-s", n);
}

QuestionRecords::Publisher QuestionRecords::PublisherOf(int source) const {
  Draws draws(seed_, Subject::kSource, index_, source);
  if (source == 0) return {PublisherKind::kAgency, draws.Below(kAgencies)};
  if (draws.Chance(25)) return {PublisherKind::kParty, parties_[draws.Below(kPartiesPerTopic)]};
  return {PublisherKind::kOutlet, draws.Below(kOutlets)};
}

std::string QuestionRecords::PublisherName(const Publisher& publisher) const {
  switch (publisher.kind) {
    case PublisherKind::kAgency:
      return Desk::AgencyName(publisher.number);
    case PublisherKind::kOutlet:
      return desk_.OutletName(publisher.number);
    case PublisherKind::kParty:
      return desk_.PartyName(publisher.number);
  }
  return {};
}

std::vector<model::Citation> QuestionRecords::Cites(int source, Draws& draws) const {
  std::vector<model::Citation> cites;
  if (source == 0) return cites;
  if (draws.Chance(40)) cites.push_back({SourceName(source - 1), model::CitationKind::kRepublishes});
  if (draws.Chance(35) && (source > 1 || cites.empty())) {
    cites.push_back({SourceName(0), model::CitationKind::kCites});
  }
  return cites;
}

model::Source QuestionRecords::Source(int n) const {
  Draws draws(seed_, Subject::kSource, index_, 1'000 + n);
  model::Source source{.name = SourceName(n), .title = Sentence(draws, 7)};
  source.publisher = PublisherName(PublisherOf(n));
  source.uri = absl::StrCat("https://", source.publisher.substr(source.publisher.find('/') + 1), ".example/",
                            first_day_, "/", HexDigits(draws, 16));
  source.publish_time = Minute(first_day_, n * kClaimsPerSource * kMinutesPerClaim + draws.Below(600));
  source.language = draws.Chance(80) ? "en" : "ru";
  source.cites = Cites(n, draws);
  source.reliability = static_cast<model::Reliability>(1 + draws.Below(6));
  if (draws.Chance(30)) source.content_sha256 = HexDigits(draws, 64);
  return source;
}

std::vector<model::Appearance> QuestionRecords::Appearances(int first, Draws& draws) const {
  std::vector<model::Appearance> appearances;
  const int second = draws.Below(sources_);
  for (const int source : {first, second}) {
    if (!appearances.empty() && (source == first || !draws.Chance(30))) break;
    appearances.push_back({.source = SourceName(source),
                           .quote = Sentence(draws, 9),
                           .language = "en",
                           .locator = absl::StrCat("par. ", 1 + draws.Below(12)),
                           .access = AccessOf(draws)});
  }
  return appearances;
}

void QuestionRecords::StateAmount(int answer, Draws& draws, model::Claim& claim) const {
  int amount = amount_ + answer * (1 + amount_ / 4);
  Bound bound = Bound::kExact;
  int reach = 0;  // of a range
  const int draw = draws.Below(100);
  if (draw < 15) {
    bound = Bound::kAtLeast;
    amount -= draws.Below(1 + amount / 3);
  } else if (draw < 25) {
    bound = Bound::kAbout;
  } else if (draw < 30) {
    bound = Bound::kAtMost;
    amount += draws.Below(1 + amount / 3);
  } else if (draw < 35) {
    bound = Bound::kRange;
    reach = 1 + amount / 5;
  }
  claim.value = model::Quantity{Amount(amount), Amount(amount + reach), bound, ""};
  if (question_.unit == "km" && reach == 0 && draws.Chance(20)) {
    claim.value = model::Quantity{Amount(amount * 1'000), Amount(amount * 1'000), bound, "m"};
  }
}

void QuestionRecords::State(int order, Draws& draws, model::Claim& claim) const {
  // Most of those who speak give the first answer.
  const int answer = answers_ == 1 || draws.Chance(60) ? 0 : 1 + draws.Below(answers_ - 1);
  switch (question_.value_type) {
    case ValueType::kBoolean:
      claim.value = answer % 2 == 0;
      break;
    case ValueType::kQuantity:
      StateAmount(answer, draws, claim);
      break;
    case ValueType::kTime:
      claim.value = draws.Chance(25) ? Month(first_day_ + 32 * answer) : Day(first_day_ + 32 * answer);
      break;
    case ValueType::kEntity:
      claim.value = model::EntityRef{desk_.AnswerName((first_answer_ + answer) % kAnswers)};
      break;
    case ValueType::kPlace:
    case ValueType::kText:
      break;
  }
  if (answer > 0 && question_.value_type == ValueType::kEntity && draws.Chance(15)) {
    claim.value = model::EntityRef{desk_.AnswerName(first_answer_)};
    claim.polarity = model::Polarity::kDenies;
  }
  if (draws.Chance(10)) claim.certainty = model::Certainty::kProbable;
  if (draws.Chance(5)) claim.speech_act = model::SpeechAct::kOpinion;
  const int minute = order * kMinutesPerClaim;
  claim.said_time = draws.Chance(60) ? Minute(first_day_, minute) : Day(first_day_ + minute / 1'440);
}

int QuestionRecords::PartyOf(int claim) const {
  Draws draws(seed_, Subject::kClaim, index_, 1'000 + claim);
  return parties_[draws.Below(kPartiesPerTopic)];
}

model::Claim QuestionRecords::Claim(int n) const {
  Draws draws(seed_, Subject::kClaim, index_, n);
  // Long, as the ids that the ledger makes are.
  model::Claim claim{.name = absl::StrCat(question_.name, "/claims/", HexDigits(draws, 32)),
                     .question = question_.name,
                     .party = desk_.PartyName(PartyOf(n))};
  State(n, draws, claim);
  claim.text = Sentence(draws, 11);
  claim.appearances = Appearances(n / kClaimsPerSource, draws);
  return claim;
}

model::Claim QuestionRecords::NewClaim(int64_t number) const {
  Draws draws(seed_, Subject::kNewClaim, index_, number);
  model::Claim claim{.question = question_.name,
                     .party = desk_.PartyName(parties_[draws.Below(kPartiesPerTopic)])};
  State(sources_ * kClaimsPerSource + 1, draws, claim);
  claim.text = absl::StrCat(number, " ", Sentence(draws, 10));
  claim.appearances = Appearances(draws.Below(sources_), draws);
  return claim;
}

std::vector<int> QuestionRecords::SourcesReached(const std::vector<model::Claim>& claims) const {
  std::set<std::string> wanted;
  for (const model::Claim& claim : claims) {
    for (const model::Appearance& appearance : claim.appearances) wanted.insert(appearance.source);
  }
  std::vector<int> reached;
  // What a source cites comes before it.
  for (int n = sources_ - 1; n >= 0; --n) {
    if (!wanted.contains(SourceName(n))) continue;
    reached.push_back(n);
    for (const model::Citation& citation : Source(n).cites) wanted.insert(citation.source);
  }
  return reached;
}

void QuestionRecords::AddPublisher(int source, Entities& entities) const {
  const Publisher publisher = PublisherOf(source);
  switch (publisher.kind) {
    case PublisherKind::kAgency:
      entities.emplace(Desk::AgencyName(publisher.number), Desk::Agency(publisher.number));
      break;
    case PublisherKind::kOutlet:
      desk_.AddOutlet(publisher.number, entities);
      break;
    case PublisherKind::kParty:
      desk_.AddParty(publisher.number, entities);
      break;
  }
}

void QuestionRecords::AddParty(int claim, Entities& entities) const {
  desk_.AddParty(PartyOf(claim), entities);
}

void QuestionRecords::AddRespondents(Entities& entities) const {
  for (const int party : parties_) {
    const bool responds =
        std::count(question_.respondents.begin(), question_.respondents.end(), desk_.PartyName(party)) > 0;
    if (responds) desk_.AddParty(party, entities);
  }
}

void QuestionRecords::AddAnswers(const std::vector<model::Claim>& claims, Entities& entities) const {
  std::set<std::string> given;
  for (const model::Claim& claim : claims) {
    if (const auto* entity = std::get_if<model::EntityRef>(&*claim.value)) given.insert(entity->entity);
  }
  for (int answer = 0; answer < answers_; ++answer) {
    const int number = (first_answer_ + answer) % kAnswers;
    if (!given.contains(desk_.AnswerName(number))) continue;
    desk_.AddAnswer(number, given.size() > 1, entities);
  }
}

}  // namespace gainsay::benchmark
