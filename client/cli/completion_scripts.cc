#include "client/cli/completion_scripts.h"

#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace gainsay::cli {
namespace {

using Words = std::vector<std::string>;

// In each script $command is the command that the words before the cursor lead to, "gainsay create topic".
// A word that is an option's value is none of them.

// A word for bash and zsh.
std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

// A word for fish.
std::string FishQuoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
}

// The first line of what an option does, in one line.
std::string InShort(const std::string& what) { return absl::StrReplaceAll(what, {{"\n", " "}}); }

// Options of any command whose next word is a value.
Words ValueOptions(const CommandInfo& program) {
  std::set<std::string> names;
  for (const CommandInfo* command : AllOf(program)) {
    for (const OptionInfo& option : command->options) {
      if (option.takes_value && !option.is_argument()) names.insert(option.names.begin(), option.names.end());
    }
  }
  return {names.begin(), names.end()};
}

// Every command but the program itself, quoted.
Words Paths(const CommandInfo& program, std::string (*quoted)(const std::string&)) {
  Words paths;
  for (const CommandInfo* command : AllOf(program)) {
    if (command != &program) paths.push_back(quoted(command->path));
  }
  return paths;
}

Words OptionNames(const CommandInfo& command) {
  Words names;
  for (const OptionInfo& option : command.options) {
    if (!option.is_argument()) names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

// What may stand for an argument: the commands below, or the values of its arguments.
Words ArgumentWords(const CommandInfo& command) {
  Words words;
  for (const CommandInfo& below : command.commands) words.push_back(below.name());
  for (const OptionInfo& option : command.options) {
    if (option.is_argument()) words.insert(words.end(), option.choices.begin(), option.choices.end());
  }
  return words;
}

bool TakesFile(const CommandInfo& command) {
  for (const OptionInfo& option : command.options) {
    if (option.is_argument() && option.is_file()) return true;
  }
  return false;
}

// The arms of `case $previous`: what completes an option's value. `choices` and `files` are what a shell
// does.
std::string ValueArms(const CommandInfo& command, const std::string& choices, const std::string& files) {
  std::string arms;
  for (const OptionInfo& option : command.options) {
    if (option.is_argument() || !option.takes_value) continue;
    const std::string does = option.is_file() ? files
                             : option.choices.empty()
                                 ? ""
                                 : absl::StrCat(choices, absl::StrJoin(option.choices, " "));
    absl::StrAppend(&arms, "        ", absl::StrJoin(option.names, " | "), ") ", does,
                    does.empty() ? "" : "; ", "return ;;\n");
  }
  return arms.empty() ? "" : absl::StrCat("      case $previous in\n", arms, "      esac\n");
}

// For each command its options, what may stand for an argument, and values of its options.
std::string BashArms(const CommandInfo& program) {
  std::string script;
  for (const CommandInfo* command : AllOf(program)) {
    absl::StrAppend(&script, "    ", Quoted(command->path), ")\n",
                    ValueArms(*command, "_gainsay_offer ", "_gainsay_offer_files"),
                    "      options=", Quoted(absl::StrJoin(OptionNames(*command), " ")),
                    "\n      words=", Quoted(absl::StrJoin(ArgumentWords(*command), " ")),
                    TakesFile(*command) ? "\n      files=yes" : "", " ;;\n");
  }
  return script;
}

// The same for zsh, with descriptions.
std::string ZshArms(const CommandInfo& program) {
  std::string script;
  const auto described = [](const std::string& word, const std::string& what) {
    return Quoted(absl::StrCat(word, ":", absl::StrReplaceAll(InShort(what), {{":", "\\:"}})));
  };
  for (const CommandInfo* command : AllOf(program)) {
    absl::StrAppend(&script, "    ", Quoted(command->path), ")\n", ValueArms(*command, "compadd ", "_files"),
                    "      options=(");
    for (const OptionInfo& option : command->options) {
      if (option.is_argument()) continue;
      for (const std::string& name : option.names)
        absl::StrAppend(&script, described(name, option.what), " ");
    }
    absl::StrAppend(&script, ")\n      arguments=(");
    if (command->commands.empty()) absl::StrAppend(&script, absl::StrJoin(ArgumentWords(*command), " "));
    for (const CommandInfo& below : command->commands) {
      absl::StrAppend(&script, described(below.name(), below.what), " ");
    }
    absl::StrAppend(&script, ")", TakesFile(*command) ? "\n      takes_file=yes" : "", " ;;\n");
  }
  return script;
}

}  // namespace

std::string BashCompletion(const CommandInfo& program) {
  const std::string script = absl::StrCat(
      "# bash completion for gainsay, written by `gainsay completion bash`\n"
      "_gainsay() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
      "  local command=gainsay words= options= files= i\n"
      "  COMPREPLY=()\n"
      "  # bash takes --output=json for three words.\n"
      "  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then "
      "previous=${COMP_WORDS[COMP_CWORD - "
      "2]}; fi\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case ${COMP_WORDS[i]} in\n"
      "      ",
      absl::StrJoin(ValueOptions(program), " | "),
      ")\n"
      "        if [[ ${COMP_WORDS[i + 1]-} == = ]]; then i=$((i + 2)); else i=$((i + 1)); fi ;;\n"
      "      *)\n"
      "        case \"$command ${COMP_WORDS[i]}\" in\n"
      "          ",
      absl::StrJoin(Paths(program, Quoted), " | "),
      ") command+=\" ${COMP_WORDS[i]}\" ;;\n"
      "        esac ;;\n"
      "    esac\n"
      "  done\n"
      "  case $command in\n");
  return absl::StrCat(
      script, BashArms(program),
      "  esac\n"
      "  if [[ $current == -* ]]; then words=$options; elif [[ $files ]]; then _gainsay_offer_files; "
      "return; fi\n"
      "  _gainsay_offer $words\n"
      "}\n"
      "# What of its arguments begins with $current.\n"
      "_gainsay_offer() { mapfile -t COMPREPLY < <(compgen -W \"$*\" -- \"$current\"); }\n"
      "_gainsay_offer_files() {\n"
      "  mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
      "  compopt -o filenames 2>/dev/null\n"
      "}\n"
      "complete -F _gainsay gainsay\n");
}

std::string ZshCompletion(const CommandInfo& program) {
  const std::string script = absl::StrCat(
      "#compdef gainsay\n"
      "# zsh completion for gainsay, written by `gainsay completion zsh`\n"
      "_gainsay() {\n"
      "  local command=gainsay previous=$words[CURRENT-1] takes_file=\n"
      "  local -a options arguments\n"
      "  integer i\n"
      "  for ((i = 2; i < CURRENT; i++)); do\n"
      "    case $words[i] in\n"
      "      ",
      absl::StrJoin(ValueOptions(program), " | "),
      ") ((i += 1)) ;;\n"
      "      *)\n"
      "        case \"$command $words[i]\" in\n"
      "          ",
      absl::StrJoin(Paths(program, Quoted), " | "),
      ") command+=\" $words[i]\" ;;\n"
      "        esac ;;\n"
      "    esac\n"
      "  done\n"
      "  if [[ $PREFIX == --*=* ]]; then previous=${PREFIX%%=*}; compset -P '*='; fi\n"
      "  case $command in\n");
  return absl::StrCat(
      script, ZshArms(program),
      "  esac\n"
      "  if [[ $PREFIX == -* ]]; then _describe -o option options\n"
      "  elif [[ -n $takes_file ]]; then _files\n"
      "  else _describe argument arguments; fi\n"
      "}\n"
      "if [[ $funcstack[1] == _gainsay ]]; then _gainsay; else compdef _gainsay gainsay; fi\n");
}

std::string FishCompletion(const CommandInfo& program) {
  std::string script = absl::StrCat(
      "# fish completion for gainsay, written by `gainsay completion fish`\n"
      "function __gainsay_is\n"
      "    set -l command gainsay\n"
      "    set -l is_value no\n"
      "    for word in (commandline -opc)[2..-1]\n"
      "        if test $is_value = yes\n"
      "            set is_value no\n"
      "        else if contains -- $word ",
      absl::StrJoin(ValueOptions(program), " "),
      "\n"
      "            set is_value yes\n"
      "        else if contains -- \"$command $word\" ",
      absl::StrJoin(Paths(program, FishQuoted), " "),
      "\n"
      "            set command \"$command $word\"\n"
      "        end\n"
      "    end\n"
      "    test \"$command\" = \"$argv[1]\"\n"
      "end\n"
      "complete -c gainsay -f\n");
  for (const CommandInfo* command : AllOf(program)) {
    const std::string begin = absl::StrCat("complete -c gainsay -n ",
                                           FishQuoted(absl::StrCat("__gainsay_is \"", command->path, "\"")));
    for (const CommandInfo& below : command->commands) {
      absl::StrAppend(&script, begin, " -a ", below.name(), " -d ", FishQuoted(below.what), "\n");
    }
    for (const OptionInfo& option : command->options) {
      absl::StrAppend(&script, begin);
      for (const std::string& name : option.names) {
        if (name.starts_with("--")) absl::StrAppend(&script, " -l ", name.substr(2));
        if (name.starts_with('-') && name.size() == 2) absl::StrAppend(&script, " -s ", name.substr(1));
      }
      if (option.is_file()) absl::StrAppend(&script, option.is_argument() ? " -F" : " -r -F");
      if (option.takes_value && !option.is_file() && !option.is_argument()) absl::StrAppend(&script, " -x");
      if (!option.choices.empty()) {
        absl::StrAppend(&script, " -a ", FishQuoted(absl::StrJoin(option.choices, " ")));
      }
      absl::StrAppend(&script, " -d ", FishQuoted(InShort(option.what)), "\n");
    }
  }
  return script;
}

}  // namespace gainsay::cli
