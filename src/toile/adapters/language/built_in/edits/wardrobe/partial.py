"""A thing that changes in part: "lipstick 04 became 07", "sheer black becomes opaque black"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import ReplaceItem

_THINGS = ("g", "h", "b", "j", "p")


def read_partial(
    page: Page, clause: Clause, out: Outcome, target: Target, mention: Mention, explicit: bool
) -> bool:
    """Put new words in the place of those said of a thing; the rest of its name stays."""
    mark = mention.end
    while mark < clause.end and page.form(mark) in word_set("partial.is"):
        mark += 1
    if page.form(mark) not in word_set("partial.becomes"):
        return False
    start, end = _new_words(page, clause, mark + 1, target)
    if end <= start or page.has(start, end, *_THINGS) or page.first(start, "col"):
        return False
    new = page.words(start, end).lower()
    entries = items.scoped(mention, target, explicit=explicit)
    wanted: dict[tuple[str, str, str], list[str]] = {}
    for entry in entries:
        cloth = page.first(start, "m")
        whole = cloth is not None and cloth.end >= end
        value = _changed(page, mention, entry.value, new)
        value = value or (items.reclothed(entry.value, new) if whole else "")
        if value and value != entry.value:
            wanted.setdefault((entry.field, entry.value, value), []).append(entry.shot)
    for (field, old, value), shots in wanted.items():
        out.do(ReplaceItem(shots=tuple(shots), field=field, old=old, new=value))
        out.last = tuple(shots)
    return bool(wanted)


def _new_words(page: Page, clause: Clause, start: int, target: Target) -> tuple[int, int]:
    end = start
    while (
        end < clause.end
        and end not in target.places
        and (page.tokens[end].text[:1].isalnum())
        and not page.first(end, "ref", "neg")
        and page.form(end) not in word_set("items.stops")
    ):
        end += 1
    return start, end


def _changed(page: Page, mention: Mention, value: str, new: str) -> str:
    """Return the value with a figure, or with the words said of it, exchanged."""
    words = value.split()
    if new.isdecimal():
        figures = [w for w in words if w.isdecimal()]
        return value.replace(figures[-1], new) if figures else ""
    said = {stem(page.form(p)) for p in range(mention.start, mention.end)}
    places = [i for i, word in enumerate(words) if stem(word) in said]
    head = len(words) - 1
    if not places or head in places or places != list(range(places[0], places[-1] + 1)):
        return ""
    return " ".join([*words[: places[0]], new, *words[places[-1] + 1 :]])
