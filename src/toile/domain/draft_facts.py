"""What was measured on the pixels of a draft, in numbers and colour codes.

Belongs here: the facts. Does not: measuring them, the rules held against them (``draft_rules``).
"""

from toile.domain.values import Value


class DraftFacts(Value):
    """What was measured on a draft.

    ``areas`` are wide areas of the set as colour code and share of it; ``top_busy`` says for each
    tenth of the height from the top how much of it is not calm; ``ground`` is the colour behind a
    name at the top.
    """

    width: int
    height: int
    areas: tuple[tuple[str, float], ...] = ()
    top_busy: tuple[float, ...] = ()
    ground: str | None = None
