"""Small helpers of the cures: a remedy for others to act on, an agent's name, a list in words.

Belongs here: words. Does not know: any reason.
"""

from collections.abc import Sequence

from toile.domain.licences import Licence
from toile.domain.rights.asked import Case
from toile.domain.rights.decision import Finding, Remedy

FREE, RECORD, ASK, PAY = 0, 1, 2, 3


def ask(finding: Finding, kind: str, say: str, effort: int = ASK) -> Remedy:
    """Return a remedy that others must act on."""
    details = {"twin": finding.twin, "licence": finding.licence, "missing": list(finding.missing)}
    return Remedy(kind, say, finding.code, effort, details=details)


def agent(case: Case, finding: Finding) -> str:
    """Return what the agent of the licence is called."""
    lic: Licence | None = next(
        (lic for lic in case.licences if not finding.licence or lic.id == finding.licence), None
    )
    return case.world.name(lic.agent) if lic is not None and lic.agent else "the agent"


def joined(names: Sequence[str]) -> str:
    """Return names as people list them."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
