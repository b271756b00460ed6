"""Every draft is held against the brand's book: its words, and the pixels that were measured."""

import pytest

from toile.domain.board import Board
from toile.domain.errors import NotAllowed
from toile.domain.guidelines import RuleKind
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow

BOOK = """# Colour

House colours: Chalk #F4EFE6, Oat #D9CDB8. Keep a colour distance of 12.

# Space

The upper 10 % of the height must stay calm.

# Lenses

People are photographed with lenses from 50 to 85 mm.

# Set

No umbrellas.
"""
BLUE = BOOK.replace("#F4EFE6", "#1F4FA0").replace("#D9CDB8", "#103070")


def test_the_pixels_of_a_draft_are_measured_once_and_held_against_the_book_of_today(
    studio: Studio, drawn_board: Board
) -> None:
    draft = studio.draft_of(studio.drafts(drawn_board)[0].id)
    assert draft.measured is not None
    assert (draft.measured.width, draft.measured.height) == (288, 384)

    studio.add_guideline(BOOK.encode(), "book.md", "maison-orel")
    drawn, waiting = (studio.rules.version(drawn_board, shot, 1) for shot in ("a", "b"))
    on_pixels = {RuleKind.PALETTE, RuleKind.LOGO_SPACE}
    assert {rule.kind for rule in drawn.kept} | {one.kind for one in drawn.findings} >= on_pixels
    assert drawn.tested == waiting.tested + len(on_pixels)

    studio.add_guideline(BLUE.encode(), "book.md", "maison-orel")
    (finding,) = [
        one
        for one in studio.rules.version(drawn_board, "a", 1).findings
        if one.kind is RuleKind.PALETTE
    ]
    assert finding.citation.version == 2
    assert (finding.level, finding.shot) == ("error", "a")
    assert finding.fix.startswith("Use #")


def test_a_picture_out_of_sight_is_not_spoken_of(studio: Studio, drawn_board: Board) -> None:
    studio.add_guideline(BOOK.encode(), "book.md", "maison-orel")
    seen = studio.rules.version(drawn_board, "a", 1)
    line = studio.drafts(drawn_board)[0]
    studio.draft_shot.drafts.quarantine([line.id], "The licence was revoked.")
    with pytest.raises(NotAllowed):
        studio.picture(line.id, "full")
    assert studio.rules.version(drawn_board, "a", 1).tested < seen.tested


def test_whoever_adds_a_book_hears_how_far_the_reading_is(studio: Studio) -> None:
    heard: list[float] = []
    studio.add_guideline(
        BOOK.encode(), "book.md", "maison-orel", lambda share, _say: heard.append(share)
    )
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
