"""What something is not, and what it is: "the parka isn't to be red but yellow" makes it yellow."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.repairs import Unit, units_of
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page

_VALUES = frozenset(("framing", "angle", "light", "lens", "ratio", "priority", "kind", "col"))
_INSTEAD = ("instead of", "à la place de", "al posto di", "en lugar de", "statt", "istället för")


def not_but(page: Page, board: BoardWords) -> str | None:
    """Return the text with what is wanted alone, or ``None`` where nothing is set against it."""
    ranked = _ranked(page)
    if ranked:
        return ranked
    turns = [p for p in range(3, len(page.tokens) - 1) if page.form(p) in word_set("not_but.but")]
    if not turns:
        return None
    known = [*units_of(page, board)]
    for turn in turns:
        old = next((u for u in known if u.end == _before(page, turn)), None)
        new = next((u for u in known if u.start == _led(page, turn)), None)
        begin = old and _denied_from(page, old.start)
        if old is None or not begin:
            continue
        named = old.kind != "light" or _is_shot_named(known, begin)
        if new and named and old.kind == new.kind and old.kind in _VALUES:
            return _joined(page, begin, page.tokens[new.start].start)
        if old.kind == "item" and _is_thing(new) and _is_shot_named(known, begin):
            return _exchanged(page, begin, old, turn)
    return None


def _ranked(page: Page) -> str | None:
    """Return "must" for "must instead of could": a shot has but one rank."""
    for old in page.spans(0, len(page.tokens), "priority"):
        ahead = page.spans(max(0, old.start - _NEAR), old.start, "act")
        mark = next((s for s in ahead if s.name == "replace"), None)
        between = range(mark.end, old.start) if mark else range(0)
        plain = mark and all(page.form(p) in _small() | {"of"} for p in between)
        rank = (s for s in page.spans(0, mark.start, "priority")) if mark and plain else ()
        if mark and any(s.end == mark.start for s in rank):
            return (
                page.text[: page.tokens[mark.start - 1].end]
                + (page.text[page.tokens[old.end - 1].end :])
            )
    return None


_NEAR = 4


def _before(page: Page, turn: int) -> int:
    return turn - 1 if page.tokens[turn - 1].text == "," else turn


def _led(page: Page, turn: int) -> int:
    """Return where the thing behind "but" begins, past its article and "rather"."""
    place = turn + 1
    while page.form(place) in _small():
        place += 1
    return place


def _denied_from(page: Page, place: int) -> int | None:
    """Return where "is not to be a" begins in front of what is denied, or ``None``."""
    while place > 0 and page.form(place - 1) in _small():
        place -= 1
    denied = word_set("naming.not") | word_set("not_but.not")
    if place < 1 or page.form(place - 1) not in denied:
        return None
    place -= 1
    while place > 0 and page.form(place - 1) in word_set("not_but.ahead"):
        place -= 1
    return place


def _small() -> frozenset[str]:
    return word_set("not_but.is") | word_set("targets.articles") | word_set("giving.indefinite")


def _is_thing(new: Unit | None) -> bool:
    return new is None or new.kind == "item"


def _is_shot_named(known: list[Unit], begin: int) -> bool:
    """Whether a shot is told before the denial, so that no thing there names it."""
    return any(u.kind == "number" and u.end <= begin for u in known)


def _joined(page: Page, begin: int, start: int) -> str:
    return page.text[: page.tokens[begin - 1].end] + " " + page.text[start:]


def _exchanged(page: Page, begin: int, old: Unit, turn: int) -> str | None:
    """Put "a book instead of the newspaper" for "not a newspaper but a book"."""
    end = turn + 1
    while end < len(page.tokens) and (page.tokens[end].is_word or page.tokens[end].text == "-"):
        end += 1
    instead = _INSTEAD[LANGUAGES.index(page.languages[0])]
    told = f"{page.words(turn + 1, end)} {instead} {page.words(old.start, old.end)}"
    return (
        f"{page.text[: page.tokens[begin - 1].end]} {told}{page.text[page.tokens[end - 1].end :]}"
    )
