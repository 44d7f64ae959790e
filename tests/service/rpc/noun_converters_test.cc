#include <string>

#include "service/rpc/entity_converter.h"
#include "service/rpc/question_converter.h"
#include "service/rpc/source_converter.h"
#include "service/rpc/topic_converter.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;

absl::StatusOr<model::Entity> ReadEntity(const v1::Entity& proto) { return EntityFromProto(proto); }
absl::StatusOr<model::Source> ReadSource(const v1::Source& proto) { return SourceFromProto(proto); }
absl::StatusOr<model::Topic> ReadTopic(const v1::Topic& proto) { return TopicFromProto(proto); }
absl::StatusOr<model::Question> ReadQuestion(const v1::Question& proto) { return QuestionFromProto(proto); }

const std::string kLongLine(2'049, 'a');

TEST(EntityConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Entity>(
      FromJson<v1::Entity>(R"({"name": "entities/a"})"), ReadEntity,
      {
          {"name: is empty", [](auto& entity) { entity.clear_name(); }},
          {"name: \"sources/a\" is not", [](auto& entity) { entity.set_name("sources/a"); }},
          {"displayName: is longer than 2048", [](auto& entity) { entity.set_display_name(kLongLine); }},
          {"names: not a BCP-47", [](auto& entity) { (*entity.mutable_names())["t_g"] = "x"; }},
          {"names: has a name without", [](auto& entity) { (*entity.mutable_names())[""] = "x"; }},
          {"names: has an empty name", [](auto& entity) { (*entity.mutable_names())["tg"] = ""; }},
          {"names: is longer", [](auto& entity) { (*entity.mutable_names())["tg"] = kLongLine; }},
          {"aliases[1]: is empty",
           [](auto& entity) {
             entity.add_aliases("one");
             entity.add_aliases("");
           }},
          {"kind: 77 is not a known value",
           [](auto& entity) { entity.set_kind(static_cast<v1::EntityKind>(77)); }},
          {"speaksFor.entity: is empty", [](auto& entity) { entity.mutable_speaks_for(); }},
          {"speaksFor.entity: names itself",
           [](auto& entity) { entity.mutable_speaks_for()->set_entity("entities/a"); }},
          {"speaksFor.validTime: ",
           [](auto& entity) {
             entity.mutable_speaks_for()->set_entity("entities/b");
             entity.mutable_speaks_for()->set_valid_time("always");
           }},
          {"spokeFor[0].entity: ", [](auto& entity) { entity.add_spoke_for()->set_entity("b"); }},
          {"spokeFor[0].validTime: is required",
           [](auto& entity) { entity.add_spoke_for()->set_entity("entities/b"); }},
          {"ownedBy: \"b\" is not", [](auto& entity) { entity.set_owned_by("b"); }},
          {"ownedBy: names itself", [](auto& entity) { entity.set_owned_by("entities/a"); }},
          {"broader[0]: names itself", [](auto& entity) { entity.add_broader("entities/a"); }},
          {"broader[1]: is listed twice",
           [](auto& entity) {
             entity.add_broader("entities/b");
             entity.add_broader("entities/b");
           }},
          {"externalIds: has an empty", [](auto& entity) { (*entity.mutable_external_ids())["x"] = ""; }},
          {"externalIds: is longer", [](auto& entity) { (*entity.mutable_external_ids())[kLongLine] = "x"; }},
      });
}

TEST(SourceConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Source>(
      FromJson<v1::Source>(R"({"name": "sources/a"})"), ReadSource,
      {
          {"name: ", [](auto& source) { source.set_name("sources/A"); }},
          {"uri: is longer than 8192", [](auto& source) { source.set_uri(std::string(8'193, 'a')); }},
          {"title: is longer", [](auto& source) { source.set_title(kLongLine); }},
          {"publisher: ", [](auto& source) { source.set_publisher("sources/a"); }},
          {"publishTime: ", [](auto& source) { source.set_publish_time("2025-13"); }},
          {"language: not a BCP-47", [](auto& source) { source.set_language("English (British)"); }},
          {"cites[0].source: is empty", [](auto& source) { source.add_cites(); }},
          {"cites[0].source: names itself",
           [](auto& source) { source.add_cites()->set_source("sources/a"); }},
          {"cites[1].source: is listed twice",
           [](auto& source) {
             source.add_cites()->set_source("sources/b");
             source.add_cites()->set_source("sources/b");
           }},
          {"cites[0].kind: 9 is not",
           [](auto& source) {
             source.add_cites()->set_source("sources/b");
             source.mutable_cites(0)->set_kind(static_cast<v1::CitationKind>(9));
           }},
          {"archiveUri: is longer", [](auto& source) { source.set_archive_uri(std::string(8'193, 'a')); }},
          {"contentSha256: not 64", [](auto& source) { source.set_content_sha256("abc"); }},
          {"contentSha256: not 64", [](auto& source) { source.set_content_sha256(std::string(64, 'g')); }},
          {"reliability: -1 is not",
           [](auto& source) { source.set_reliability(static_cast<v1::Reliability>(-1)); }},
      });
}

TEST(SourceConverterTest, ADigestIsKeptInLowerCase) {
  v1::Source source;
  source.set_name("sources/a");
  source.set_content_sha256(std::string(64, 'A'));

  const auto read = SourceFromProto(source);

  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->content_sha256, std::string(64, 'a'));
}

TEST(SourceConverterTest, AbsentReliabilityCannotBeJudged) {
  const auto read = SourceFromProto(FromJson<v1::Source>(R"({"name": "sources/a"})"));

  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->reliability, model::Reliability::kF);
}

TEST(TopicConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Topic>(FromJson<v1::Topic>(R"({"name": "topics/a"})"), ReadTopic,
                            {
                                {"name: ", [](auto& topic) { topic.set_name("topics/"); }},
                                {"title: is longer", [](auto& topic) { topic.set_title(kLongLine); }},
                                {"time: ", [](auto& topic) { topic.set_time("soon"); }},
                                {"place: ", [](auto& topic) { topic.set_place("Bog"); }},
                                {"participants[0]: ", [](auto& topic) { topic.add_participants(""); }},
                                {"participants[1]: is listed twice",
                                 [](auto& topic) {
                                   topic.add_participants("entities/a");
                                   topic.add_participants("entities/a");
                                 }},
                            });
}

TEST(QuestionConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Question>(
      FromJson<v1::Question>(R"({"name": "topics/t/questions/q", "valueType": "VALUE_TYPE_QUANTITY"})"),
      ReadQuestion,
      {
          {"name: ", [](auto& question) { question.set_name("topics/t"); }},
          {"title: is longer", [](auto& question) { question.set_title(kLongLine); }},
          {"valueType: is required", [](auto& question) { question.clear_value_type(); }},
          {"valueType: 12 is not", [](auto& question) { question.set_value_type(v1::ValueType(12)); }},
          {"unit: is longer", [](auto& question) { question.set_unit(std::string(101, 'm')); }},
          {"unit: has white space", [](auto& question) { question.set_unit("km "); }},
          {"cardinality: 8 is not", [](auto& question) { question.set_cardinality(v1::Cardinality(8)); }},
          {"evolution: 8 is not", [](auto& question) { question.set_evolution(v1::Evolution(8)); }},
          {"tolerance.absolute: not a decimal",
           [](auto& question) { question.mutable_tolerance()->set_absolute("some"); }},
          {"tolerance.absolute: is negative",
           [](auto& question) { question.mutable_tolerance()->set_absolute("-0.1"); }},
          {"tolerance.relative: is negative",
           [](auto& question) { question.mutable_tolerance()->set_relative("-1"); }},
          {"respondents[0]: ", [](auto& question) { question.add_respondents("x"); }},
          {"respondents[1]: is listed twice",
           [](auto& question) {
             question.add_respondents("entities/x");
             question.add_respondents("entities/x");
           }},
          {"parts[0]: ", [](auto& question) { question.add_parts("topics/t"); }},
          {"parts[0]: names itself", [](auto& question) { question.add_parts("topics/t/questions/q"); }},
          {"parts[1]: is listed twice",
           [](auto& question) {
             question.add_parts("topics/t/questions/p");
             question.add_parts("topics/t/questions/p");
           }},
      });
}

TEST(QuestionConverterTest, WhatTheValueTypeDoesNotAdmitIsRefusedByPath) {
  ExpectRefusals<v1::Question>(
      FromJson<v1::Question>(R"({"name": "topics/t/questions/q", "valueType": "VALUE_TYPE_BOOLEAN"})"),
      ReadQuestion,
      {
          {"unit: only QUANTITY, TIME and PLACE", [](auto& question) { question.set_unit("m"); }},
          {"cardinality: a BOOLEAN question",
           [](auto& question) { question.set_cardinality(v1::CARDINALITY_MANY); }},
          {"tolerance.absolute: only QUANTITY, TIME and PLACE",
           [](auto& question) { question.mutable_tolerance()->set_absolute("0"); }},
          {"tolerance.relative: only QUANTITY",
           [](auto& question) { question.mutable_tolerance()->set_relative("0"); }},
          {"parts: only QUANTITY", [](auto& question) { question.add_parts("topics/t/questions/p"); }},
          {"unit: only QUANTITY, TIME and PLACE",
           [](auto& question) {
             question.set_value_type(v1::VALUE_TYPE_TEXT);
             question.set_unit("m");
           }},
          {"tolerance.relative: only QUANTITY",
           [](auto& question) {
             question.set_value_type(v1::VALUE_TYPE_TIME);
             question.mutable_tolerance()->set_relative("0.1");
           }},
      });
}

TEST(QuestionConverterTest, ATimeOrPlaceQuestionMayHaveAUnitAndATolerance) {
  for (const v1::ValueType type : {v1::VALUE_TYPE_TIME, v1::VALUE_TYPE_PLACE}) {
    auto question = FromJson<v1::Question>(
        R"({"name": "topics/t/questions/q", "unit": "min", "tolerance": {"absolute": "5"}})");
    question.set_value_type(type);
    EXPECT_THAT(QuestionFromProto(question), IsOk());
  }
}

TEST(NounConvertersTest, ANounOnFileIsShownWithItsEtagAndRevision) {
  const v1::Topic topic =
      TopicToProto(ledger::Recorded<model::Topic>{{.name = "topics/a"}, 12, absl::UnixEpoch()});

  EXPECT_EQ(topic.revision(), 12);
  EXPECT_FALSE(topic.etag().empty());
}

}  // namespace
}  // namespace gainsay::rpc
