"""Heritage sites: 1,577 web sites name the place where 785 heritage sites lie, some a country, some a village.

Each heritage site is a question, each web site a party. A place within the place that another names is no
contradiction; whatever the service calls one is held against the hierarchy of places here, and so is each status.
"""

import collections
import csv
import time

from running import status_name

TOPIC = "topics/heritage"


def evaluate(service, data, report):
    hierarchy = Hierarchy(rows_of(data / "hierarchy.csv"))
    statements = rows_of(data / "claims.csv")
    numbers = {title: number for number, title in enumerate(dict.fromkeys(row["obj"] for row in statements))}
    records = list(records_of(hierarchy, statements, numbers))
    imported, import_seconds = service.import_records(records)
    began = time.monotonic()
    read = {comparison.title: comparison for comparison in service.compare(TOPIC)}
    compare_seconds = time.monotonic() - began

    report.line("records imported", f"{imported:,} in {import_seconds:.1f} s")
    report.line("questions compared", f"{len(read):,} in {compare_seconds:.1f} s")
    report_names(hierarchy, statements, report)
    statuses = collections.Counter(status_name(comparison.status) for comparison in read.values())
    report.table(["status", "questions"], statuses.most_common())
    report_truth(hierarchy, rows_of(data / "groundtruths.csv"), read, report)
    report_contradictions(hierarchy, read, report)
    said = collections.defaultdict(list)
    for row in statements:
        said[row["obj"]].append(hierarchy.meant(row["value"]))
    report.expect("statuses as counted here from the hierarchy",
                  sum(status_name(read[title].status) == expected_status(hierarchy, places)
                      for title, places in said.items()), len(numbers))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Hierarchy:
    """Places by their ID, each but the topmost within one other. The root is the world; nobody names it."""

    def __init__(self, rows):
        root = next(row["ID"] for row in rows if row["parentID"] == "-1")
        self.names = {row["ID"]: row["name"] for row in rows if row["ID"] != root}
        self.parents = {row["ID"]: row["parentID"] for row in rows if row["parentID"] not in ("-1", root)}
        self._called = collections.defaultdict(list)
        for place, name in self.names.items():
            self._called[name].append(place)

    def path(self, place):
        """The place and what it lies in, smallest first."""
        path = [place]
        while path[-1] in self.parents:
            path.append(self.parents[path[-1]])
        return path

    def called(self, name):
        """The places of this name; several may have it."""
        return self._called.get(name, [])

    def meant(self, name):
        """What a name says for certain: the place; of several, the smallest that all lie in; else None."""
        paths = [self.path(place) for place in self.called(name)]
        if not paths:
            return None
        return next((place for place in paths[0] if all(place in path for path in paths)), None)

    def contains(self, outer, inner):
        return outer in self.path(inner)

    def in_words(self, place):
        """As groundtruths.csv writes a place: its path by name."""
        return ",".join(self.names[step] for step in self.path(place))


def entity_of(place):
    return f"entities/place-{place}"


def place_of(value):
    return value.entity.removeprefix("entities/place-")


def records_of(hierarchy, statements, numbers):
    yield {"topic": {"name": TOPIC, "title": "Where heritage sites lie"}}
    for place, name in hierarchy.names.items():
        broader = [entity_of(hierarchy.parents[place])] if place in hierarchy.parents else []
        yield {"entity": {"name": entity_of(place), "displayName": name, "kind": "PLACE", "broader": broader}}
    parties = {}
    for row in statements:
        if row["src"] not in parties:
            parties[row["src"]] = f"entities/site-{len(parties)}"
            yield {"entity": {"name": parties[row["src"]], "displayName": row["src"], "kind": "OUTLET"}}
    for title, number in numbers.items():
        yield {"question": {"name": f"{TOPIC}/questions/site-{number}", "title": title, "valueType": "ENTITY"}}
    for row in statements:
        place = hierarchy.meant(row["value"])
        yield {"claim": {"question": f"{TOPIC}/questions/site-{numbers[row['obj']]}", "party": parties[row["src"]],
                         "value": {"entity": entity_of(place)} if place else {"unknown": {}}, "text": row["value"]}}


def report_names(hierarchy, statements, report):
    absent = ambiguous = widened = 0
    for row in statements:
        places = len(hierarchy.called(row["value"]))
        absent += places == 0
        ambiguous += places > 1
        widened += places > 1 and hierarchy.meant(row["value"]) is not None
    report.line("statements that name a place not in the hierarchy", f"{absent:,}")
    report.line("statements whose name several places have", f"{ambiguous:,}")
    report.note(f"{widened:,} of these are read as the smallest place that all of that name lie in, "
                f"{ambiguous - widened:,} as unknown, as they have none in common")


def report_truth(hierarchy, truths, read, report):
    """What is confirmed, also in questions where a smaller place is in dispute, against the data's own answers."""
    confirmed, along, exact = collections.Counter(), collections.Counter(), collections.Counter()
    for truth in truths:
        comparison = read[truth["obj"]]
        status = status_name(comparison.status)
        for position in comparison.consensus.all_of:
            place = hierarchy.in_words(place_of(position.value))
            confirmed[status] += 1
            exact[status] += truth["value"] == place
            along[status] += truth["value"] == place or truth["value"].endswith("," + place)
    report.table(["places confirmed, in questions that are", "places", "on the truth's path", "the truth itself"],
                 [[status, confirmed[status], along[status], exact[status]] for status in confirmed])


def report_contradictions(hierarchy, read, report):
    pairs = apart = 0
    for comparison in read.values():
        for position in comparison.positions:
            for opposer in position.opposers:
                one, other = place_of(position.value), place_of(opposer.value)
                pairs += 1
                apart += not hierarchy.contains(one, other) and not hierarchy.contains(other, one)
    report.expect("opposing pairs of which neither place contains the other", apart, pairs)


def expected_status(hierarchy, places):
    """The status that the rules give, where each of these places is named by another party; None: no place named."""
    named = [place for place in places if place is not None]
    if not named:
        return "NO_STATEMENTS"
    if any(not hierarchy.contains(one, other) and not hierarchy.contains(other, one)
           for one in named for other in named):
        return "CONFLICTING"
    if any(sum(hierarchy.contains(outer, inner) for inner in named) >= 2 for outer in named):
        return "CONFIRMED"
    return "UNCONFIRMED"
