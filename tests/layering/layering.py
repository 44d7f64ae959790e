"""Which folder may include what, and where a clock or chance may be asked. Prints what breaks that.

Usage: layering.py REPOSITORY     exit status 1 if anything does
"""

import pathlib
import re
import sys

MODEL = r"service/model/[^/]+\.h"
ENGINE = r"service/engine/[^/]+\.h"
STORE = r"service/store/[^/]+\.h"
STORED_RECORD = r"service/store/stored_record\.pb\.h"
MEMORY = r"service/store/memory/.+"
ROCKSDB = r"service/store/rocksdb/.+"
LEDGER = r"service/ledger/.+"
SEARCH = r"service/search/.+"
INFERENCE = r"service/inference/.+"
RPC = r"service/rpc/.+"
HTTP = r"service/http/.+"
SERVER = r"service/server/.+"
CPP = r"client/cpp/.+"
CLI = r"client/cli/.+"
API = r"gainsay/v1/.+"

# Folder -> what of ours its files may include. The longest folder that holds a file decides; a folder
# that none holds may include nothing of ours.
OURS = {
    "service": [SERVER],
    "service/model": [MODEL],
    "service/engine": [ENGINE, MODEL],
    "service/store": [STORE, STORED_RECORD, MODEL],
    "service/store/memory": [MEMORY, STORE, MODEL],
    "service/store/rocksdb": [ROCKSDB, STORE, MODEL],
    "service/ledger": [LEDGER, ENGINE, STORE, MODEL],
    "service/search": [SEARCH, LEDGER, ENGINE, STORE, MODEL],
    "service/inference": [INFERENCE, MODEL],
    "service/rpc": [RPC, INFERENCE, SEARCH, LEDGER, ENGINE, STORE, MODEL, API],
    "service/http": [HTTP, SEARCH, LEDGER, ENGINE, STORE, MODEL, API],
    "service/server": [SERVER, HTTP, RPC, INFERENCE, SEARCH, LEDGER, ENGINE, MEMORY, ROCKSDB, STORE, MODEL, API],
    "client/cpp": [CPP, API],
    "client/cli": [CLI, CPP, API],
    "client/examples": [CPP],
}

# What is kept from most -> the folders whose files may include it, subfolders too.
WIRE = ["service/rpc", "service/http", "service/server", "client"]
KEPT = {
    r"rocksdb/": ["service/store/rocksdb"],
    r"(grpc|grpcpp|grpc\+\+)/": WIRE + ["service/inference"],
    r"google/protobuf/": WIRE + ["service/store"],
    r"udunits2\.h|GeographicLib/": ["service/engine"],
    r"openssl/": ["service/ledger", "service/inference", "service/server", "client"],
    r"sqlite3\.h|libstemmer\.h": ["service/search"],
    r"CLI/": ["service/server", "client/cli"],
    r"nlohmann/": ["service/rpc", "service/http", "service/server", "client"],
}

# Asked here, answers no longer follow from the records alone.
HIDDEN_INPUT = re.compile(
    r"absl::Now\(|GetCurrentTimeNanos\(|_clock::now\(|\btime\((nullptr|NULL|0)\)|\bgettimeofday\("
    r"|\bclock_gettime\(|random_device|\bsrand\(|\brand\(|absl::BitGen"
)
HIDDEN_INPUT_KEPT_OUT_OF = [
    "service/model", "service/engine", "service/store", "service/ledger", "service/search", "service/inference",
    "service/rpc"]

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
IS_OURS = re.compile(r"(service|client|tests|gainsay)/")


def _within(path, folder):
    return path.startswith(folder + "/")


def _rules_for(path):
    folders = [folder for folder in OURS if _within(path, folder)]
    return OURS[max(folders, key=len)] if folders else []


def _include_violation(path, target):
    if IS_OURS.match(target):
        if target.endswith(".cc"):
            return "is no header"
        # A generated header matches the contract's pattern too, but belongs to the store alone.
        private = re.fullmatch(STORED_RECORD, target) and STORED_RECORD not in _rules_for(path)
        if private or not any(re.fullmatch(rule, target) for rule in _rules_for(path)):
            return "may not be included here"
    for pattern, folders in KEPT.items():
        if re.match(pattern, target) and not any(_within(path, folder) for folder in folders):
            return "may not be included here"
    return None


def violations_in(path, text):
    """Returns "path:line: what" for every rule that the text of a file at `path` breaks."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        include = INCLUDE.match(line)
        if include:
            quote, target = include.groups()
            why = _include_violation(path, target)
            if not why and quote == '"' and "/" not in target:
                why = "is not named from the repository's root"
            if why:
                found.append(f"{path}:{number}: {target} {why}")
        elif any(_within(path, folder) for folder in HIDDEN_INPUT_KEPT_OUT_OF):
            hidden = HIDDEN_INPUT.search(line.split("//")[0])
            if hidden:
                found.append(f"{path}:{number}: {hidden.group()} belongs in service/server, injected from there")
    return found


def sources(root):
    """Returns the C++ files of service/ and client/ below `root`, as paths from there."""
    root = pathlib.Path(root)
    files = [file for top in ("service", "client") for file in (root / top).rglob("*") if file.suffix in (".cc", ".h")]
    return sorted(str(file.relative_to(root)) for file in files)


def violations(root):
    """Returns what violations_in finds in every source below `root`."""
    found = []
    for path in sources(root):
        found += violations_in(path, (pathlib.Path(root) / path).read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    broken = violations(sys.argv[1])
    print("\n".join(broken))
    sys.exit(1 if broken else 0)
