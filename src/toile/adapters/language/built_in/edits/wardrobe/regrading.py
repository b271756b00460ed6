"""A garment of the board a little longer, shorter, lighter or darker: "une jupe plus longue"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import says_how
from toile.adapters.language.built_in.edits.message.shades import as_said
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.recolouring import (
    narrow,
    which_thing,
    wished_colours,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_LENGTHS = ("mini", "knee-length", "midi", "maxi")
_AGAINST = {
    "longer": ("short", "shorter", "cropped"),
    "shorter": ("long", "longer", "full-length", "floor-length"),
}
_STEPS = ("longer", "shorter", "toned")
_REACH = 4


def read_regraded(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, *, explicit: bool
) -> bool:
    """Change the length of a garment by one step, or ask for the colour it shall have."""
    things = [m for m in items.objects(clause, target) if "garments" in m.fields]
    things = [m for m in things if page.words(m.start, m.end).lower() not in _LENGTHS]
    if page.has(clause.start, clause.end, "lens", "neg") or len(things) != 1:
        return False
    step, length = _step(page, clause, things[0]), _length(page, clause, things[0])
    if not step and not length:
        return False
    entries = items.scoped(things[0], target, explicit=explicit)
    entries = narrow(out, tuple(e for e in entries if e.field == "garments"), explicit)
    if not entries or (step == "toned" and page.has(clause.start, clause.end, "col")):
        return False
    colours = wished_colours(page, clause, things)
    values = dict.fromkeys(e.value for e in entries)
    if len(values) > 1 and not explicit:
        out.asks.append(which_thing(base, entries))
        return True
    if step == "toned":
        out.asks.append(f"Which colour should the {entries[0].value} be?")
        return True
    for value in values:
        own = tuple(e for e in entries if e.value == value)
        cut = _cut_to(value, step, length)
        # "Longer, and in rust": its colour changes with it.
        new = items.recoloured(cut, as_said(page, colours[-1])) if colours else cut
        for command in items.replace_all(own, new):
            out.do(command)
    out.last = tuple(dict.fromkeys(e.shot for e in entries))
    return True


def _step(page: Page, clause: Clause, thing: Mention) -> str:
    """Return which way a word next to a thing changes it; "" where none does."""
    for place in range(clause.start, clause.end):
        for name in _STEPS:
            if _compares(page, place, name) and _is_of(page, place, thing):
                return name
    return ""


def _compares(page: Page, place: int, name: str) -> bool:
    said = page.tokens[place].text.casefold()
    more = page.form(place - 1) in word_set("regrading.more")
    return said in word_set(f"regrading.{name}") or (
        more and said in word_set(f"regrading.{name}.more")
    )


def _is_of(page: Page, place: int, thing: Mention) -> bool:
    """Whether a comparing word stands right before a thing, or behind "the dress could be"."""
    if place < thing.start:
        return all(says_how(page, p) for p in range(place + 1, thing.start))
    between = range(thing.end, place)
    small = word_set("regrading.between")
    return all(
        page.form(p) in small or page.tokens[p].text.isdecimal() for p in between
    ) and not page.has(place + 1, place + 2, "g", "h", "b", "j", "p", "lens")


def _length(page: Page, clause: Clause, thing: Mention) -> str:
    """Return the length behind a thing: "make the dress in 1 a mini"; "" where none is told."""
    for place in range(thing.end, clause.end):
        form = page.form(place)
        if form in _LENGTHS and page.first(place + 1, "g", "col", "m", "adj") is None:
            return form
    return ""


def _cut_to(value: str, step: str, length: str) -> str:
    """Return a garment in another length: one step along, or the length that is named."""
    words = value.split()
    told = next((i for i, word in enumerate(words) if word in _LENGTHS), None)
    if told is not None:
        along = _LENGTHS.index(words[told]) + (1 if step == "longer" else -1)
        words[told] = length or _LENGTHS[min(max(along, 0), len(_LENGTHS) - 1)]
        return " ".join(words)
    kept = [word for word in words if word not in _AGAINST.get(step, ())]
    if length:
        return " ".join([*kept[:-1], length, kept[-1]])
    return " ".join(kept) if kept != words else f"{step} {value}"
