"""A PostgreSQL of the run's own: Debian's, in a temporary folder, on a socket, every commit synced."""

import os
import pathlib
import pwd
import subprocess
import time

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")


class Postgres:
    @classmethod
    def start(cls, suite):
        raise NotImplementedError
