"""The layering rules hold in this repository, and planted violations are found."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import layering

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def included(path, *targets):
    return layering.violations_in(path, "".join(f"#include {target}\n" for target in targets))


class TheRepository(unittest.TestCase):
    def test_keeps_every_rule(self):
        self.assertEqual(layering.violations(ROOT), [])

    def test_is_read_in_every_layer(self):
        # Without files the rule above would hold of nothing.
        paths = layering.sources(ROOT)
        for folder in ("service/model", "service/engine", "service/store", "service/ledger"):
            with self.subTest(folder):
                self.assertTrue(any(path.startswith(folder + "/") for path in paths))


class APlantedViolation(unittest.TestCase):
    def test_is_found_where_a_lower_layer_includes_a_higher_one(self):
        upwards = {
            "service/model/a.h": '"service/engine/compare.h"',
            "service/engine/a.cc": '"service/store/store.h"',
            "service/store/a.cc": '"service/ledger/ledger.h"',
            "service/store/rocksdb/a.cc": '"service/ledger/ledger.h"',
            "service/ledger/a.cc": '"service/search/search.h"',
            "service/search/a.cc": '"service/rpc/errors.h"',
            "service/rpc/a.cc": '"service/server/options.h"',
            "service/main.cc": '"service/rpc/errors.h"',
            "client/cpp/a.cc": '"client/cli/table.h"',
        }
        for path, target in upwards.items():
            with self.subTest(path):
                self.assertEqual(len(included(path, target)), 1)

    def test_is_found_where_an_engine_of_the_store_is_reached_past_the_contract(self):
        self.assertEqual(len(included("service/ledger/a.cc", '"service/store/rocksdb/rocksdb_store.h"')), 1)
        self.assertEqual(len(included("service/rpc/a.cc", '"service/store/memory/memory_store.h"')), 1)
        self.assertEqual(len(included("service/store/a.cc", '"service/store/memory/memory_store.h"')), 1)
        self.assertEqual(len(included("service/ledger/a.cc", '"service/store/stored_record.pb.h"')), 1)

    def test_is_found_where_a_library_leaves_its_layer(self):
        self.assertEqual(len(included("service/ledger/a.cc", "<rocksdb/db.h>")), 1)
        self.assertEqual(len(included("service/store/a.cc", '"rocksdb/db.h"')), 1)
        self.assertEqual(len(included("service/rpc/a.cc", "<sqlite3.h>")), 1)
        self.assertEqual(len(included("service/ledger/a.cc", "<libstemmer.h>")), 1)
        self.assertEqual(len(included("service/ledger/a.cc", "<grpcpp/grpcpp.h>")), 1)
        self.assertEqual(len(included("service/engine/a.cc", "<google/protobuf/message.h>")), 1)
        self.assertEqual(len(included("service/ledger/a.cc", '"gainsay/v1/claim.pb.h"')), 1)

    def test_is_found_where_the_client_includes_the_service(self):
        self.assertEqual(len(included("client/cli/a.cc", '"service/model/records.h"')), 1)

    def test_is_found_in_a_folder_without_a_rule(self):
        self.assertEqual(len(included("client/web/a.cc", '"client/cpp/client.h"')), 1)

    def test_is_found_where_a_header_is_not_named_from_the_root(self):
        self.assertEqual(len(included("service/model/a.cc", '"value.h"')), 1)

    def test_is_found_where_a_clock_or_chance_is_asked(self):
        asked = ["absl::Now()", "std::chrono::steady_clock::now()", "std::time(nullptr)", "std::random_device device;"]
        for text in asked:
            with self.subTest(text):
                self.assertEqual(len(layering.violations_in("service/ledger/a.cc", f"auto x = {text};\n")), 1)

    def test_makes_the_program_fail_and_name_the_place(self):
        with tempfile.TemporaryDirectory() as root:
            planted = pathlib.Path(root, "service", "engine", "a.cc")
            planted.parent.mkdir(parents=True)
            planted.write_text('#include "service/model/value.h"\n#include <rocksdb/db.h>\n', encoding="utf-8")
            run = subprocess.run(
                [sys.executable, os.fspath(HERE / "layering.py"), root], capture_output=True, text=True, check=False
            )
        self.assertEqual(run.returncode, 1)
        self.assertEqual(run.stdout, "service/engine/a.cc:2: rocksdb/db.h may not be included here\n")


class WhatTheRulesAllow(unittest.TestCase):
    def test_is_not_reported(self):
        self.assertEqual(included("service/store/rocksdb/a.cc", "<rocksdb/db.h>", '"service/store/store.h"'), [])
        self.assertEqual(included("service/store/a.cc", '"service/store/stored_record.pb.h"'), [])
        self.assertEqual(included("service/rpc/a.cc", '"gainsay/v1/claim.pb.h"', "<grpcpp/grpcpp.h>"), [])
        self.assertEqual(included("service/main.cc", '"service/server/server.h"'), [])
        self.assertEqual(layering.violations_in("service/server/a.cc", "return absl::Now();\n"), [])
        self.assertEqual(layering.violations_in("service/ledger/a.cc", "// not absl::Now()\n"), [])


if __name__ == "__main__":
    unittest.main()
