#ifndef GAINSAY_SERVICE_LEDGER_CONTENT_ID_H_
#define GAINSAY_SERVICE_LEDGER_CONTENT_ID_H_

#include <string>

#include "service/model/records.h"

namespace gainsay::ledger {

// Ids made from content, so that recording the same thing twice is one record. An id is the first 32
// lower-case hexadecimal digits of the SHA-256 of the record's canonical text, which must never change:
//
//   - first the noun and a line feed: "claim\n";
//   - then, for every field but the name that is not empty and not its default, in the order of
//     service/model/records.h, its path, '=', the number of bytes of its text in decimal, ':', the text,
//     and a line feed: "party=13:entities/gknb\n".
//
// Paths are those of the JSONL format: "value.quantity.amount", "appearances[0].source"; a withdrawal's
// target is "claim", "silence" or "source". Texts are UTF-8 as given; a number or a time is the text it
// was written as; an enumerator is its stored number in decimal; true is "1" and false "0"; latitude,
// longitude and radiusMeters are the 16 hexadecimal digits of their IEEE 754 bits, with zero unsigned.
// Within a value nothing but bound EXACT and an empty unit is left out; "value.unknown" and "value.none"
// have empty text.

// Returns the canonical text of a claim, silence, relation or withdrawal.
std::string CanonicalText(const model::Claim& claim);
std::string CanonicalText(const model::Silence& silence);
std::string CanonicalText(const model::Relation& relation);
std::string CanonicalText(const model::Withdrawal& withdrawal);

// Returns the id that a canonical text makes.
std::string ContentId(const std::string& canonical_text);

// Gives a record without a name the one that its content makes, below its question where it has one. A
// noun, or a record that has a name, stays as it is.
void NameByContent(model::Record& record);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CONTENT_ID_H_
