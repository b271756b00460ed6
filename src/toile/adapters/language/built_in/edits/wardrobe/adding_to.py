"""A new thing told by what or whom it goes with: "a black belt on the jeans", "a hat for Kofi"."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import says_how
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.told_behind import told_behind
from toile.adapters.language.built_in.edits.wardrobe.wearing import wear
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english
from toile.domain.shots import ShotList

_WORN = ("g", "h", "b", "j")
_SAID_OF = ("col", "m", "adj", "n")
_TOLD = ("number", "ordinal", "description", "both", "all")


@dataclass(frozen=True, slots=True)
class _New:
    """The new thing, tokens ``start`` to ``end``, in English."""

    text: str
    start: int
    end: int


def read_added_to(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Put a new thing on what or whom it is said to go with; ask where that is in several shots."""
    if set(acts) - {"add", "set", "move"} or page.has(clause.start, clause.end, "rel", "neg"):
        return False
    new = _new(page, clause)
    if new is None:
        return False
    holder = _holder(page, clause, new)
    shots = _shots(page, clause, base, target, holder) if holder else ()
    if not shots or _is_board_thing(clause, new, shots):
        return False
    if len(shots) > 1 and target.how not in _TOLD and not _are_several(holder):
        out.asks.append(f"In which shot: {', '.join(str(base.shot(i).no) for i in shots)}?")
        return True
    if holder[0].fields != {"talent"}:  # "Leggings under the skirt" are worn with it.
        field = items.field_for(base, new.text, page, new.start, new.end)
        out.do(items.add(shots, field, new.text))
    for shot in shots if holder[0].fields == {"talent"} else ():
        wear(out, out.shots.shot(shot), new.text, page, (new.text, new.start, new.end))
    out.last = shots
    return True


def _new(page: Page, clause: Clause) -> _New | None:
    """Return the thing in front of "on", "over", "for" with what is said of it."""
    for on in range(clause.start + 1, clause.end - 1):
        if page.form(on) not in word_set("adding_to.on") | word_set("adding_to.for"):
            continue
        start = _first_of(page, clause, on)
        if start is None:
            return None
        text = page.words(start, on) if page.languages[0] == "en" else in_english(page, start, on)
        said = told_behind(page, start, on, clause.end, text.lower())
        return _New(_single(page, start, on, said), start, on)
    return None


def _first_of(page: Page, clause: Clause, end: int) -> int | None:
    """Return where a thing that ends at a place begins, ``None`` where there is none."""
    heads = (s for s in page.spans(clause.start, end, *_WORN) if s.end <= end)
    head = next(heads, None)
    if head is None or not all(_is_said_of(page, p) for p in range(head.end, end)):
        return None
    start = head.start
    while start > clause.start and _is_of_thing(page, start - 1) and not _is_one(page, start):
        start -= 1
    while start > clause.start and page.tokens[start - 1].is_name and not page.at[start - 1]:
        start -= 1  # "Oxford shirt".
    led = start == clause.start or not page.tokens[start - 1].is_word
    led = led or page.form(start - 1) in word_set("giving.a") | word_set("adding_to.led")
    return start if led else None


def _is_of_thing(page: Page, place: int) -> bool:
    return says_how(page, place) or page.span_at(place, "n") is not None


def _is_one(page: Page, start: int) -> bool:
    return page.form(start - 1) in word_set("giving.a")


def _is_said_of(page: Page, place: int) -> bool:
    return page.first(place, *_SAID_OF) is not None or page.form(place) in word_set("adding_to.de")


def _single(page: Page, start: int, end: int, text: str) -> str:
    """Return "straw hats", one each, as a straw hat."""
    head = page.spans(start, end, *_WORN)[-1]
    *rest, last = text.split()
    one = head.name.split()[-1]
    many = last.endswith("s") and not one.endswith("s") and stem(last) == stem(one)
    return " ".join([*rest, one]) if many else text


def _holder(page: Page, clause: Clause, new: _New) -> list[Mention]:
    """Return the thing or the people behind "on the", "for": with what or whom the new one goes."""
    place = new.end + 1
    while page.form(place) in word_set("naming.articles") | word_set("adding_to.whose"):
        place += 1
    first = next((m for m in clause.mentions if m.start == place), None)
    if first is None or not first.fields <= {"garments", "props", "talent"}:
        return []
    if first.fields != {"talent"}:
        own = {s for value in first.values for s in stems(value)}
        on = page.form(new.end) in word_set("adding_to.on")
        same = stem(page.form(new.end - 1)) in own
        return [first] if on and not same else []
    return [m for m in clause.mentions if m.fields == {"talent"} and m.start >= place]


def _shots(
    page: Page, clause: Clause, base: ShotList, target: Target, holder: list[Mention]
) -> tuple[str, ...]:
    """Return the shots in which the holder is: those named, else those of the place told."""
    ids = {i for m in holder for i in m.shots}
    if len({v for m in holder for v in m.values}) > len(holder):
        return ()
    named = {i for one in named_in(page, clause.start, clause.end) for i in one.shots}
    told = set(target.shots) if target.how in ("number", "ordinal", "both", "all") else named
    where = [set(m.of("set").shots) for m in clause.mentions if "set" in m.fields]
    for within in [told, *where]:
        ids = ids & within if within else ids
    return tuple(shot.id for shot in base.shots if shot.id in ids)


def _are_several(holder: list[Mention]) -> bool:
    """Whether somebody gets the thing wherever they are, or two in the one shot of their own."""
    one = len(holder) == 1 and holder[0].fields == {"talent"}
    return one or (len(holder) > 1 and all(len(m.shots) == 1 for m in holder))


def _is_board_thing(clause: Clause, new: _New, shots: tuple[str, ...]) -> bool:
    """Whether the thing in front is in the shots: what is said of it is another wish."""
    named = [m for m in clause.mentions if m.start < new.end and m.end > new.start]
    return any(set(m.shots) & set(shots) or len(m.values) > 1 for m in named)
