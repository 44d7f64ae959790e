#include "service/rpc/field_mask.h"

#include "gainsay/v1/entity.pb.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::FieldMask;
using testing::IsOk;
using testing::StatusIs;

FieldMask Mask(const std::vector<std::string>& paths) {
  FieldMask mask;
  mask.mutable_paths()->Assign(paths.begin(), paths.end());
  return mask;
}

v1::Entity OnFile() {
  return FromJson<v1::Entity>(R"({"name": "entities/a", "displayName": "A", "names": {"tg": "a", "ru": "b"},
                                  "aliases": ["x", "y"], "ownedBy": "entities/b"})");
}

TEST(FieldMaskTest, OnlyFieldsOfTheMessageMayBeNamed) {
  const auto& entity = *v1::Entity::descriptor();

  EXPECT_THAT(CheckMask(Mask({"display_name", "speaks_for.entity"}), entity), IsOk());
  EXPECT_THAT(CheckMask(Mask({}), entity), IsOk());
  EXPECT_THAT(CheckMask(Mask({"*"}), entity), IsOk());
  EXPECT_THAT(CheckMask(Mask({"display_name", "titel"}), entity),
              StatusIs(absl::StatusCode::kInvalidArgument, "updateMask: \"titel\" is no field of Entity"));
  EXPECT_THAT(CheckMask(Mask({"names.tg"}), entity),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::_));
}

TEST(FieldMaskTest, TheFieldsNamedAreReplacedAndTheOthersKept) {
  const auto asked = FromJson<v1::Entity>(R"({"names": {"en": "c"}, "aliases": ["z"], "displayName": "B"})");
  v1::Entity entity = OnFile();

  MergeMasked(Mask({"names", "aliases"}), asked, entity);

  EXPECT_THAT(entity, EqualsProto(FromJson<v1::Entity>(
                          R"({"name": "entities/a", "displayName": "A", "names": {"en": "c"},
                              "aliases": ["z"], "ownedBy": "entities/b"})")));
}

TEST(FieldMaskTest, AFieldNamedThatIsUnsetIsCleared) {
  v1::Entity entity = OnFile();

  MergeMasked(Mask({"display_name", "aliases", "names"}), v1::Entity(), entity);

  EXPECT_THAT(entity,
              EqualsProto(FromJson<v1::Entity>(R"({"name": "entities/a", "ownedBy": "entities/b"})")));
}

TEST(FieldMaskTest, WithoutAMaskEveryFieldIsReplaced) {
  const auto asked = FromJson<v1::Entity>(R"({"name": "entities/a", "displayName": "B"})");
  for (const FieldMask& mask : {Mask({}), Mask({"*"})}) {
    v1::Entity entity = OnFile();
    MergeMasked(mask, asked, entity);
    EXPECT_THAT(entity, EqualsProto(asked));
  }
}

}  // namespace
}  // namespace gainsay::rpc
