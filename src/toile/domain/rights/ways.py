"""The cheapest ways to a yes, proved: changes of the request are applied and decided again.

Belongs here: trying remedies that the asker can take alone. Does not know: rules; it asks
``decide``. What others must do (ask, pay, sign) stays a remedy and is not tried.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from toile.domain.consent import Consent
from toile.domain.licences import Licence
from toile.domain.rights.deciding import decide
from toile.domain.rights.decision import Decision, Remedy
from toile.domain.rights.remedies import apply_remedy
from toile.domain.rights.request import UseRequest
from toile.domain.rights.world import World

MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Way:
    """Changes taken together, the request they lead to, and the yes that it gets."""

    steps: tuple[Remedy, ...]
    request: UseRequest
    decision: Decision

    @property
    def say(self) -> str:
        """Return the steps as one line."""
        return " ".join(step.say for step in self.steps)


def ways_to_yes(
    request: UseRequest,
    licences: Sequence[Licence],
    consents: Sequence[Consent],
    world: World,
    instant: datetime,
) -> tuple[Way, ...]:
    """Return the ways that end in a yes, shortest first; none where the answer is one already."""

    def ask(changed: UseRequest) -> Decision:
        return decide(changed, licences, consents, world, instant)

    decision = ask(request)
    found: dict[str, Way] = {}
    for remedy in _open(decision):
        changed = apply_remedy(request, remedy)
        steps, answer = [remedy], ask(changed)
        while not answer.allowed and len(steps) < MOST_STEPS:
            taken = {(step.kind, step.answers) for step in steps}
            further = [one for one in _open(answer) if (one.kind, one.answers) not in taken]
            if not further:
                break
            changed = apply_remedy(changed, further[0])
            steps.append(further[0])
            answer = ask(changed)
        if answer.allowed:
            found.setdefault(changed.digest(), Way(tuple(steps), changed, answer))
    return tuple(sorted(found.values(), key=lambda way: len(way.steps)))


def _open(decision: Decision) -> list[Remedy]:
    """Return the remedies that the asker can take alone."""
    return [remedy for remedy in decision.remedies if remedy.change]
