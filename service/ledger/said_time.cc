#include "service/ledger/said_time.h"

#include <optional>

#include "service/engine/sides.h"

namespace gainsay::ledger {
namespace {

bool Overlap(const model::TimeSpan& a, const model::TimeSpan& b) {
  const bool a_before = a.end && b.begin && *a.end <= *b.begin;
  const bool b_before = b.end && a.begin && *b.end <= *a.begin;
  return !a_before && !b_before;
}

// When a claim was said, else first published; nothing if neither is known.
absl::StatusOr<std::optional<model::Edtf>> SaidTime(const Reader& reader, const model::Claim& claim,
                                                    bool confidential) {
  if (claim.said_time) return claim.said_time;
  std::optional<model::Edtf> first;
  for (const model::Appearance& appearance : claim.appearances) {
    const auto source = reader.Get<model::Source>(appearance.source);
    if (!source.ok()) return source.status();
    if (source->record.confidential && !confidential) continue;
    const std::optional<model::Edtf>& published = source->record.publish_time;
    if (!published) continue;
    if (!first || engine::LastMomentOf(published) < engine::LastMomentOf(first)) first = published;
  }
  return first;
}

}  // namespace

absl::StatusOr<bool> IsSaidWithin(const Reader& reader, const model::Claim& claim, const model::Edtf& time,
                                  bool confidential) {
  const absl::StatusOr<std::optional<model::Edtf>> said = SaidTime(reader, claim, confidential);
  if (!said.ok()) return said.status();
  return *said && Overlap((*said)->span(), time.span());
}

}  // namespace gainsay::ledger
