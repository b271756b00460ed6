"""Which shots a message has named before a place."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens, shot_numbers
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.target_kinds import named_by_order
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
