"""Changes of status as they happen: through the real programs."""

import json
import os
import re
import signal
import subprocess
import threading
import unittest

from cases import QUESTION, amount, case, claim
from gainsay_server import GAINSAY, PATIENCE_SECONDS, EndToEndTest

FOR_B = {"claim": claim("b", amount("4"), name=f"{QUESTION}/claims/b4", saidTime="2025-12-27")["claim"]}


def story():
    """A question, and what one party says on it."""
    return case(
        "QUANTITY",
        [claim("a", amount("5"), name=f"{QUESTION}/claims/a5", saidTime="2025-12-24")],
        unit="persons",
    )


class WatchTest(EndToEndTest):
    def token(self, run):
        return re.fullmatch(r"go on with --resume (\S+)\n", run.stderr)[1]

    def changes(self, run):
        self.assertEqual(run.returncode, 0, run.stderr)
        lines = map(json.loads, run.stdout.splitlines())
        return [(line["question"], line["oldStatus"], line["newStatus"]) for line in lines]

    def feed(self, *arguments):
        """A watch that goes on."""
        surroundings = {"PATH": os.environ.get("PATH", ""), "GAINSAY_SERVER": self.server.address}
        feed = subprocess.Popen([GAINSAY, "watch", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, env=surroundings)
        # A change that is never told fails the test, and does not hang it.
        patience = threading.Timer(PATIENCE_SECONDS, feed.kill)
        patience.start()
        self.addCleanup(patience.cancel)
        self.addCleanup(feed.wait, PATIENCE_SECONDS)
        self.addCleanup(feed.kill)
        self.addCleanup(feed.stdout.close)
        self.addCleanup(feed.stderr.close)
        return feed

    def test_what_was_written_is_told_from_a_revision_on_until_there_is_no_more(self):
        self.imported(story())
        revision = json.loads(self.done("compare", "t/questions/q"))["revision"]
        self.imported([{"entity": {"name": "entities/b", "displayName": "b"}}, FOR_B])

        told = self.gainsay("watch", "t", "--after-revision", revision, "--until-idle")
        self.assertEqual(self.changes(told), [(QUESTION, "UNCONFIRMED", "CONFLICTING")])
        everything = self.gainsay("watch", "--after-revision", "0", "--until-idle")
        self.assertEqual(self.changes(everything)[0], (QUESTION, "NO_STATEMENTS", "UNCONFIRMED"))
        unlike = self.gainsay("watch", "--status", "confirmed", "--after-revision", revision, "--until-idle")
        self.assertEqual(self.changes(unlike), [])

    def test_a_watch_goes_on_where_the_one_before_ended(self):
        self.imported(story())
        first = self.gainsay("watch", "--until-idle")
        self.assertEqual(self.changes(first), [])
        self.imported([{"entity": {"name": "entities/b", "displayName": "b"}}, FOR_B])

        second = self.gainsay("watch", "--until-idle", "--resume", self.token(first))
        self.assertEqual(self.changes(second), [(QUESTION, "UNCONFIRMED", "CONFLICTING")])
        third = self.gainsay("watch", "--until-idle", "--resume", self.token(second))
        self.assertEqual(self.changes(third), [])

    def test_an_interrupted_watch_says_how_to_go_on(self):
        self.imported(story())
        for ending in (signal.SIGINT, signal.SIGTERM):
            feed = self.feed("--after-revision", "0")
            self.assertEqual(json.loads(feed.stdout.readline())["newStatus"], "UNCONFIRMED")
            feed.send_signal(ending)
            self.assertEqual(feed.wait(PATIENCE_SECONDS), 0)
            token = re.fullmatch(r"go on with --resume (\S+)\n", feed.stderr.read())[1]
            self.assertEqual(self.changes(self.gainsay("watch", "--until-idle", "--resume", token)), [])

    def test_people_are_told_who_said_what(self):
        self.imported(story())
        token = self.token(self.gainsay("watch", "t/questions/q", "--until-idle"))
        self.imported([{"entity": {"name": "entities/b", "displayName": "b"}}, FOR_B])

        table = self.done("watch", "t/questions/q", "--until-idle", "--resume", token, "--output", "table")
        self.assertRegex(table, r"(?m)^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  UNCONFIRMED → CONFLICTING$")
        self.assertRegex(table, r"(?m)^  said +b: 4 persons")
        markdown = self.done("watch", "t/questions/q", "--until-idle", "--resume", token, "--output", "markdown")
        self.assertRegex(markdown, r"^- \d{4}-.* UNCONFIRMED → \*\*CONFLICTING\*\*")

    def test_it_goes_on_over_a_restart_of_the_server(self):
        self.imported(story())
        # From here on, however late the watch begins.
        revision = json.loads(self.done("compare", "t/questions/q"))["revision"]
        port = self.server.address
        feed = self.feed("--after-revision", revision)
        self.imported([{"entity": {"name": "entities/c", "displayName": "c"}},
                       claim("c", amount("5"), name=f"{QUESTION}/claims/c5", saidTime="2025-12-28")])
        self.assertEqual(json.loads(feed.stdout.readline())["newStatus"], "CONFIRMED")

        self.server.stop()
        self.start(port)
        self.imported([{"entity": {"name": "entities/b", "displayName": "b"}}, FOR_B])
        self.assertEqual(json.loads(feed.stdout.readline())["newStatus"], "CONFLICTING")

    def test_what_is_not_on_file_or_no_status_is_an_error(self):
        unknown = self.gainsay("watch", "nowhere", "--until-idle")
        self.assertEqual(unknown.returncode, 1)
        self.assertIn("topics/nowhere is not on file", unknown.stderr)
        self.assertEqual(self.gainsay("watch", "--status", "TRUE").returncode, 2)


if __name__ == "__main__":
    unittest.main()
