"""Finds sites that are copies of one another by what they state, above all by what hardly anyone else does."""

import collections
import itertools

# Fewer statements in common, or fewer against the crowd, show nothing.
LEAST_IN_COMMON = 500
LEAST_AGAINST_THE_CROWD = 50
# Of what both state, how much must be the same to the letter; and of what either states against the crowd, how
# much both must.
LEAST_SAME = 0.95


class Copies:
    """Groups of sites that are copies, and the pairs that show it."""

    def __init__(self, statements):
        cells = collections.defaultdict(dict)
        crowd = collections.defaultdict(collections.Counter)
        for statement in statements:
            key = statement.flight, statement.column
            if key not in cells[statement.site]:
                cells[statement.site][key] = statement
                crowd[key][statement.meaning] += 1
        usual = {key: meanings.most_common(1)[0][0] for key, meanings in crowd.items()}
        letters = {site: {key: said.text for key, said in row.items()} for site, row in cells.items()}
        unusual = {site: {key: said.meaning for key, said in row.items() if said.meaning != usual[key]}
                   for site, row in cells.items()}
        self.groups = []
        self.pairs = []
        for one, other in itertools.combinations(sorted(cells), 2):
            common = letters[one].keys() & letters[other].keys()
            same = len(letters[one].items() & letters[other].items())
            against = len(common & (unusual[one].keys() | unusual[other].keys()))
            shared = len(unusual[one].items() & unusual[other].items())
            if (len(common) >= LEAST_IN_COMMON and against >= LEAST_AGAINST_THE_CROWD
                    and same >= LEAST_SAME * len(common) and shared >= LEAST_SAME * against):
                self.pairs.append((one, other, len(common), same, against, shared))
                self._join(one, other)

    def _join(self, *sites):
        joined = set(sites).union(*(group for group in self.groups if not group.isdisjoint(sites)))
        self.groups = [group for group in self.groups if group.isdisjoint(sites)] + [joined]

    def least(self, group):
        """Of the pairs in a group, the least shares that are the same, and the same against the crowd."""
        pairs = [pair for pair in self.pairs if pair[0] in group]
        return min(same / common for _, _, common, same, _, _ in pairs), min(
            shared / against for _, _, _, _, against, shared in pairs)
