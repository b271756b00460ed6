"""Shots and sides that a message speaks of and no command has to do with: "2 too posed"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.judged import judges
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(",;:()–—.!?")


def untold_shots(page: Page, out: Outcome, changed: set[str]) -> list[str]:
    """Return what is said of a shot that opens a clause, and that nothing is done to."""
    known = {str(shot.no): shot.id for shot in out.context.shots.shots}
    told = " ".join((*out.already, *(why for _, why in out.ends)))
    known = {number: one for number, one in known.items() if f"hot {number} " not in told}
    return [
        page.words(place, end)
        for segment in page.live()
        for place, end in _opened(page, segment)
        if known.get(page.tokens[place].text, "") not in {*changed, ""}
        and not _is_fine(page, place, end)
    ]


def _opened(page: Page, segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield the clauses that a number opens and a word follows, each to its next sign."""
    for place in range(segment.start, segment.end - 1):
        if not page.tokens[place].text.isdecimal() or not page.tokens[place + 1].is_word:
            continue
        ahead = place - 1 if page.form(place - 1) in word_set("naming.articles") else place
        opens = ahead <= segment.start or page.tokens[ahead - 1].text in _SIGNS
        opens = opens and not page.form(ahead - 2).isdecimal()  # "4:5 for the site"
        joined = page.form(place + 1) in word_set("naming.and")
        if opens and not joined:
            stop = (p for p in range(place, segment.end) if _ends(page, p))
            yield place, next(stop, segment.end)


def _ends(page: Page, place: int) -> bool:
    """Whether a clause ends: at a sign, or at "and" before the next shot."""
    behind = place + 1 + (page.form(place + 1) in word_set("naming.articles"))
    joins = page.form(place) in word_set("naming.and") and page.form(behind).isdecimal()
    return joins or page.tokens[place].text in _SIGNS


def _is_fine(page: Page, start: int, end: int) -> bool:
    """Whether a shot is praised, stays as it is, or is a figure: "3 more like it"."""
    forms = {page.form(p) for p in range(start, end)}
    kept = any(s.name == "keep" for s in page.spans(start, end, "act"))
    counts = page.first(start + 1, "noun", "g", "h", "b", "j", "p", "unit") is not None
    brief = end - start < _FEW and not judges(page, start + 1)
    return kept or counts or brief or bool(forms & word_set("left_over.fine"))


_FEW = 3


def untold_sides(page: Page, out: Outcome) -> list[str]:
    """Return a "left" or a "right" that no command has taken up."""
    done = " ".join(str(command.model_dump()) for command in out.commands)
    sides = word_set("left_over.sides")
    return [
        page.tokens[p].text
        for segment in page.live()
        for p in range(segment.start, segment.end)
        if page.form(p) in sides and not is_named(page, p) and not _is_taken(page, p, done)
    ]


def _is_taken(page: Page, place: int, done: str) -> bool:
    """Whether a side stands in a command, or belongs to a longer phrase."""
    written = any(side in done for side in ("left", "right"))
    near = range(max(0, place - 3), place + 1)
    longer = any(
        s.start <= place < s.end and s.end - s.start > 1 for p in near for s in page.at[p].values()
    )
    return written or longer or bool(page.at[place])
