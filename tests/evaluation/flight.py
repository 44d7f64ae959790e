"""Flights: 38 web sites state six facts about each of 1,230 flights; many of the sites are copies of each other.

Each flight is a topic, each fact a question, each site a party with one page. Times agree within ten minutes. A gate
is an entity, not a text: gates are a closed set of names, so two different ones contradict each other, while two
texts would be undecided. A terminal is a concept that its gates are kinds of, so that naming just the terminal
contradicts no gate.
"""

import collections
import time

import flight_rules
from copies import Copies
from flight_statements import COLUMNS, DEPARTURE, GATES, Statements
from running import status_name

QUESTIONS = ["scheduled-departure", "departure", "departure-gate", "scheduled-arrival", "arrival", "arrival-gate"]
ORGANISATIONS = {"aa": "American Airlines", "ua": "United Airlines", "CO": "Continental Airlines"}
AIRLINES = {"AA": "aa", "UA": "ua", "CO": "CO"}  # by the first letters of a flight
# Of this flight nearly all sites state the take-off.
TAKE_OFF = "AA-616-DFW-DTW"
STATUSES = ["CONFLICTING", "CONFIRMED", "UNCONFIRMED", "NO_STATEMENTS"]


def evaluate(service, data, report):
    statements = Statements(data / "claims" / "20111208.txt")
    truths = Statements(data / "truth" / "20111208.txt", site="the airline itself")
    report_statements(statements, report)

    imported, seconds = service.import_records(records_of(statements))
    rate = len(statements.all) / seconds
    report.line("records imported", f"{imported:,} in {seconds:.1f} s ({rate:,.0f} statements a second)")
    first = read_all(service, statements, report, "compared, each site its own")
    before_owners = service.revision
    alone = {site: site for site in statements.sites}
    report_rules(statements, alone, first, report)

    copies = Copies(statements.all)
    report_copies(copies, report)
    _, seconds = service.import_records(owners_of(copies.groups))
    report.line("owners and their sites imported", f"in {seconds:.1f} s")
    second = read_all(service, statements, report, "compared again, copies owned by one")
    owners = alone | {site: min(group) for group in copies.groups for site in group}
    report_rules(statements, owners, second, report)

    report_known_then(service, truths.flights, first, before_owners, report)
    report_statuses(first, second, report)
    report_truth(service, statements, truths, second, report)


def report_statements(statements, report):
    kinds = collections.Counter(statement.meaning.kind for statement in statements.all)
    report.line("statements", f"{len(statements.all):,} by {len(statements.sites)} sites on "
                              f"{len(statements.flights):,} flights")
    report.note(f"left out: {statements.left_out_rows} rows in which the site itself names 7 December: the flight of "
                "the day before")
    report.note(f"put on 9 December: {statements.given_a_day} times to which only the crawler gave a day, by what "
                "sites that give days say")
    report.note(f"unknown: {kinds['unknown']:,} (\"Contact Airline\", \"-\"); cancelled, so no such time: "
                f"{kinds['none']}; terminal without gate: {kinds['terminal']}")
    report.note("\"estimated\", \"*\", \"?\": "
                f"{sum(statement.doubtful for statement in statements.all):,} read as PROBABLE, which do not confirm")


def topic_of(flight):
    return f"topics/{flight.lower()}"


def question_of(flight, column):
    return f"{topic_of(flight)}/questions/{QUESTIONS[column]}"


def party_of(site):
    return f"entities/{site.lower()}"


def place_of(kind, place):
    return f"entities/{kind}-{'-'.join(place).lower()}"


def records_of(statements):
    for site in statements.sites:
        kind = "ORGANISATION" if site in ORGANISATIONS else "OUTLET"
        yield {"entity": {"name": party_of(site), "displayName": ORGANISATIONS.get(site, site), "kind": kind}}
        yield {"source": {"name": f"sources/{site.lower()}", "title": "As crawled", "publisher": party_of(site),
                          "publishTime": "2011-12-08"}}
    yield from places_of(statements)
    for flight in statements.flights:
        airline, number, origin, destination = flight.split("-")
        title = f"{airline} {number}, {origin} to {destination}"
        yield {"topic": {"name": topic_of(flight), "title": title, "time": "2011-12-08"}}
        for column in COLUMNS:
            kind = {"valueType": "ENTITY"} if column in GATES else {
                "valueType": "TIME", "unit": "min", "tolerance": {"absolute": str(flight_rules.TOLERANCE_MINUTES)}}
            yield {"question": {"name": question_of(flight, column), "title": f"{title}: {QUESTIONS[column]}",
                                "respondents": [party_of(AIRLINES[airline])], **kind}}
    for statement in statements.all:
        yield {"claim": {"question": question_of(statement.flight, statement.column),
                         "party": party_of(statement.site), "value": value_of(statement.meaning),
                         "certainty": "PROBABLE" if statement.doubtful else "CERTAIN", "text": statement.text,
                         "appearances": [{"source": f"sources/{statement.site.lower()}"}]}}


def places_of(statements):
    """Terminals, then gates, each within the terminals that some site puts it in."""
    terminals = {(airport, terminal) for (airport, _), named in statements.terminals.items() for terminal in named}
    terminals |= {statement.meaning.value for statement in statements.all if statement.meaning.kind == "terminal"}
    for airport, terminal in sorted(terminals):
        yield {"entity": {"name": place_of("terminal", (airport, terminal)), "kind": "CONCEPT",
                          "displayName": f"a gate of terminal {terminal.upper()} at {airport}"}}
    gates = {statement.meaning.value for statement in statements.all if statement.meaning.kind == "gate"}
    for airport, gate in sorted(gates):
        within = [place_of("terminal", (airport, terminal))
                  for terminal in sorted(statements.terminals.get((airport, gate), ()))]
        yield {"entity": {"name": place_of("gate", (airport, gate)), "kind": "PLACE", "broader": within,
                          "displayName": f"gate {gate.upper()} at {airport}"}}


def value_of(meaning):
    if meaning.kind == "time":
        day, minutes = divmod(meaning.value, 24 * 60)
        return {"time": f"2011-12-{8 + day:02}T{minutes // 60:02}:{minutes % 60:02}"}
    if meaning.kind in ("gate", "terminal"):
        return {"entity": place_of(meaning.kind, meaning.value)}
    return {meaning.kind: {}}


def owners_of(groups):
    """One owner for each group of copies, and its sites as they now are."""
    for group in groups:
        owner = f"entities/owner-of-{min(group).lower()}"
        yield {"entity": {"name": owner, "displayName": f"whoever feeds {min(group)}", "kind": "ORGANISATION"}}
        for site in sorted(group):
            yield {"entity": {"name": party_of(site), "displayName": site, "kind": "OUTLET", "ownedBy": owner}}


def read_all(service, statements, report, label):
    """Every question's comparison, by flight and column."""
    began = time.monotonic()
    read = by_flight(service.compare_all(map(topic_of, statements.flights)), statements.flights)
    report.line(label, f"{len(read):,} questions in {time.monotonic() - began:.1f} s")
    return read


def by_flight(read, flights):
    return {(flight, column): read[question_of(flight, column)] for flight in flights for column in COLUMNS}


def report_rules(statements, owners, read, report):
    said = collections.defaultdict(list)
    for statement in statements.all:
        said[statement.flight, statement.column].append(statement)
    held = sum(status_name(comparison.status) == flight_rules.status(said[key], owners, statements.terminals)
               for key, comparison in read.items())
    report.expect("  statuses as counted here by the rules", held, len(read))


def report_copies(copies, report):
    report.line("groups of sites that are copies of one another", len(copies.groups))
    rows = []
    for group in sorted(copies.groups, key=len, reverse=True):
        same, against = copies.least(group)
        rows.append([" ".join(sorted(group)), f"{same:.1%}", f"{against:.1%}"])
    report.table(["group: of what any two of it both state, at least", "same letters", "same against the crowd"], rows)


def report_statuses(first, second, report):
    names = {key: (status_name(first[key].status), status_name(second[key].status)) for key in first}
    report.table(["status of", *STATUSES], [
        [f"{word}, {when}", *(sum(names[key][index] == status for key in names if (key[1] in GATES) == gates)
                              for status in STATUSES)]
        for word, gates in (("times", False), ("gates", True))
        for index, when in enumerate(["each site its own", "copies owned by one"])])
    confirmed = [after for before, after in names.values() if before == "CONFIRMED"]
    lost = collections.Counter(after for after in confirmed if after != "CONFIRMED")
    report.line("CONFIRMED that are so no longer once copies are one voice", f"{lost.total():,} of {len(confirmed):,}")
    report.note(f"now {', '.join(f'{status}: {count:,}' for status, count in lost.items())}")
    gained = collections.Counter(before for before, after in names.values() if after == "CONFIRMED" != before)
    report.note("newly CONFIRMED, as one owner's sites contradict only each other: "
                f"{', '.join(f'{count:,} that were {status}' for status, count in gained.items()) or 'none'}")


def report_known_then(service, flights, first, revision, report):
    """What the service knew before it knew the owners must give the answers that it gave then."""
    again = by_flight(service.compare_all(map(topic_of, flights), known_at=str(revision)), flights)
    report.expect(f"answers as known before the owners, for {len(flights)} flights",
                  sum(comparison == first[key] for key, comparison in again.items()), len(again))


def report_truth(service, statements, truths, second, report):
    """What is confirmed, with the airlines' sites among the parties and without, against what the airlines state."""
    stated = collections.defaultdict(set)  # some flights have two legs, and two rows
    for truth in truths.all:
        if truth.meaning.kind in ("time", "gate"):
            stated[truth.flight, truth.column].add(truth.meaning)
    others = [party_of(site) for site in statements.sites if site not in ORGANISATIONS]
    without = by_flight(service.compare_all(map(topic_of, truths.flights), parties=others), truths.flights)
    rows = []
    for column in COLUMNS:
        keys = [key for key in stated if key[1] == column]
        row = [QUESTIONS[column], len(keys)]
        for read in (second, without):
            confirmed = [key for key in keys if status_name(read[key].status) == "CONFIRMED"]
            row += [len(confirmed), sum(agrees(read[key].consensus.all_of, stated[key]) for key in confirmed)]
        row.append(sum(agrees(most_named(without[key]), stated[key]) for key in keys))
        rows.append(row)
    rows.append(["all", *(sum(row[index] for row in rows) for index in range(1, 7))])
    report.table([f"airlines' own values, {len(truths.flights)} flights", "stated", "confirmed", "as stated",
                  "confirmed*", "as stated*", "most sites*"], rows)
    report.note("* read without the airlines' own sites; most sites: what most of them say is as stated")
    report.note("departure, arrival: airlines state leaving and reaching the gate, many sites take-off and landing")
    take_off = second[TAKE_OFF, DEPARTURE]
    most = most_named(take_off)[0]
    everyone = sites_in([*most.supporters, *most.opposers, *most.compatible])
    report.note(f"departure of {TAKE_OFF}: {sites_in(most.supporters)} of {everyone} sites agree on a take-off time, "
                f"where the airline states leaving the gate: {status_name(take_off.status)}")


def sites_in(claims):
    return len({claim.party for claim in claims})


def agrees(positions, stated):
    """Whether all of these positions are what the airline states, and there are any."""
    return bool(positions) and all(
        any(flight_rules.is_as_stated(position.value, meaning, place_of) for meaning in stated)
        for position in positions)


def most_named(comparison):
    """The position with the most sites behind it, were heads all that counts."""
    return sorted(comparison.positions, key=lambda position: -len(position.supporters))[:1]
