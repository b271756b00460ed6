"""Which shots a message has named before a place."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens, shot_numbers
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.target_kinds import Target, named_by_order
from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.shots import ShotList


def said_before(page: Page, end: int, shots: ShotList) -> set[str]:
    """Return the shots that the message named before a place: what "the rest" leaves out."""
    said = {i for phrase in named_in(page, 0, end) for i in phrase.shots}
    whole = Clause(0, end, ratios=find_ratios(page, 0, end))
    focal = lens(page, whole, len(shots))
    skip = set(range(focal[1], focal[2])) if focal else set()
    numbers, _ = shot_numbers(page, whole, len(shots), skip)
    ordered = named_by_order(page, whole, shots, None)
    said |= set(ordered.shots if ordered else ())
    return said | {shot.id for shot in shots.shots if shot.no in numbers}


def all_counted(page: Page, clause: Clause, shots: ShotList, scope: Span) -> Target | None:
    """Read "all three": those that the message named before, where it named so many."""
    many = page.span_at(scope.end, "n")
    number = int(many.name) if scope.name == "all" and many and many.name.isdecimal() else 0
    behind = page.span_at(many.end, "noun") if many else None
    if number < _FEW or number == len(shots) or behind is not None:
        return None
    said = said_before(page, clause.start, shots)
    ids = tuple(shot.id for shot in shots.shots if shot.id in said)
    return Target(shots=ids, how="number", plural=True) if len(ids) == number else None


_FEW = 3
