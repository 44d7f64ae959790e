#ifndef GAINSAY_SERVICE_ENGINE_CARRIAGE_H_
#define GAINSAY_SERVICE_ENGINE_CARRIAGE_H_

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "service/engine/citations.h"
#include "service/engine/docket.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// Who speaks through which document, over all claims of a question, whenever they were said: what can be told
// of independence whoever else supports a position. Takes it that every document stands. Refers to its
// arguments.
class Carriage {
 public:
  Carriage(const std::vector<Entry>& entries, const Citations& citations, const Sides& sides);

  // Whether a side that supports a position by this claim relies on nobody, whoever else supports it.
  bool StandsAlone(const Entry& entry) const;

  // Whom a claim relies on whoever else supports its position: everyone who may stand for a document that it
  // cites. Nobody if it may stand by itself.
  std::set<std::string> ReliesOn(const Entry& entry) const;

 private:
  bool IsOutlet(const std::string& entity) const;
  bool IsGround(const Entry& entry, const model::Appearance& appearance) const;
  size_t CitedOfOthers(const Entry& entry, const model::Appearance& appearance) const;

  const Citations& citations_;
  const Sides& sides_;
  std::unordered_set<std::string> speakers_;
  std::unordered_map<size_t, std::set<std::string>> carried_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CARRIAGE_H_
