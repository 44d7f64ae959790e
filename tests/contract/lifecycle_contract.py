"""Starting, standard services, draining."""

import os
import signal
import socket
import subprocess
import tempfile
import unittest

import case
import grpc
from case import NOT_SERVING, PATIENCE, SERVING, Server, health_status, record
from gainsay.v1 import ledger_service_pb2 as ledger
from streams_contract import Import


class Lifecycle(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="gainsay-contract-")
        self.addCleanup(folder.cleanup)
        self.folder = os.path.join(folder.name, "data")

    def start(self):
        server = Server(self.folder)
        self.addCleanup(server.stop)
        return server

    def fails(self, *flags, **environment):
        """Returns the exit status and the lines on stderr of a start that fails."""
        done = subprocess.run([case.PROGRAM, *flags], capture_output=True, text=True, timeout=PATIENCE,
                              env={"PATH": os.environ["PATH"], **environment})
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr.splitlines()

    def test_the_server_says_where_it_is_and_where_its_data_is(self):
        server = self.start()
        self.assertRegex(server.banner[0], r"^gainsayd \d+\.\d+\.\d+\n$")
        self.assertEqual(server.banner[2], f"data in {self.folder} (rocksdb, revision 0)\n")

    def test_flags_may_be_given_in_the_environment(self):
        status, errors = self.fails(GAINSAY_DATA_DIR=self.folder, GAINSAY_LISTEN="nowhere")
        self.assertEqual((status, len(errors)), (2, 1))
        self.assertIn("nowhere", errors[0])

    def test_wrong_usage_is_said_in_one_line(self):
        for flags in (["--bogus"], ["--store", "postgres://db"], ["--listen", "127.0.0.1"]):
            status, errors = self.fails(*flags, "--data-dir", self.folder)
            self.assertEqual((status, len(errors)), (2, 1), flags)

    def test_an_address_that_others_reach_is_refused_unless_insecure(self):
        status, errors = self.fails("--data-dir", self.folder, "--listen", "0.0.0.0:0")
        self.assertEqual((status, len(errors)), (2, 1))
        self.assertIn("--insecure", errors[0])

    def test_a_port_or_a_folder_in_use_is_said_in_one_line(self):
        server = self.start()
        status, errors = self.fails("--data-dir", self.folder, "--listen", "127.0.0.1:0")
        self.assertEqual((status, len(errors)), (1, 1))
        self.assertIn(self.folder, errors[0])
        status, errors = self.fails("--data-dir", self.folder + "2", "--listen", server.address)
        self.assertEqual((status, len(errors)), (1, 1))
        self.assertIn(server.address, errors[0])

    def test_version_and_help_are_answered(self):
        version = subprocess.run([case.PROGRAM, "--version"], capture_output=True, text=True, check=True)
        self.assertRegex(version.stdout, r"^gainsayd \d+\.\d+\.\d+\n$")
        help_text = subprocess.run([case.PROGRAM, "--help"], capture_output=True, text=True, check=True)
        for flag in ("--data-dir", "--store", "--listen", "--insecure", "GAINSAY_DATA_DIR"):
            self.assertIn(flag, help_text.stdout)

    def test_health_is_served(self):
        server = self.start()
        for service in ("", "gainsay.v1.LedgerService", "gainsay.v1.ComparisonService"):
            self.assertEqual(server.health(service), SERVING, service)

    def test_services_are_listed_by_reflection(self):
        server = self.start()
        reflect = server.channel.stream_stream("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo")
        list_services = b"\x3a\x01*"

        answer = next(reflect(iter([list_services]), timeout=PATIENCE))

        for service in (b"LedgerService", b"ComparisonService", b"AdminService"):
            self.assertIn(b"gainsay.v1." + service, answer)

    def test_compressed_messages_are_not_taken(self):
        server = self.start()
        with self.assertRaises(grpc.RpcError) as caught:
            server.ledger.GetEntity(ledger.GetEntityRequest(name="entities/a"), compression=grpc.Compression.Gzip)
        self.assertEqual(caught.exception.code(), grpc.StatusCode.UNIMPLEMENTED)

    def test_a_message_beyond_the_limit_is_refused(self):
        server = self.start()
        with self.assertRaises(grpc.RpcError) as caught:
            server.ledger.GetEntity(ledger.GetEntityRequest(name="e" * (17 << 20)))
        self.assertEqual(caught.exception.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)

    def drain(self, server):
        """Sends SIGTERM and returns when draining has begun."""
        watched = server.watch_health()
        self.assertEqual(health_status(next(watched)), SERVING)
        server.terminate()
        self.assertEqual(health_status(next(watched)), NOT_SERVING)
        watched.cancel()

    def test_calls_in_flight_finish_and_the_next_start_sees_their_work(self):
        server = self.start()
        stream = Import(server.ledger)
        stream.send(record("entity", name="entities/before"))
        next(stream.answers)

        self.drain(server)
        stream.send(record("entity", name="entities/after"))
        last = stream.end()[-1]

        self.assertEqual(last.written, 2)
        self.assertEqual(server.wait(), 0)
        again = self.start()
        for name in ("entities/before", "entities/after"):
            again.ledger.GetEntity(ledger.GetEntityRequest(name=name))

    def test_no_new_calls_are_taken_while_draining(self):
        server = self.start()
        stream = Import(server.ledger)
        stream.send(record("entity", name="entities/a"))
        next(stream.answers)

        self.drain(server)
        with self.assertRaises(grpc.RpcError) as caught:
            server.ledger.GetEntity(ledger.GetEntityRequest(name="entities/a"))

        self.assertEqual(caught.exception.code(), grpc.StatusCode.UNAVAILABLE)
        stream.end()
        self.assertEqual(server.wait(), 0)

    def test_a_second_signal_ends_it_at_once(self):
        server = self.start()
        stream = Import(server.ledger)
        stream.send(record("entity", name="entities/a"))
        next(stream.answers)

        self.drain(server)
        server.terminate()

        self.assertEqual(server.wait(), 128 + signal.SIGTERM)
        stream.cancel()

    def test_an_idle_connection_does_not_hold_the_end_up(self):
        server = self.start()
        host, port = server.address.split(":")
        with socket.create_connection((host, int(port))):
            server.terminate()
            self.assertEqual(server.wait(), 0)

    def test_many_connections_are_served(self):
        server = self.start()
        for _ in range(50):
            with grpc.insecure_channel(server.address, [("grpc.use_local_subchannel_pool", 1)]) as channel:
                check = channel.unary_unary("/grpc.health.v1.Health/Check")
                self.assertEqual(health_status(check(b"", timeout=PATIENCE)), SERVING)
