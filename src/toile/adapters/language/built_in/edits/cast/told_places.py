"""Where somebody is cast, told by a value or a place and by no number."""

from collections.abc import Sequence

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import Shot


def of_value(page: Page, clause: Clause, shots: Sequence[Shot]) -> tuple[str, ...]:
    """Return those shots that a clause tells by a value or a place: "no Kofi on the beach"."""
    for span in page.spans(clause.start, clause.end, "kind", "framing"):
        shots = [s for s in shots if getattr(s, span.kind) == span.name] or shots
    for place in (m.of("set") for m in clause.mentions if "set" in m.fields):
        shots = [s for s in shots if s.id in place.shots] or shots
    return tuple(shot.id for shot in shots)


def at_place(clause: Clause) -> tuple[str, ...]:
    """Return the one shot at a place that a clause names: "only Tom in the kitchen"."""
    ids = {i for m in clause.mentions if "set" in m.fields for i in m.of("set").shots}
    return tuple(ids) if len(ids) == 1 else ()
