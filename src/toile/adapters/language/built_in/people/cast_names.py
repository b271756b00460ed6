"""People by name: "Model is Ada", "Talent: Priya and Marcus", "one woman, Irene Salvi, 52"."""

from toile.adapters.language.built_in.goods.style_names import is_coloured_name
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.people.people import is_talent
from toile.adapters.language.built_in.people.wearers import wearers
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, function_words

_LONGEST = 3
_QUOTES = frozenset('"“„«')


def cast_names(page: Page) -> list[tuple[str, int]]:
    """Return the people named, each with the token of the first name."""
    found: dict[str, int] = {}
    for segment in page.live():
        spans = [s for s in page.spans(segment.start, segment.end, "people") if is_talent(page, s)]
        for span in spans:
            place = span.end + (page.form(span.end) in word_set("people.called"))
            if span.name == "model" and place < segment.end and _is_name(page, place, span.end):
                found.setdefault(_full(page, place, segment.end), place)
        label = page.labels.get(segment.start)
        if label and label.field == "talent":
            found |= {t: p for t, p in _listed(page, segment, label.start) if t not in found}
        for named in (_apposed(page, segment, spans), wearers(page, segment)):
            found |= {t: p for t, p in named if t not in found and p not in found.values()}
    return list(found.items())


def _full(page: Page, place: int, end: int) -> str:
    """Return a first name with the surname behind it."""
    stop = place + 1
    while stop < min(end, place + _LONGEST) and _is_plain_name(page, stop):
        stop += 1
    return page.words(place, stop)


def _is_name(page: Page, place: int, behind: int) -> bool:
    said = page.languages[0] != "de" or place > behind
    return _is_plain_name(page, place) and said


def _is_plain_name(page: Page, place: int) -> bool:
    token = page.tokens[place]
    named = token.is_name and token.is_word and not token.text.isupper()
    return named and not page.at[place] and token.form not in function_words()


def _apposed(page: Page, segment: Segment, spans: list[Span]) -> list[tuple[str, int]]:
    """Return the full names that make up a clause behind the people: ", Irene Salvi, 52"."""
    if not spans or page.label(segment) not in ("", "talent"):
        return []
    return [
        name
        for start, end in clauses(page, segment)
        if start > spans[0].start and page.tokens[start - 1].text not in _QUOTES
        for name in _all_names(page, start, end)
    ]


def _all_names(page: Page, start: int, end: int) -> list[tuple[str, int]]:
    """Return "Anna Brück" and "Levin Groth" of a clause that holds no more than such names.

    First names stand alone where several do, and one of them is known: "Freya and Idris".
    """
    known = any(page.form(place) in first_names() for place in range(start, end))
    found: list[tuple[str, int]] = []
    place, alone = start, False
    while place < end:
        stop = place
        while stop < end and _is_plain_name(page, stop):
            stop += 1
        alone |= stop - place == 1
        if not 1 <= stop - place <= _LONGEST or (alone and not known):
            return []
        found.append((page.words(place, stop), place))
        if stop < end and page.form(stop) not in word_set("colours.between"):
            return []
        place = stop + 1
    return found if len(found) > 1 or not alone else []


def _listed(page: Page, segment: Segment, start: int) -> list[tuple[str, int]]:
    """Return the names that open the parts of a cast list."""
    if page.has(start, segment.end, "people"):
        return []
    if page.languages[0] == "de":  # All nouns have capitals: an age makes a name of two.
        return [one for one in _aged(page, start, segment.end) if " " in one[0]]
    opens = word_set("colours.between")
    return [
        (_full(page, p, segment.end), p)
        for p in range(start, segment.end)
        if (p == start or page.form(p - 1) in opens)
        and page.tokens[p].is_name
        and page.tokens[p].is_word
        and not page.at[p]
        and not is_coloured_name(page, p)
    ]


def _aged(page: Page, start: int, end: int) -> list[tuple[str, int]]:
    """Return the names that an age stands behind: "Hannes Wiek, 66", "Mira Holm (34)"."""
    found: list[tuple[str, int]] = []
    for place in range(start, end):
        if not _is_plain_name(page, place) or (place > start and _is_plain_name(page, place - 1)):
            continue
        name = _full(page, place, end)
        behind = place + len(name.split())
        age = page.form(behind + 1)
        if page.form(behind) in (",", "(") and age.isdecimal() and _YOUNGEST <= int(age) < _OLDEST:
            found.append((name, place))
    return found


_YOUNGEST, _OLDEST = 1, 100
