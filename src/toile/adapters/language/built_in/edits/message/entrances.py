"""Stretches that say who comes: "Noor in 2, Lotte in 1", "Lotte out, Noor in"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_SHORT = 5


def enters(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a stretch has a person and a shot of its own, or names who comes for who left."""
    comes = comes_for(page, before, piece) or _thing_comes(page, before, piece)
    return _has_own_shot(page, before, piece) or comes


def _thing_comes(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "brioche in" stands behind "croissants out", whatever a brioche may be."""
    acts = page.spans(before.start, before.end, "act")
    gone = bool(acts) and acts[-1].name == "delete"
    gone = gone or page.form(before.end - 1) in word_set("verbs.goes") | word_set("people.off")
    things = any(m.fields & {"garments", "props"} for m in before.mentions)
    comes = page.form(piece.end - 1) in word_set("entrances.thing")
    numbers = any(page.tokens[p].text.isdecimal() for p in range(piece.start, piece.end))
    brief = 1 < piece.end - piece.start <= _SHORT
    return gone and things and comes and brief and not numbers


def _has_own_shot(page: Page, before: Clause, piece: Clause) -> bool:
    return all(is_person(page, one, one.start) and _in_shot(page, one) for one in (before, piece))


def _in_shot(page: Page, piece: Clause) -> bool:
    """Whether no more than a number or a place follows a name: "Noor in 2"."""
    place = piece.start + 1
    led = page.form(place) in word_set("people.in")
    place += led + (page.form(place + led) in word_set("naming.articles"))
    if not led or place >= piece.end:
        return False
    numbered = place + 1 == piece.end and page.tokens[place].text.isdecimal()
    return numbered or _is_a_place(page, piece, place)


def placed_person(page: Page, piece: Clause) -> tuple[str, ...]:
    """Return the shots of the place in "Tom in the kitchen", where no more is said."""
    if not is_person(page, piece, piece.start) or not _in_shot(page, piece):
        return ()
    return next((m.shots for m in piece.mentions if "set" in m.fields), ())


def _is_a_place(page: Page, piece: Clause, start: int) -> bool:
    """Whether no more than a place of the board follows: "Noor in the beach shots"."""
    said = {p for m in piece.mentions if "set" in m.fields for p in range(m.start, m.end)}
    said |= {p for p in range(start, piece.end) if is_named(page, p)}
    return start in said and all(
        p in said or page.span_at(p, "noun") is not None for p in range(start, piece.end)
    )


def comes_for(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "Noor in" stands behind "Lotte out of 2": one comes for the other."""
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    left = any("talent" in m.fields for m in before.mentions)
    stays = entering(page, piece, "people.only") is not None  # "Lotte out, Noor alone".
    return left and "delete" in acts and (stays or entering(page, piece) is not None)


def entering(page: Page, piece: Clause, words: str = "entrances.comes") -> int | None:
    """Return where the name stands of who comes in, where a stretch says no more than that."""
    people = [p for p in range(piece.start, piece.end) if is_person(page, piece, p)]
    said = {page.form(p) for p in range(piece.start, piece.end) if p not in people}
    comes = said <= word_set(words) | word_set("entrances.small")
    comes = comes and not said <= word_set("entrances.small")
    return people[0] if len(people) == 1 and comes else None


def is_person(page: Page, piece: Clause, place: int) -> bool:
    """Whether somebody on the board, or a first name, stands at a token."""
    known = any(m.start == place and m.fields == {"talent"} for m in piece.mentions)
    return known or (page.tokens[place].is_name and page.form(place) in first_names())
