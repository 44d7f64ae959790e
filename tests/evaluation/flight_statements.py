"""Reads what web sites state about flights of 8 December 2011, each in formats of its own, as an editor would.

Times are the airport's own clock: the zones that some sites add are that airport's, so they say nothing more.
"""

import collections
import functools
import re
import statistics
import typing

# The statements' columns, in the files' order.
SCHEDULED_DEPARTURE, DEPARTURE, DEPARTURE_GATE, SCHEDULED_ARRIVAL, ARRIVAL, ARRIVAL_GATE = range(6)
COLUMNS = range(6)
GATES = (DEPARTURE_GATE, ARRIVAL_GATE)

DAY_MINUTES = 24 * 60
THE_DAY = 8

# The crawler wrote this before a time for which the site itself gave no day.
CRAWLERS_DAY = "2011-12-08 "

# What stands in a gate's place where there is none yet: "check", "to be announced", "hold".
NO_GATE_YET = {"-", "--", "CHK", "TBA", "HOLD", "NOT PROVIDED BY AIRLINE"}


class Meaning(typing.NamedTuple):
    """What a cell says. Of a time, `value` is its minutes since the beginning of the day; of a gate or a terminal,
    the airport and its code; `none` is a flight that did not depart or arrive."""

    kind: str  # time, gate, terminal, none, unknown
    value: object = None


UNKNOWN = Meaning("unknown")
NONE = Meaning("none")


class Statement(typing.NamedTuple):
    """What one site says in one column of a flight; `doubtful` where it calls it estimated or puts a `?` or `*`."""

    site: str
    flight: str
    column: int
    text: str
    meaning: Meaning
    doubtful: bool


class Clock(typing.NamedTuple):
    """A time of day, with the day of December if the site gave one."""

    minutes: int
    day: int | None


class Statements:
    """Every statement of a file, each once, and what had to be decided about them. A file of one site's statements
    does not name it in each row, as others do."""

    def __init__(self, path, site=None):
        rows = rows_of(path) if site is None else [[site, *row] for row in rows_of(path)]
        kept = [row for row in rows if not is_of_the_day_before(row)]
        self.left_out_rows = len(rows) - len(kept)
        self.given_a_day = 0
        self.terminals = collections.defaultdict(set)  # by gate: where some site places it
        days = days_named(kept)
        self.all = list(dict.fromkeys(
            self._statement(site, flight, column, cell, days)
            for site, flight, *cells in kept for column, cell in enumerate(cells) if cell))
        self.flights = list(dict.fromkeys(statement.flight for statement in self.all))
        self.sites = sorted({statement.site for statement in self.all})

    def _statement(self, site, flight, column, cell, days):
        if column in GATES:
            meaning = self._gate(airport_of(flight, column), cell)
        elif re.search("cancel", cell, re.IGNORECASE):
            meaning = NONE
        else:
            meaning = self._time(site, flight, column, cell, days)
        return Statement(site, flight, column, cell, meaning, bool(re.search(r"estimated|\*|\?$", cell, re.IGNORECASE)))

    def _time(self, site, flight, column, cell, days):
        clock = clock_of(site, cell)
        if clock is None:
            return UNKNOWN
        if clock.day is not None:
            return Meaning("time", (clock.day - THE_DAY) * DAY_MINUTES + clock.minutes)
        near = days.get((flight, column), clock.minutes)
        minutes = min((clock.minutes + shift for shift in (0, DAY_MINUTES)), key=lambda minutes: abs(minutes - near))
        self.given_a_day += minutes != clock.minutes
        return Meaning("time", minutes)

    def _gate(self, airport, cell):
        gate, terminal = gate_of(cell)
        if gate is None:
            return UNKNOWN if terminal is None else Meaning("terminal", (airport, terminal))
        if terminal is not None:
            self.terminals[airport, gate].add(terminal)
        return Meaning("gate", (airport, gate))


def rows_of(path):
    """Rows of cells, blanks at either end removed; a blank cell says nothing."""
    with path.open(encoding="latin-1", newline="\n") as file:
        return [[" ".join(cell.split()) for cell in line.split("\t")] for line in file]


def airport_of(flight, column):
    return flight.split("-")[2 if column < SCHEDULED_ARRIVAL else 3]


def is_of_the_day_before(row):
    """Whether the site itself names 7 December: it was still showing the flight of that number of the day before,
    with that one's gates."""
    return any(cell and own_day(cell) == THE_DAY - 1 for cell in row[2:])


@functools.cache
def own_day(cell):
    """The day of December 2011 that a site gives with a time, or None."""
    own = cell.removeprefix(CRAWLERS_DAY)
    found = re.search(r"Dec(?:ember)?\.? ?(\d+)|(\d+)-Dec|\b12/(\d+)\b|\b12-(\d+)-11\b", own)
    return int(next(day for day in found.groups() if day)) if found else None


@functools.cache
def clock_of(site, cell):
    found = re.search(r"(\d{1,2}):(\d\d) ?([ap])?", cell, re.IGNORECASE)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    # CO puts the day of departure with every time, with arrivals after midnight too.
    return Clock(hour * 60 + minute, None if site == "CO" else own_day(cell))


def days_named(rows):
    """By flight and column: the median of the times given with a day, for telling the day of those without."""
    named = collections.defaultdict(list)
    for site, flight, *cells in rows:
        for column, cell in enumerate(cells):
            if cell and column not in GATES:
                clock = clock_of(site, cell)
                if clock is not None and clock.day is not None:
                    named[flight, column].append((clock.day - THE_DAY) * DAY_MINUTES + clock.minutes)
    days = {key: statistics.median(times) for key, times in named.items()}
    for flight, column in list(days):
        # Where nobody gives a day with the one time of a departure or arrival, the other's will do.
        days.setdefault((flight, {0: 1, 1: 0, 3: 4, 4: 3}[column]), days[flight, column])
    return days


@functools.cache
def gate_of(cell):
    """A gate and the terminal that it is in: either may be None. "Term C - C43", "H11B/T3", "Terminal 3", "C-34"."""
    if cell.upper() in NO_GATE_YET:
        return None, None
    if " - " in cell:
        terminal, gate = cell.rsplit(" - ", 1)
    elif "/" in cell:
        gate, terminal = cell.split("/", 1)
    elif re.search(r"\bTerm", cell):
        gate, terminal = None, cell
    else:
        gate, terminal = cell, None
    return gate and gate_code(gate), terminal and terminal_code(terminal)


def gate_code(gate):
    return re.sub(r"^([A-Z])-(\d)", r"\1\2", gate.upper().rstrip("?")).lower()


def terminal_code(terminal):
    short = re.sub(r"\bTERMINAL\b|\bTERM\b|\bBLDG\b|\bCONC\b|\bT(?=\d)", "", terminal.upper())
    return "-".join(short.split()).lower()
