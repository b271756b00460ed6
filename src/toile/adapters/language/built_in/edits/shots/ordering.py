"""Shots told by their order beside a value: "the second one full body", "a wide for the fourth"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_VALUES = frozenset(("framing", "angle", "light", "pose", "kind", "aspect", "priority"))


def is_value_beside(page: Page, ordinal: Target | None, mention: Mention) -> bool:
    """Whether words stand apart from an order that names the shot, and say what it becomes."""
    if ordinal is None or not ordinal.places or not mention.fields <= _VALUES:
        return False
    if mention.end <= min(ordinal.places):
        noun = page.span_at(mention.end, "noun")
        return is_given_on(page, noun.end if noun else mention.end)
    behind = page.form(max(ordinal.places) + 1)
    joined = mention.start == max(ordinal.places) + 1 and behind not in word_set("naming.in")
    headed = page.span_at(mention.end, "noun") is not None
    return not headed and (not joined or page.languages[0] in ROMANCE)


def seen_on(page: Page, clause: Clause, given: list[Given], base: ShotList) -> tuple[str, ...]:
    """Return the one close picture of what "macro on the earrings" is put on, if there is one."""
    if not given or any(own.field not in ("framing", "light", "lens") for own in given):
        return ()
    on = [m for m in clause.mentions if _stands_on(page, m) and m.fields & {"garments", "props"}]
    ids = set.intersection(*(set(m.shots) for m in on)) if on else set()
    close = {i for i in ids if base.shot(i).framing in word_set("ordering.close")}
    return tuple(close) if len(ids) == len(close) == 1 else ()


def _stands_on(page: Page, mention: Mention) -> bool:
    place = mention.start - 1
    while page.form(place) in word_set("naming.articles"):
        place -= 1
    return page.form(place) in word_set("ordering.on")


def is_given_on(page: Page, place: int) -> bool:
    """Whether a number or an order stands behind "for", "on the", "på": "wide shot for 4"."""
    if page.form(place) not in word_set("naming.given_on"):
        return False
    place += 1
    while page.form(place) in word_set("naming.articles") or page.form(place) in word_set(
        "seats.number"
    ):
        place += 1
    noun = page.span_at(place, "noun")
    place = noun.end if noun else place
    text = page.tokens[place].text if place < len(page.tokens) else ""
    return text.isdecimal() or page.first(place, "ord", "n") is not None


def showing(
    page: Page, clause: Clause, given: list[Given], target: Target, *, steps: bool
) -> tuple[str, ...]:
    """Return the one shot of a thing of which is said what only a picture is: "the coat a must"."""
    named = target.shots and target.how != "spoken of"
    of_pictures = bool(given) and {g.field for g in given} <= _OF_PICTURES
    things = [m for m in clause.mentions if m.fields <= {"garments", "props", "set"}]
    if not named and not target.missing and of_pictures and len(things) == 1:
        return things[0].shots if len(things[0].shots) == 1 else ()
    said = bool(given) or (steps and page.has(clause.start, clause.end, "f"))
    alone = target.how == "none" and not target.missing and said
    return _only_shown(clause, given) if alone else ()


def _only_shown(clause: Clause, given: list[Given]) -> tuple[str, ...]:
    """Return the one shot that has what is named beside a value: "the bonnet from above"."""
    if any(own.field not in _OF_CAMERA for own in given):
        return ()
    said = {p for own in given for p in range(own.start, own.end)}
    shown = [m for m in clause.mentions if not said & set(range(m.start, m.end))]
    ids = set.intersection(*(set(m.shots) for m in shown)) if shown else set()
    plain = all(m.fields <= _SHOWN for m in shown)
    return tuple(ids) if plain and len(ids) == 1 else ()


_SHOWN = frozenset(("garments", "props", "pose", "set", "talent"))
_OF_CAMERA = frozenset(("angle", "lens", "framing", "light", "aspect", "kind", "priority"))
_OF_PICTURES = frozenset(("priority", "kind", "aspect"))
