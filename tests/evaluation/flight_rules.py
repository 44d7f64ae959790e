"""What the rules of comparison make of the statements on one flight's question, counted here without the service."""

TOLERANCE_MINUTES = 10
DAY_MINUTES = 24 * 60


def status(statements, owners, terminals):
    """The question's status. `owners` names the side of each site; `terminals`, those that each gate is in."""
    said = {(statement.site, statement.meaning, statement.doubtful) for statement in statements
            if statement.meaning.kind != "unknown"}
    voices = [(owners[site], meaning, doubtful) for site, meaning, doubtful in said]
    found = {position_status(position, voices, terminals) for position in {meaning for _, meaning, _ in voices}}
    return next((name for name in ("CONFLICTING", "CONFIRMED", "UNCONFIRMED") if name in found), "NO_STATEMENTS")


def position_status(position, voices, terminals):
    supporters = [voice for voice in voices if entails(voice[1], position, terminals)]
    opposers = [voice for voice in voices if contradict(voice[1], position)]
    if any(side != opponent and contradict(meaning, opposite)
           for side, meaning, _ in supporters for opponent, opposite, _ in opposers):
        return "CONFLICTING"
    sides = {side for side, _, doubtful in supporters if not doubtful}
    return "CONFIRMED" if len(sides) >= 2 and not opposers else "UNCONFIRMED"


def entails(one, other, terminals):
    if one.kind == other.kind == "time":
        return abs(one.value - other.value) <= TOLERANCE_MINUTES
    if (one.kind, other.kind) == ("gate", "terminal"):
        airport, terminal = other.value
        return one.value[0] == airport and terminal in terminals.get(one.value, ())
    return one == other


def contradict(one, other):
    if one.kind == other.kind == "time":
        return abs(one.value - other.value) > TOLERANCE_MINUTES
    return one != other and "terminal" not in (one.kind, other.kind)


def is_as_stated(value, own, place_of):
    """Whether a confirmed value is what an airline states. Of times, whatever the day: some airlines put the day of
    departure with arrivals after midnight too."""
    if own.kind != "time":
        return value.entity == place_of(own.kind, own.value)
    if not value.time:
        return False
    hour, minute = value.time.split("T")[1].split(":")
    apart = (int(hour) * 60 + int(minute) - own.value) % DAY_MINUTES
    return min(apart, DAY_MINUTES - apart) <= TOLERANCE_MINUTES
