"""Holds gainsayd to its protos, as a client in another language sees it.

Usage: contract_test.py --gainsayd PROGRAM [unittest's arguments]

Stubs are made from the protos at each run. Needs protoc, Debian's protobuf-compiler-grpc, python3-grpcio and
python3-protobuf.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
PROTOS = REPOSITORY / "proto"


def generate_stubs(folder):
    plugin = shutil.which("grpc_python_plugin")
    if plugin is None:
        sys.exit("contract_test.py: grpc_python_plugin is not installed")
    for root, pattern in ((PROTOS, "gainsay/v1/*.proto"), (REPOSITORY, "service/inference/*.proto")):
        command = ["protoc", f"-I{root}", f"--python_out={folder}", f"--grpc_python_out={folder}"]
        command += [f"--plugin=protoc-gen-grpc_python={plugin}"]
        subprocess.run(command + sorted(map(str, root.glob(pattern))), check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gainsayd", required=True)
    arguments, for_unittest = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="gainsay-contract-") as stubs:
        generate_stubs(stubs)
        sys.path[:0] = [stubs, str(HERE)]
        import case  # only now: it imports the stubs

        case.PROGRAM = str(pathlib.Path(arguments.gainsayd).resolve())
        tests = unittest.defaultTestLoader.discover(str(HERE), pattern="*_contract.py")
        verbosity = 2 if "-v" in for_unittest else 1
        result = unittest.TextTestRunner(verbosity=verbosity).run(tests)
        sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)


if __name__ == "__main__":
    main()
