#ifndef GAINSAY_CLIENT_CLI_VALUE_WORDS_H_
#define GAINSAY_CLIENT_CLI_VALUE_WORDS_H_

#include <string>

#include "client/cli/glossary.h"
#include "gainsay/v1/value.pb.h"

namespace gainsay::cli {

// Returns what a party affirms or denies: "yes", "not 5 persons", "within 5 km of 37.2° N 70.1° E",
// “a quotation”. `question` gives the unit of an amount without one.
std::string ValueInWords(const v1::Value& value, v1::Polarity polarity, const std::string& question,
                         const Glossary& glossary);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_VALUE_WORDS_H_
