"""Shots told by whether they are made under the sky: "all outdoor shots", "the interiors"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.shots import Shot, ShotList

Ids = frozenset[str]


def on_side(page: Page, place: int, shots: ShotList) -> Ids:
    """Return the shots that "outdoor" or "indoor" holds for; a place nobody knows is neither."""
    for side in ("outdoors", "indoors"):
        if page.form(place) in word_set(f"sides.{side}"):
            return frozenset(shot.id for shot in shots.shots if _side(shot) == side)
    return frozenset()


def is_side_noun(page: Page, place: int) -> bool:
    """Whether a word names such shots by itself: "the exteriors", "die Außenaufnahmen"."""
    return page.form(place) in word_set("sides.nouns")


def _side(shot: Shot) -> str | None:
    """Return the side of the last word known of a place: a beach house is a house."""
    for word in reversed(fold(shot.set or "").replace("-", " ").split()):
        for side in ("outdoors", "indoors"):
            if word in word_set(f"sides.{side}_places"):
                return side
    return None
