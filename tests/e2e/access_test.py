"""Who calls, and what they may do: tokens, certificates, TLS, through the real programs."""

import json
import os
import pathlib
import re
import signal
import subprocess
import threading
import time
import unittest

from cases import QUESTION, amount, case, claim
from gainsay_server import GAINSAY, PATIENCE_SECONDS, EndToEndTest, Server

# Longer than the server takes to see that a file has changed.
RELOAD_SECONDS = 2.5


def story():
    return case("QUANTITY", [claim("a", amount("5"), name=f"{QUESTION}/claims/a5", saidTime="2025-12-24")],
                unit="persons")


class AccessTest(EndToEndTest):
    """A server that knows some tokens."""

    def start(self, *address):
        self.tokens = self.folder / "tokens.jsonl"
        self.admin = self.token("root", "--role", "admin@*")
        self.server = Server(self.folder / "data", *address, flags=self.flags())

    def flags(self):
        return ["--tokens", str(self.tokens)]

    def token(self, name, *options):
        """Makes a token; returns the file that it is in."""
        run = subprocess.run([GAINSAY, "token", "new", name, "--tokens", str(self.tokens), *options],
                             capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertRegex(run.stdout, r"^gainsay_[0-9a-f]{16}_[0-9a-f]{64}\n$")
        file = self.folder / f"{name}.{len(list(self.folder.glob('*.token')))}.token"
        file.write_text(run.stdout)
        return file

    def by(self, token, *arguments, **more):
        return self.gainsay("--token-file", token, *arguments, **more)

    def refused(self, run, *words):
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        for word in words:
            self.assertIn(word, run.stderr)


class Tokens(AccessTest):
    def test_a_token_is_asked_for_and_its_hash_is_all_that_the_file_has(self):
        self.refused(self.gainsay("status"), "no token")
        self.assertEqual(self.by(self.admin, "status").returncode, 0)
        secret = self.admin.read_text().strip()
        self.assertNotIn(secret.split("_")[2], self.tokens.read_text())
        self.assertEqual(self.tokens.stat().st_mode & 0o077, 0)
        forged = self.folder / "forged"
        forged.write_text(secret[:-1] + ("0" if secret[-1] != "0" else "1"))
        self.refused(self.by(forged, "status"), "not known")

    def test_roles_are_of_a_workspace(self):
        reader = self.token("reader", "--role", "reader")
        writer = self.token("writer", "--role", "writer@desk")
        time.sleep(RELOAD_SECONDS)
        lines = "".join(json.dumps(record) + "\n" for record in story())
        self.refused(self.by(reader, "import", "-", stdin=lines), "reader does not have the role writer")
        self.refused(self.by(writer, "import", "-", stdin=lines), "in the workspace default")
        desk = self.by(writer, "--workspace", "desk", "import", "-", stdin=lines)
        self.assertEqual(desk.returncode, 0, desk.stderr)
        self.assertEqual(self.by(writer, "--workspace", "desk", "compare", "t").returncode, 0)
        self.refused(self.by(reader, "--workspace", "desk", "compare", "t"), "role reader", "desk")
        self.refused(self.by(writer, "--workspace", "desk", "export"), "role sources")

    def test_who_writes_for_a_party_writes_what_it_says_and_nothing_else(self):
        lines = "".join(json.dumps(record) + "\n" for record in story())
        self.assertEqual(self.by(self.admin, "import", "-", stdin=lines).returncode, 0)
        for party in ("a", "b"):
            self.by(self.admin, "create", "entity", party, "--display-name", party)
        bound = self.token("ministry", "--role", "writer", "--party", "entities/b")
        time.sleep(RELOAD_SECONDS)
        say = ["record", "claim", "t/questions/q", "--value", "4", "--party"]
        self.assertEqual(self.by(bound, *say, "entities/b").returncode, 0)
        self.refused(self.by(bound, *say, "entities/a"), "party", "entities/a is none of them")
        self.refused(self.by(bound, "create", "topic", "u", "--title", "U"), "nothing else")
        self.refused(self.by(bound, "withdraw", f"{QUESTION}/claims/a5", "--kind", "RETRACTED"), "entities/a")
        other = [claim("a", amount("6"), name=f"{QUESTION}/claims/a6"), claim("b", amount("3"), name=f"{QUESTION}/claims/b3"),
                 {"entity": {"name": "entities/c", "displayName": "c"}}]
        mixed = self.by(bound, "import", "-", stdin="".join(json.dumps(record) + "\n" for record in other))
        self.refused(mixed, "line 1: claim.party", "line 3: ")
        self.assertEqual(self.by(self.admin, "get", f"{QUESTION}/claims/b3").returncode, 0)
        self.refused(self.by(self.admin, "get", f"{QUESTION}/claims/a6"), "not on file")

    def test_a_token_is_replaced_while_both_are_good_and_a_wrong_file_changes_nothing(self):
        old = self.token("desk", "--role", "reader")
        new = self.token("desk", "--role", "reader")
        time.sleep(RELOAD_SECONDS)
        for token in (old, new):
            self.assertEqual(self.by(token, "status").returncode, 0)
        lines = self.tokens.read_text().splitlines(keepends=True)
        self.tokens.write_text(lines[0] + "{\n")
        time.sleep(RELOAD_SECONDS)
        self.assertEqual(self.by(old, "status").returncode, 0)
        self.tokens.write_text(lines[0] + lines[2])
        time.sleep(RELOAD_SECONDS)
        self.refused(self.by(old, "status"), "not known")
        self.assertEqual(self.by(new, "status").returncode, 0)

    def test_a_token_expires(self):
        soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 5))
        token = self.token("guest", "--role", "reader", "--expires", soon)
        time.sleep(RELOAD_SECONDS)
        self.assertEqual(self.by(token, "status").returncode, 0)
        time.sleep(4)
        self.refused(self.by(token, "status"), "expired")

    def test_a_watch_ends_when_its_token_is_taken_away(self):
        lines = "".join(json.dumps(record) + "\n" for record in story())
        self.assertEqual(self.by(self.admin, "import", "-", stdin=lines).returncode, 0)
        self.by(self.admin, "create", "entity", "b", "--display-name", "b")
        reader = self.token("reader", "--role", "reader")
        time.sleep(RELOAD_SECONDS)
        surroundings = {"PATH": os.environ.get("PATH", ""), "GAINSAY_SERVER": self.server.address}
        watch = subprocess.Popen([GAINSAY, "--token-file", str(reader), "watch", "--output", "jsonl"],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings)
        self.addCleanup(watch.stdout.close)
        self.addCleanup(watch.stderr.close)
        self.addCleanup(watch.kill)
        patience = threading.Timer(PATIENCE_SECONDS, watch.kill)
        patience.start()
        self.addCleanup(patience.cancel)
        self.tokens.write_text(self.tokens.read_text().splitlines(keepends=True)[0])
        time.sleep(7)
        self.by(self.admin, "record", "claim", "t/questions/q", "--value", "4", "--party", "entities/b")
        self.assertEqual(watch.wait(PATIENCE_SECONDS), 1)
        self.assertEqual(watch.stdout.read(), "")
        self.assertIn("not known", watch.stderr.read())

    def test_a_wrong_file_is_said_at_start(self):
        wrong = self.folder / "wrong"
        wrong.write_text('{"name":"x"}\n')
        with self.assertRaisesRegex(AssertionError, r"--tokens: .*wrong line 1: token: "):
            Server(self.folder / "other", flags=["--tokens", str(wrong)])


class Certificates:
    """A certificate authority in a folder."""

    def __init__(self, folder, name):
        self.folder = pathlib.Path(folder)
        self.name = name
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                     "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True,
                       timeout=PATIENCE_SECONDS)

    def path(self, name):
        return str(self.folder / name)

    def issue(self, name, alternative):
        """A certificate NAME.pem and its key NAME.key."""
        (self.folder / f"{name}.ext").write_text(f"subjectAltName={alternative}\n")
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                     f"/CN={name}", "-keyout", f"{name}.new.key", "-out", f"{name}.csr")
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{self.name}.pem", "-CAkey", f"{self.name}.key",
                     "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.new.pem")
        # As one who replaces them under a server does: whole, and one right after the other.
        os.replace(self.path(f"{name}.new.key"), self.path(f"{name}.key"))
        os.replace(self.path(f"{name}.new.pem"), self.path(f"{name}.pem"))


class Tls(AccessTest):
    def setUp(self):
        super().setUp()
        self.trust = ["--ca-file", self.authority.path("ca.pem")]

    def flags(self):
        self.authority = Certificates(self.folder, "ca")
        self.authority.issue("server", "DNS:localhost,IP:127.0.0.1")
        return [*super().flags(), "--tls-cert", self.authority.path("server.pem"), "--tls-key",
                self.authority.path("server.key"), "--client-ca", self.authority.path("ca.pem")]

    def test_the_server_is_known_by_its_certificate_and_the_caller_by_a_token(self):
        self.assertEqual(self.by(self.admin, *self.trust, "status").returncode, 0)
        self.refused(self.gainsay(*self.trust, "status"), "no token, and no certificate")
        self.assertEqual(self.by(self.admin, "status").returncode, 4)
        stranger = Certificates(self.folder, "stranger")
        self.assertEqual(self.by(self.admin, "--ca-file", stranger.path("stranger.pem"), "status").returncode, 4)
        secure = self.gainsay("--server", "https://" + self.server.address, "--token-file", self.admin, *self.trust,
                              "status")
        self.assertEqual(secure.returncode, 0, secure.stderr)

    def test_or_by_a_certificate(self):
        self.authority.issue("pipeline", "DNS:pipeline.example.org")
        with open(self.tokens, "a", encoding="utf-8") as file:
            file.write(json.dumps({"name": "pipeline", "certificate": "pipeline.example.org",
                                   "roles": {"*": ["reader"]}}) + "\n")
        time.sleep(RELOAD_SECONDS)
        own = ["--cert-file", self.authority.path("pipeline.pem"), "--key-file", self.authority.path("pipeline.key")]
        self.assertEqual(self.gainsay(*self.trust, *own, "list", "topics").returncode, 0)
        self.refused(self.gainsay(*self.trust, *own, "create", "topic", "t", "--title", "T"), "pipeline", "role writer")
        stranger = Certificates(self.folder, "stranger")
        stranger.issue("pipeline", "DNS:pipeline.example.org")
        self.assertNotEqual(self.gainsay(*self.trust, *own, "list", "topics").returncode, 0)

    def test_certificates_are_replaced_under_calls_and_none_fails(self):
        times = 100 if os.environ.get("GAINSAY_LONG") else 4
        calls = 0
        failures = []
        over = threading.Event()

        def call():
            nonlocal calls
            while not over.is_set():
                run = self.by(self.admin, *self.trust, "status")
                calls += 1
                if run.returncode != 0:
                    failures.append(run.stderr)

        caller = threading.Thread(target=call)
        caller.start()
        before = self.shown()
        for _ in range(times):
            self.authority.issue("server", "DNS:localhost,IP:127.0.0.1")
            time.sleep(1.2)
        time.sleep(RELOAD_SECONDS)
        over.set()
        caller.join()
        print(f"\n  {calls} connections while the certificate was replaced {times} times: {len(failures)} failed")
        self.assertEqual(failures, [])
        self.assertGreater(calls, 2 * times)
        self.assertNotEqual(self.shown(), before)

    def shown(self, *options):
        """The certificate that the server shows; nothing if there is no agreement."""
        run = subprocess.run(["openssl", "s_client", "-connect", self.server.address, "-alpn", "h2", *options],
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_SECONDS, check=False)
        found = re.search(rb"-----BEGIN CERTIFICATE-----.*-----END CERTIFICATE-----", run.stdout, re.S)
        return found and found[0]

    def test_old_versions_of_tls_are_refused(self):
        self.assertIsNone(self.shown("-tls1_1"))
        self.assertIsNotNone(self.shown("-tls1_2"))
        self.assertIsNotNone(self.shown("-tls1_3"))

    def test_other_machines_are_served_with_tls_and_credentials_alone(self):
        tls = ["--tls-cert", self.authority.path("server.pem"), "--tls-key", self.authority.path("server.key")]
        for flags in (tls, super().flags()):
            with self.assertRaisesRegex(AssertionError, "--insecure"):
                Server(self.folder / "other", "0.0.0.0:0", flags=flags)
        both = Server(self.folder / "other", "0.0.0.0:0", flags=[*tls, *super().flags()])
        self.assertEqual(both.stop(signal.SIGTERM), 0)

    def test_a_token_does_not_travel_in_plain_text(self):
        run = self.gainsay("--server", "example.org:7420", "--token-file", self.admin, "status")
        self.refused(run, "in plain text", "https://")


if __name__ == "__main__":
    unittest.main()
