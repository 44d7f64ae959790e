"""What the figures were measured on."""

import os
import pathlib
import platform
import statistics
import time


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def sync_microseconds(folder, writes=50):
    """What it takes to make 4 KiB durable: the median."""
    path = folder / "sync-probe"
    taken = []
    with open(path, "wb", buffering=0) as file:
        for _ in range(writes):
            file.write(b"x" * 4096)
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - began) * 1e6)
    path.unlink()
    return statistics.median(taken)


def busy_seconds():
    """Processor time of everything that runs here."""
    fields = pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()
    user, nice, system, _idle, _waiting, interrupts, soft_interrupts = map(int, fields[1:8])
    return (user + nice + system + interrupts + soft_interrupts) / os.sysconf("SC_CLK_TCK")


def own_seconds():
    """Processor time of this process, and of those it has started and seen end."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def describe(folder):
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": processor(),
        "processors": os.cpu_count(),
        "memory_gib": round(memory / 2**30, 1),
        "kernel": platform.release(),
        "sync_us": round(sync_microseconds(folder)),
        "load_before": os.getloadavg()[0],
    }
