"""What the tests of checking share: a candidate's forms, and ways to check one."""

from case import PATIENCE, ContractCase, amount
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_service_pb2 as comparison

Q = "topics/t/questions/q"


def candidate(number, bound="BOUND_EXACT", **fields):
    """A statement of nobody's on the question of put_question."""
    return check_pb2.Candidate(claim=amount(number, "", bound, **fields))


def words(text, of="topics/t"):
    return check_pb2.Candidate(text=text, topic=of)


class CheckingCase(ContractCase):
    def check(self, what, **fields):
        return self.server.comparison.CheckClaim(
            comparison.CheckClaimRequest(workspace=self.workspace, candidate=what, **fields))

    def label(self, what, **fields):
        return check_pb2.Label.Name(self.check(what, **fields).check.label)

    def stream(self, requests, **options):
        """Checks requests, or candidates, as one stream; returns the call."""
        def messages():
            yield comparison.CheckClaimsRequest(
                options=comparison.CheckOptions(workspace=self.workspace, **options))
            for each in requests:
                request = isinstance(each, comparison.CheckClaimsRequest)
                yield each if request else comparison.CheckClaimsRequest(candidate=each)
        return self.server.comparison.CheckClaims(messages(), timeout=PATIENCE)
