#include "client/cli/record_fields.h"

namespace gainsay::cli {
namespace {

constexpr RecordField kEntity[] = {
    {"NAME", "name", "", "its name; entities/ may be left out", Reads::kEntity},
    {"--display-name", "displayName", "TEXT", "what it is called in listings"},
    {"--kind", "kind", "KIND", "what it is"},
    {"--name-in", "names", "LANGUAGE=TEXT", "its name in a language: tg=Тоҷикистон"},
    {"--alias", "aliases", "TEXT", "another name it goes by"},
    {"--speaks-for", "speaksFor", "ENTITY[=TIME]", "whose word its own is, and in which interval",
     Reads::kEntity},
    {"--spoke-for", "spokeFor", "ENTITY=TIME", "whose word it was earlier, and in which interval",
     Reads::kEntity},
    {"--owned-by", "ownedBy", "ENTITY", "who controls it", Reads::kEntity},
    {"--broader", "broader", "ENTITY", "what it is a kind, part or member of", Reads::kEntity},
    {"--external-id", "externalIds", "SCHEME=ID", "its identifier elsewhere: wikidata=Q863"},
};
constexpr RecordField kSource[] = {
    {"NAME", "name", "", "its name; sources/ may be left out", Reads::kSource},
    {"--uri", "uri", "URI", "where it was published; never fetched"},
    {"--title", "title", "TEXT", "its title"},
    {"--publisher", "publisher", "ENTITY", "who published it", Reads::kEntity},
    {"--published", "publishTime", "TIME", "when, as EDTF"},
    {"--language", "language", "LANGUAGE", "its language, as BCP-47"},
    {"--cites", "cites", "SOURCE[=KIND]", "a document it relies on, and how: CITES unless said",
     Reads::kSource},
    {"--archive-uri", "archiveUri", "URI", "where an archived copy lies"},
    {"--sha256", "contentSha256", "DIGEST", "SHA-256 of its content"},
    {"--reliability", "reliability", "GRADE", "the Admiralty grade of who published it"},
    {"--confidential", "confidential", "", "not everyone may learn which document it is", Reads::kText,
     "true"},
};
constexpr RecordField kTopic[] = {
    {"NAME", "name", "", "its name; topics/ may be left out", Reads::kTopics},
    {"--title", "title", "TEXT", "what it is called"},
    {"--time", "time", "TIME", "when it happened, as EDTF"},
    {"--place", "place", "ENTITY", "where it happened", Reads::kEntity},
    {"--participant", "participants", "ENTITY", "who took part", Reads::kEntity},
};
constexpr RecordField kQuestion[] = {
    {"NAME", "name", "", "its name: TOPIC/questions/ID", Reads::kTopics},
    {"--title", "title", "TEXT", "the question, as a person would ask it"},
    {"--type", "valueType", "TYPE", "what it asks for"},
    {"--unit", "unit", "UNIT", "the unit of amounts, or of a tolerance"},
    {"--cardinality", "cardinality", "HOW-MANY", "how many answers can hold at once"},
    {"--evolution", "evolution", "HOW", "how the answer may change over time"},
    {"--tolerance", "tolerance.absolute", "NUMBER", "how far apart answers may lie and still agree"},
    {"--relative-tolerance", "tolerance.relative", "SHARE", "the same as a share of the amount: 0.05"},
    {"--respondent", "respondents", "ENTITY", "who is placed to confirm or deny", Reads::kEntity},
    {"--part", "parts", "QUESTION", "a question whose amount is part of this one's", Reads::kTopics},
};
constexpr RecordField kClaim[] = {
    {"QUESTION", "question", "", "what it answers; topics/ may be left out", Reads::kTopics},
    {"--party", "party", "ENTITY", "whose statement it is", Reads::kEntity},
    {"--denies", "polarity", "", "the party says that the answer is not this", Reads::kText, "DENIES"},
    {"--certainty", "certainty", "HOW", "how sure the party says it is"},
    {"--act", "speechAct", "ACT", "what the party did by saying it"},
    {"--said", "saidTime", "TIME", "when it was said, as EDTF; else when it was first published"},
    {"--valid", "validTime", "TIME", "of when it speaks, as EDTF"},
    {"--text", "text", "TEXT", "the statement in words"},
    {"--source", "appearances.source", "SOURCE", "the document it was seen in", Reads::kSource},
    {"--access", "appearances.access", "ACCESS", "how the document's publisher knows"},
    {"--quote", "appearances.quote", "TEXT", "the words as they stand there"},
    {"--language", "appearances.language", "LANGUAGE", "the quote's language, as BCP-47"},
    {"--locator", "appearances.locator", "TEXT", "where in the document: par. 2"},
    {"--interpreted", "appearances.interpreted", "", "the document says more than the quote", Reads::kText,
     "true"},
    {"--name", "name", "NAME", "its name; else one is made from the rest", Reads::kTopics},
};
constexpr RecordField kSilence[] = {
    {"QUESTION", "question", "", "on what nothing was said; topics/ may be left out", Reads::kTopics},
    {"--party", "party", "ENTITY", "who has not spoken", Reads::kEntity},
    {"--kind", "kind", "KIND", "in what way"},
    {"--as-of", "asOfTime", "TIME", "when that was observed, as EDTF"},
    {"--source", "appearances.source", "SOURCE", "the document that says so", Reads::kSource},
    {"--access", "appearances.access", "ACCESS", "how the document's publisher knows"},
    {"--quote", "appearances.quote", "TEXT", "the words as they stand there"},
    {"--language", "appearances.language", "LANGUAGE", "the quote's language, as BCP-47"},
    {"--locator", "appearances.locator", "TEXT", "where in the document: par. 2"},
    {"--name", "name", "NAME", "its name; else one is made from the rest", Reads::kTopics},
};
constexpr RecordField kRelation[] = {
    {"FROM", "from", "", "a claim; topics/ may be left out", Reads::kTopics},
    {"TO", "to", "", "another claim on the same TEXT question", Reads::kTopics},
    {"--kind", "kind", "KIND", "how the first relates to the second"},
    {"--author", "author", "ENTITY", "who judged, or ran the model that did", Reads::kEntity},
    {"--method", "method", "METHOD", "who judged; HUMAN unless a model is named"},
    {"--model", "model", "NAME", "the model's name"},
    {"--model-version", "modelVersion", "VERSION", "the model's version"},
    {"--name", "name", "NAME", "its name; else one is made from the rest", Reads::kTopics},
};
constexpr RecordField kWithdrawal[] = {
    {"NAME", "claim", "", "a claim or silence (topics/ may be left out), or sources/ID", Reads::kTarget},
    {"--kind", "kind", "KIND", "how it ends"},
    {"--superseded-by", "supersededBy", "CLAIM", "the claim that takes its place", Reads::kTopics},
    {"--time", "time", "TIME", "when it was withdrawn, as EDTF"},
    {"--party", "party", "ENTITY", "who withdrew it; else who said or published it", Reads::kEntity},
    {"--source", "appearances.source", "SOURCE", "the document in which that was seen", Reads::kSource},
    {"--access", "appearances.access", "ACCESS", "how the document's publisher knows"},
    {"--quote", "appearances.quote", "TEXT", "the words as they stand there"},
    {"--language", "appearances.language", "LANGUAGE", "the quote's language, as BCP-47"},
    {"--locator", "appearances.locator", "TEXT", "where in the document: par. 2"},
    {"--name", "name", "NAME", "its name, withdrawals/ID; else one is made from the rest"},
};

}  // namespace

const std::span<const RecordField> kEntityFields = kEntity;
const std::span<const RecordField> kSourceFields = kSource;
const std::span<const RecordField> kTopicFields = kTopic;
const std::span<const RecordField> kQuestionFields = kQuestion;
const std::span<const RecordField> kClaimFields = kClaim;
const std::span<const RecordField> kSilenceFields = kSilence;
const std::span<const RecordField> kRelationFields = kRelation;
const std::span<const RecordField> kWithdrawalFields = kWithdrawal;

}  // namespace gainsay::cli
