"""What a question about the board is answered with: numbers, facts, names, a yes or a no."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import ITEMS
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.shots import ShotList

_VALUES = ("framing", "angle", "lens", "light", "set", "pose", "aspect", "priority", "kind")


def numbers_of(shots: ShotList, found: tuple[str, ...], *, counted: bool) -> str:
    """Say which shots were looked for, and how many where that was asked."""
    if not found:
        return "None."
    numbers = ", ".join(str(shots.shot(i).no) for i in found)
    named = f"{'shot' if len(found) == 1 else 'shots'} {numbers}"
    return f"{len(found)} ({named})." if counted else f"{named.capitalize()}."


def yes_or_no(page: Page, clause: Clause, shots: ShotList, one: str, found: tuple[str, ...]) -> str:
    """Return a yes or a no with what the shot has instead; "black?" is left to the reader."""
    said = [s.kind for s in page.spans(clause.start, clause.end, *_VALUES)]
    things = [field for m in clause.mentions for field in m.fields if field in ITEMS]
    facts = facts_of(shots, one, list(dict.fromkeys([*said, *things])))
    open_ = any(page.form(p) in word_set("asked.or") for p in range(clause.start, clause.end))
    if open_ or page.has(clause.start, clause.end, "col", "m", "adj", "rel", "neg"):
        return facts
    if _says_more(
        page, clause
    ):  # "Is the coat open?" asks how it is worn, not whether it is there.
        return facts
    near = {entry.shot for mention in clause.mentions for entry in mention.near}
    return "Yes." if one in found or one in near else f"No. {facts}"


def _says_more(page: Page, clause: Clause) -> bool:
    """Whether a question has a word that neither the board nor the list of small words knows."""
    known = {p for m in clause.mentions for p in range(m.start, m.end)}
    said = page.spans(clause.start, clause.end, *_VALUES, "noun", "q", "f", "ref", "ord", "n")
    known |= {p for span in said for p in range(span.start, span.end)}
    small = function_words() | word_set("asked.is_it") | word_set("answers.small")
    return any(
        page.tokens[p].is_word and not page.tokens[p].text.isdecimal() and page.form(p) not in small
        for p in range(clause.start, clause.end)
        if p not in known
    )


def asked_fields(page: Page) -> list[str]:
    """Return the fields that a question names; "in black and white?" asks for the grade."""
    graded = page.has(0, len(page.tokens), "grade", "texture")
    return ["grade"] if graded else [s.name for s in page.spans(0, len(page.tokens), "f")]


def facts_of(shots: ShotList, one: str, fields: list[str]) -> str:
    """Say what a shot has in some fields, or in those that make its picture."""
    shot = shots.shot(one)
    wanted = fields or ["framing", "angle", "lens", "light", "set", "aspect"]
    told = ", ".join(f"{f}: {_said(getattr(shot, f))}" for f in wanted if getattr(shot, f))
    none = f"no {', '.join(wanted)} yet"
    return f"Shot {shot.no}: {told or none}. Nothing is changed."


def people_of(shots: ShotList, found: tuple[str, ...]) -> str:
    """Say who is in some shots: "Noor, in shots 1 and 3"."""
    told = []
    for name in dict.fromkeys(name for one in found for name in shots.shot(one).talent):
        numbers = [str(shots.shot(i).no) for i in found if name in shots.shot(i).talent]
        told.append(f"{name}, in shot{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}")
    return f"{'; '.join(told) or 'Nobody'}."


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
