"""Shots named at the opening of a stretch without more: "vestry portrait by candlelight"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens, shot_numbers
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.atoms import Atom, Ids
from toile.adapters.language.built_in.edits.shots.phrase_sides import owns
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.adapters.language.built_in.text.ratios import find_ratios

_VALUES = ("rel", "framing", "light", "angle", "lens", "priority", "aspect", "aperture", "mod")


def opening(
    page: Talk, segment: Segment, atoms: list[Atom], place: int, everything: Ids
) -> tuple[int, int, Ids] | None:
    """Return the tokens and the shots of places, or of a framing told by what it shows."""
    if place != segment.start and page.form(place - 1) not in word_set("naming.opens"):
        return None
    start = _lead(page, place, segment.end)
    end, ids, kinds = _told(atoms, start, everything)
    told = "set" in kinds or ("framing" in kinds and len(kinds) > 1)
    told = told or (kinds == {"framing"} and len(ids) == 1 and _is_ruled(page, end))
    last, listed = _listed(page, segment, atoms, end, everything) if "set" in kinds else (end, ids)
    goes = ("framing" in kinds or last > end) and is_ordered(page, last)
    if (
        not told
        or _has_numbers(page, segment, place)
        or not (goes or _ends_there(page, segment, last))
    ):
        return None
    return start, last, ids | listed


def _told(atoms: list[Atom], start: int, everything: Ids) -> tuple[int, Ids, set[str]]:
    """Return where the words for one shot end, its shots, and the kinds of those words."""
    end, ids, kinds = start, everything, set[str]()
    while found := _longest(atoms, end, ids):
        end, ids = found.end, ids & found.shots
        kinds.add(found.kind)
    return end, ids, kinds


def _listed(
    page: Talk, segment: Segment, atoms: list[Atom], end: int, everything: Ids
) -> tuple[int, Ids]:
    """Return the end and the shots of the places that stand in one list: "roof and kitchen"."""
    listed: Ids = frozenset()
    while page.form(end) in word_set("naming.and") or page.form(end) == ",":
        last, ids, kinds = _told(atoms, _lead(page, end + 1, segment.end), everything)
        if "set" not in kinds:
            break
        end, listed = last, listed | ids
    return end, listed


def somebody(
    page: Talk, segment: Segment, atoms: list[Atom], place: int
) -> tuple[int, int, Ids] | None:
    """Return the shots of a person told by what she wears or where: "Mateo in the shorts"."""
    who = next((a for a in atoms if a.start == place and a.kind == "talent"), None)
    if who is None or page.form(who.end) not in word_set("opening.somebody"):
        return None
    start = who.end + 1
    while start < segment.end and page.form(start) in word_set("naming.articles"):
        start += 1
    told = _longest([a for a in atoms if a.kind in _TOLD_BY], start, who.shots)
    if told is None or page.form(place - 1) not in word_set("opening.lead") | {""}:
        return None
    return place, told.end, who.shots & told.shots


_TOLD_BY = ("garments", "props", "set", "pose")


def _longest(atoms: list[Atom], place: int, ids: Ids) -> Atom | None:
    here = (a for a in atoms if a.start == place and a.shots & ids)
    return max(here, key=lambda a: a.end, default=None)


def _lead(page: Talk, place: int, end: int) -> int:
    """Return where the phrase begins behind "ok so", "for the", "on the"."""
    small = word_set("asked.fillers") | word_set("opening.lead")
    while place < end and page.form(place) in small:
        place += 1
    return place


def _ends_there(page: Talk, segment: Segment, end: int) -> bool:
    """Whether what follows says what becomes of the shot."""
    if end >= segment.end or page.span_at(end, "noun") is not None:
        return False
    if page.form(end) in word_set("opening.becomes") or page.tokens[end].text in ":→":
        return True
    return page.first(end, *_VALUES) is not None or bool(
        find_ratios(page, end, min(end + 3, segment.end))
    )


def _is_ruled(page: Talk, end: int) -> bool:
    """Whether "packshot" is followed by how much it matters, or by its going."""
    act = page.span_at(end, "act")
    gone = act is not None and act.name == "delete"
    return gone or page.span_at(end, "priority") is not None


def is_ordered(page: Talk, end: int) -> bool:
    """Whether "trainers detail" is followed by what becomes of the shot: "can go", "goes last"."""
    act, seat = page.span_at(end, "act"), page.span_at(end, "pos")
    return seat is not None or (act is not None and act.name in ("delete", "move", "keep"))


def _has_numbers(page: Talk, segment: Segment, place: int) -> bool:
    """Whether the stretch around a place names its shots by number."""
    signs = [p for p in range(segment.start, segment.end) if page.tokens[p].text in ",;"]
    start = max((p + 1 for p in signs if p < place), default=segment.start)
    end = next((p for p in signs if p > place), segment.end)
    whole = Clause(start, end, ratios=find_ratios(page, start, end))
    numbers, places = shot_numbers(page, whole, 20, set())
    return bool(numbers) and any(page.tokens[p].text.isdecimal() for p in places)


def whose(
    page: Talk, segment: Segment, atoms: list[Atom], place: int
) -> tuple[int, int, Ids] | None:
    """Return the shots of a person whose "Leo's on the 35" are meant, with no noun behind."""
    who = next((a for a in atoms if a.start == place and a.kind == "talent"), None)
    if who is None or not owns(page, who.end - 1) or who.end >= segment.end:
        return None
    opens = place == segment.start or page.form(place - 1) in word_set("naming.opens")
    value = who.end + 1 + (page.form(who.end + 1) in word_set("naming.articles"))
    glass = value < segment.end and page.tokens[value].text.isdecimal()
    focal = lens(page, Clause(value - 1, min(value + 2, segment.end)), _MOST) if glass else None
    told = focal is not None or page.first(value, "light", "framing", "angle", "aspect") is not None
    shaped = any(r.start == value for r in find_ratios(page, value, min(value + 3, segment.end)))
    if not opens or page.form(who.end) not in word_set("naming.in") or not (told or shaped):
        return None  # "Anton's out", "Leo's in 3" say where somebody is.
    return place, who.end, who.shots


_MOST = 12
