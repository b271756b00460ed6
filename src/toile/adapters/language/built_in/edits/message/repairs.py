"""Corrections in passing: "a 35, no, a 50" is read as if only the second had been said.

What is taken back, the word that says so, and what takes its place must name the same kind of
thing. Knows words and board values, nothing of shots or commands.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import LENSES
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import find_ratios

_VALUES = ("framing", "angle", "light", "lens", "priority", "kind", "col", "pose", "rel")


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``start`` to ``end`` that say one value of one kind."""

    start: int
    end: int
    kind: str


def repaired(page: Page, board: BoardWords) -> str | None:
    """Return the text without what it takes back, or ``None`` where it takes nothing back."""
    denied = _not_that_one(page, [u for u in units_of(page, board) if u.kind == "number"])
    if denied is not None:
        return denied
    fixes = [s for s in page.spans(0, len(page.tokens), "fix") if s.name == "actually"]
    if not fixes:
        return None
    whole = [*units_of(page, board)]
    plain = [unit for unit in whole if unit.kind != "rel"]
    for units in (dressed(plain), plain, whole):
        meant = _repaired(page, fixes, units)
        if meant is not None:
            return meant
    return None


def dressed(units: list[Unit]) -> list[Unit]:
    """Return the units with a colour and the thing it is said of as one: "grey trousers"."""
    found: list[Unit] = []
    for unit in units:
        colour = found[-1] if found and found[-1].kind == "col" else None
        if colour and unit.kind == "item" and colour.end == unit.start:
            found[-1] = Unit(colour.start, unit.end, "item")
        else:
            found.append(unit)
    return found


def _repaired(page: Page, fixes: list[Span], units: list[Unit]) -> str | None:
    for fix in reversed(fixes):
        if not corrects(page, fix.start, fix.end):
            continue
        new = next((u for u in units if u.start >= fix.end), None)
        if new is None or not _is_near(page, fix.end, new.start):
            continue
        old = next((u for u in reversed(units) if u.end <= fix.start), None)
        same = old is not None and old.kind == new.kind
        if old and same and _is_wish(page, old, fix):
            continue
        if old and same and _is_near(page, old.end, fix.start):
            if _is_denied(page, old.start):  # "Without flash, rather window light" wants that.
                return _without(page, fix.start, new.start)
            return _without(page, old.start, new.start)
        pairs = _anew(page, units, fix.start, new)
        if pairs:
            return _exchanged(page, pairs, fix.start)
    return None


def _is_wish(page: Page, old: Unit, fix: Span) -> bool:
    """Whether "the neon ones rather in candlelight" names shots and says what they become."""
    if fix.end - fix.start > 1 or page.form(fix.start) not in word_set("repairs.rather"):
        return False
    if not page.tokens[fix.start - 1].is_word:
        return False
    scope = page.spans(max(0, old.start - _SCOPE), old.start, "ref")
    many = any(s.name in ("all", "both", "those") for s in scope)
    return many or page.has(old.end, fix.start, "noun")


_SCOPE = 5


def _is_denied(page: Page, place: int) -> bool:
    """Whether "no", "without the" stands in front of words."""
    while page.form(place - 1) in word_set("targets.articles"):
        place -= 1
    denied = word_set("naming.without") | word_set("naming.not")
    return place > 0 and page.form(place - 1) in denied


def _not_that_one(page: Page, numbers: list[Unit]) -> str | None:
    """Read "not 1, 4 upright" as "4 upright", and "... in 2. Wait, not 2, 3" as said of 3."""
    for wrong, right in itertools.pairwise(numbers):
        begin = _denied_from(page, wrong.start)
        if begin is None or page.words(wrong.start, wrong.end) == page.words(
            right.start, right.end
        ):
            continue
        said = page.words(wrong.start, wrong.end)
        named = [u for u in numbers if u.end <= begin and page.words(u.start, u.end) == said]
        if named and _ends_there(page, right.end):
            return _exchanged(page, [(named[-1], right)], begin)
        opens = all(_is_small(page, p) for p in range(begin))
        if opens and not named and _is_near(page, wrong.end, right.start):
            return page.text[page.tokens[right.start].start :]
    return None


def _denied_from(page: Page, place: int) -> int | None:
    """Return where "wait, not the" begins in front of a number, or ``None``."""
    begin = place
    while begin > 0 and page.form(begin - 1) in word_set("targets.articles"):
        begin -= 1
    if begin == 0 or page.form(begin - 1) not in word_set("naming.not"):
        return None
    begin -= 1
    while begin > 0 and (page.span_at(begin - 1, "fix") or page.form(begin - 1) in (",", ".", "…")):
        begin -= 1
    return begin


def _anew(page: Page, units: list[Unit], fix: int, new: Unit) -> list[tuple[Unit, Unit]]:
    """Return what was said before a correction with what is said anew of the same kinds.

    "Make 6 a 50, sorry, I mean shot 7 on the 50": all that follows was said before.
    """
    for end in _ends_of(page, new.end):
        pairs = _pairs(page, units, fix, new, end)
        if pairs:
            return pairs
    return []


def _ends_of(page: Page, place: int) -> Iterator[int]:
    """Yield where what is said anew may end: with the sentence, or where the next order begins."""
    sentence = next(
        (p for p in range(place, len(page.tokens)) if _ends_there(page, p)), len(page.tokens)
    )
    yield sentence
    yield from (p for p in range(place, sentence) if _opens_order(page, p))


def _opens_order(page: Page, place: int) -> bool:
    """Whether a comma is followed by the next order: "and ...", "la 4 ...", "lose ..."."""
    after = place + 1
    if page.tokens[place].text != "," or after >= len(page.tokens):
        return False
    if page.form(after) in word_set("naming.and") or page.span_at(after, "act") is not None:
        return True
    while page.form(after) in word_set("naming.articles"):
        after += 1
    return after < len(page.tokens) and page.tokens[after].text.isdecimal()


def _pairs(page: Page, units: list[Unit], fix: int, new: Unit, end: int) -> list[tuple[Unit, Unit]]:
    told = [u for u in units if u.start >= new.start and u.end <= end]
    if new.kind != "number" and any(u.kind == "rel" for u in told):
        return []  # "Too romantic. I'd rather headlamps, cold" takes nothing back.
    pairs: list[tuple[Unit, Unit]] = []
    for unit in told:
        earlier = [u for u in units if u.end <= fix and u.kind == unit.kind]
        if not earlier or unit.kind == "item":
            return []
        pairs.append((earlier[-1], unit))
    last = told[-1].end if told else new.end
    bare = all(_is_small(page, p) for p in range(last, end))
    return pairs if bare and len({old.start for old, _ in pairs}) == len(pairs) else []


def corrects(page: Page, start: int, end: int) -> bool:
    """Whether words take something back: behind a bare "no" comes a pause or a number."""
    if page.form(start) == "as" and any(
        page.form(p) in word_set("as_in.same") for p in range(max(0, start - 6), start)
    ):
        return False  # "Same trousers in 2 as in 1."
    if end - start > 1 or page.form(start) not in word_set("repairs.bare"):
        return True
    after = page.tokens[end].text if end < len(page.tokens) else ""
    before = page.tokens[start - 1].text if start else ""
    return not after[:1].isalpha() or before in ("…", "-", "–", "—")


def units_of(page: Page, board: BoardWords) -> Iterator[Unit]:
    ratios = {r.start: r for r in find_ratios(page, 0, len(page.tokens))}
    mentions = {m.start: m for m in board.mentions(page, 0, len(page.tokens))}
    place = 0
    while place < len(page.tokens):
        unit = _unit_at(page, place, ratios, mentions)
        if unit:
            yield unit
        place = unit.end if unit else place + 1


def _unit_at(page: Page, place: int, ratios, mentions) -> Unit | None:  # type: ignore[no-untyped-def]
    if place in ratios:
        return Unit(place, ratios[place].end, "ratio")
    if page.tokens[place].text.isdecimal():
        long = int(page.tokens[place].text) in LENSES and int(page.tokens[place].text) >= 20
        return Unit(place, place + 1, "lens" if long else "number")
    value = page.first(place, *_VALUES)
    if place in mentions:
        mention = mentions[place]
        things = mention.fields & {"garments", "props"}
        kind = "talent" if "talent" in mention.fields else "item" if things else ""
        if kind or value is None or mention.end > value.end:
            return Unit(place, mention.end, kind or sorted(mention.fields)[0])
    if value:
        return Unit(place, value.end, value.kind)
    place_or_thing = page.first(place, "s", "g", "h", "b", "j", "p")
    if place_or_thing:
        return Unit(place, place_or_thing.end, "set" if place_or_thing.kind == "s" else "item")
    last = page.span_at(place, "ref")
    if last is not None and last.name == "last":
        many = page.span_at(last.end, "n")
        return Unit(place, many.end if many else last.end, "number")
    number = page.first(place, "n", "ord")
    if number and page.form(place) not in function_words():
        return Unit(place, number.end, "number")
    return None


def _is_near(page: Page, start: int, end: int) -> bool:
    """Whether only small words, sighs and signs stand between two places."""
    between = range(start, end)
    return len(between) <= 5 and all(
        _is_small(page, p) for p in between if not page.tokens[p].text.isdecimal()
    )


def _is_small(page: Page, place: int) -> bool:
    fixed = (page.span_at(p, "fix") for p in range(max(0, place - 2), place + 1))
    return (
        not page.tokens[place].is_word
        or page.form(place) in word_set("repairs.between")
        or page.form(place) in word_set("targets.articles")
        or page.span_at(place, "noun") is not None
        or any(fix is not None and fix.end > place for fix in fixed)
    )


def _ends_there(page: Page, place: int) -> bool:
    return place >= len(page.tokens) or page.tokens[place].text in ".!;:\n"


def _without(page: Page, start: int, end: int) -> str:
    """Cut tokens ``start`` to ``end`` out of the text."""
    return page.text[: page.tokens[start].start] + page.text[page.tokens[end].start :]


def _exchanged(page: Page, pairs: list[tuple[Unit, Unit]], fix: int) -> str:
    """Put the new words in the places of the old ones and drop what stood behind."""
    text, done = "", 0
    for old, new in sorted(pairs, key=lambda pair: pair[0].start):
        text += page.text[done : page.tokens[old.start].start] + page.words(new.start, new.end)
        done = page.tokens[old.end - 1].end
    last = max(new.end for _, new in pairs)
    while last < len(page.tokens) and page.span_at(last, "noun") and not _ends_there(page, last):
        last += 1
    middle = page.text[done : page.tokens[fix].start].rstrip(" ,.…-–—;")
    return text + middle + page.text[page.tokens[last - 1].end :]


def opens_fix(page: Page, clause: Clause) -> bool:
    """Whether "no wait", "anzi" or "sorry" opens a clause or stands alone right before it."""
    place = clause.start
    while place > 0 and (page.span_at(place - 1, "fix") or _is_sign(page, place - 1)):
        place -= 1
    spans = page.spans(max(0, place - 1), min(clause.end, clause.start + 3), "fix")
    return any(
        s.name == "actually"
        and corrects(page, s.start, s.end)
        and (s.start in (0, clause.start) or _is_sign(page, s.start - 1))
        and (s.start == clause.start or s.end < clause.end)
        for s in spans
    )


def _is_sign(page: Page, place: int) -> bool:
    return place >= 0 and not page.tokens[place].text[:1].isalnum()
