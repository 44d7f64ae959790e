#include "tests/support/golden_case.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/golden_nouns.h"
#include "tests/support/golden_statement.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

// Reads the sections of one case, those of the case it continues before its own.
class CaseReader {
 public:
  CaseReader() {
    case_.file.question.question.name = std::string(kGoldenQuestion);
    case_.file.question.question.title = "What is asked?";
  }

  absl::Status Read(const std::filesystem::path& path);
  GoldenCase Take() && { return std::move(case_); }

 private:
  absl::Status ReadSection(const std::filesystem::path& path, const GoldenSection& section);
  absl::Status ReadLine(const std::string& section, const GoldenLine& line);
  absl::Status ReadExpectation(const GoldenSection& section);
  absl::Status ApplyOption(std::string option, GoldenReading* reading);
  absl::Status AddPair(const GoldenLine& line);

  GoldenCase case_;
  engine::QuestionFile* current_ = &case_.file.question;
  int64_t revision_ = 0;
};

absl::Status At(const std::filesystem::path& path, int line, const absl::Status& status) {
  if (status.ok()) return status;
  return absl::Status(status.code(),
                      absl::StrCat(path.filename().string(), ":", line, ": ", status.message()));
}

absl::StatusOr<std::string> Contents(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat("no file ", path.string()));
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

absl::Status CaseReader::Read(const std::filesystem::path& path) {
  const absl::StatusOr<std::string> text = Contents(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<GoldenText> layout = ParseGoldenText(*text);
  if (!layout.ok()) return At(path, 0, layout.status());
  for (const GoldenSection& section : layout->sections) {
    if (absl::Status status = ReadSection(path, section); !status.ok()) return status;
  }
  case_.title = layout->title;
  return absl::OkStatus();
}

absl::Status CaseReader::ReadSection(const std::filesystem::path& path, const GoldenSection& section) {
  std::string heading = section.heading.text;
  if (TakePrefix("continues ", &heading)) {
    const absl::Status status = Read(path.parent_path() / heading);
    case_.readings.clear();
    return status;
  }
  if (TakePrefix("expect", &heading)) return At(path, section.heading.number, ReadExpectation(section));
  current_ = &case_.file.question;
  if (TakePrefix("part ", &heading)) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(heading, absl::MaxSplits(": ", 1));
    current_ = &case_.file.parts.emplace_back();
    current_->question.name = absl::StrCat(kGoldenTopic, "/questions/", parts.first);
    case_.file.question.question.parts.push_back(current_->question.name);
    absl::Status status = DescribeQuestion(parts.second, &case_.file, &current_->question);
    if (!status.ok()) return At(path, section.heading.number, status);
    heading = "statements";
  }
  for (const GoldenLine& line : section.lines) {
    if (absl::Status status = ReadLine(heading, line); !status.ok()) return At(path, line.number, status);
  }
  return absl::OkStatus();
}

absl::Status CaseReader::ReadLine(const std::string& section, const GoldenLine& line) {
  if (section == "who") return AddEntity(line.text, &case_.file);
  if (section == "documents") return AddSource(line.text, &case_.file);
  if (section == "question") return DescribeQuestion(line.text, &case_.file, &current_->question);
  if (section == "pairs") return AddPair(line);
  ++revision_;
  if (section == "statements") return AddClaim(line.text, revision_, &case_.file, current_);
  if (section == "silences") return AddSilence(line.text, revision_, &case_.file, current_);
  if (section == "relations") return AddRelation(line.text, revision_, &case_.file, current_);
  if (section == "withdrawals") return AddWithdrawal(line.text, revision_, &case_.file, current_);
  return absl::InvalidArgumentError(absl::StrCat("no section is called \"", section, "\""));
}

absl::Status ReadTimeOption(const std::string& text, std::optional<model::Edtf>* time) {
  const absl::StatusOr<model::Edtf> parsed = model::Edtf::Parse(text);
  if (!parsed.ok()) return parsed.status();
  *time = *parsed;
  return absl::OkStatus();
}

absl::Status CaseReader::ApplyOption(std::string option, GoldenReading* reading) {
  if (TakePrefix("said until ", &option)) return ReadTimeOption(option, &reading->times.said_until);
  if (TakePrefix("valid at ", &option)) return ReadTimeOption(option, &reading->times.valid_at);
  if (TakePrefix("comparing ", &option)) {
    const std::vector<std::string> ids = absl::StrSplit(option, " and ");
    for (const std::string& id : ids) reading->policy.parties.push_back(EntityName(id));
    return absl::OkStatus();
  }
  if (TakePrefix("graded at least ", &option)) {
    const absl::StatusOr<model::Reliability> grade = FromWord(kReliabilityWords, option);
    if (grade.ok()) reading->policy.min_reliability = *grade;
    return grade.status();
  }
  if (TakePrefix("sides at least ", &option)) {
    return absl::SimpleAtoi(option, &reading->policy.min_sides)
               ? absl::OkStatus()
               : absl::InvalidArgumentError(absl::StrCat("not a number: ", option));
  }
  if (option == "counting the anonymous") {
    reading->policy.count_anonymous = true;
  } else if (option == "counting the uncertain") {
    reading->policy.count_uncertain = true;
  } else {
    return absl::InvalidArgumentError(absl::StrCat("\"", option, "\" is no way of reading"));
  }
  return absl::OkStatus();
}

absl::Status CaseReader::ReadExpectation(const GoldenSection& section) {
  GoldenReading reading{section.heading, {}, {}, section.lines};
  std::string heading = section.heading.text;
  TakePrefix("expect", &heading);
  TakePrefix(",", &heading);
  for (const std::string& option : SplitOutside(heading, ',')) {
    if (absl::Status status = ApplyOption(option, &reading); !status.ok()) return status;
  }
  case_.readings.push_back(std::move(reading));
  return absl::OkStatus();
}

absl::Status CaseReader::AddPair(const GoldenLine& line) {
  const std::vector<std::string> parts = SplitOutside(line.text, '|');
  if (parts.size() != 3) return absl::InvalidArgumentError("not \"ONE | OTHER | RELATION\"");
  const auto relation = FromWord(kSetRelationWords, parts[2]);
  case_.pairs.push_back({line.number, parts[0], parts[1], parts[2]});
  return relation.status();
}

}  // namespace

absl::StatusOr<GoldenCase> ReadGoldenCase(const std::filesystem::path& path) {
  CaseReader reader;
  if (absl::Status status = reader.Read(path); !status.ok()) return status;
  return std::move(reader).Take();
}

std::vector<std::filesystem::path> GoldenCasesIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace gainsay::testing
