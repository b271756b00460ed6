"""Goods in a row behind a label: "Articles: Pendler 36 (cream), Pendler 40 (green), a strap".

Behind such a label every part is a good, known to a list or not, and its bracket tells of it.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import everyday_words, in_english, trim

_FEWEST, _LONGEST = 2, 6
_ELSEWHERE = ("media", "chan", "month", "group", "neg", "weekday", "feast", "twin",
              "aspect", "role", "must", "nobody")  # fmt: skip
_CUTS = frozenset(",;+/&")


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing of a row: its words, and what stands in brackets behind it."""

    start: int
    end: int
    stop: int


def labelled_list(page: Page, segment: Segment) -> list[Found]:
    """Return the goods of a row behind a label; none where the words are no plain row."""
    label = page.labels.get(segment.start)
    if label is None or label.field != "products" or not _has_sign(page, segment, label.start):
        return []
    parts = _parts(page, label.start, segment.end)
    if len(parts) < _FEWEST or not all(_is_thing(page, part) for part in parts):
        return []
    unknown = [part for part in parts if not page.has(part.start, part.end, *KINDS)]
    told = sum(part.stop > part.end for part in parts) >= _FEWEST
    names = len(unknown) == len(parts) and all(one.end - one.start == 1 for one in parts)
    if names or not (unknown or told) or not _is_sure(page, parts):
        return []
    sold = _sold(page, segment) if len(unknown) == len(parts) else None
    return [_found(page, part, sold) for part in parts]


def _sold(page: Page, segment: Segment) -> Span | None:
    """Return what a house sells whose row holds but names: "Zapatillas Brinco ... Rayo y Nube"."""
    spans = page.spans(0, segment.start, *KINDS)
    return spans[0] if len({span.name for span in spans}) == 1 else None


def _has_sign(page: Page, segment: Segment, start: int) -> bool:
    return any(page.form(p) in (":", "=") for p in range(segment.start, start))


def _parts(page: Page, start: int, end: int) -> list[_Part]:
    """Return the parts between commas and "and" that stand outside of brackets."""
    found: list[_Part] = []
    begin, opened, depth = start, None, 0
    for place in range(start, end + 1):
        form = page.form(place) if place < end else ","
        depth += (form == "(") - (form == ")")
        if form == "(" and opened is None:
            opened = place
        if depth or not (form in _CUTS or form in word_set("asks.joins")):
            continue
        left, right = trim(page, begin, place if opened is None else opened)
        if left < right:
            found.append(_Part(left, right, place if opened is not None else right))
        begin, opened = place + 1, None
    return found


def _is_thing(page: Page, part: _Part) -> bool:
    """Whether a part is a thing with its own words: short, plain and of nothing else."""
    blocked = _ELSEWHERE if part.stop > part.end else (*_ELSEWHERE, "people")
    if part.end - part.start > _LONGEST or page.has(part.start, part.end, *blocked):
        return False
    tokens = [page.tokens[p] for p in range(part.start, part.end)]
    plain = all(t.is_word or t.text.isdecimal() or t.text in "-'\"“”„«»" for t in tokens)
    last = tokens[-1]
    counted = tokens[0].text[:1].isdecimal()
    return plain and not counted and (last.form not in everyday_words() or last.is_name)


def _is_sure(page: Page, parts: list[_Part]) -> bool:
    """Whether the row holds a good that is known, a name of its own, or coloured brackets."""
    goods = any(page.has(part.start, part.end, *KINDS) for part in parts)
    coloured = any(page.has(part.start, part.stop, "col", "m") for part in parts)
    named = any(page.tokens[part.start].is_name for part in parts)
    alone = [page.span_at(part.start, "col") for part in parts]
    hues = any(span and span.end == part.end for span, part in zip(alone, parts, strict=True))
    return (goods or (coloured and named)) and not hues


def _found(page: Page, part: _Part, sold: Span | None) -> Found:
    start = _behind_colour(page, part)
    noun = next(reversed(page.spans(start, part.end, *KINDS)), None)
    end = _before_colour(page, noun.end if noun else start + 1, part.end)
    english = page.languages[0] == "en"
    said = page.words(start, end) if english else _named(page, start, end, noun)
    if sold and all(
        page.tokens[p].is_name or not page.tokens[p].is_word for p in range(start, end)
    ):
        said = f"{page.words(start, end)} {sold.name}"
    found = Found(part.start, part.stop, said.split()[-1] if said else "", [], said=said)
    found.noun = said if not english else found.noun
    found.listed = True
    for span in page.spans(part.start, start, "col"):
        take(page, found, span)
    for span in page.spans(end, part.stop, "col", "m"):
        if not (span.kind == "col" and found.colours and _tells_of_parts(page, part)):
            take(page, found, span)
    if not found.colours and not found.material and part.stop > part.end:
        found.colours = _plain_colour(page, part)
    return found


def _behind_colour(page: Page, part: _Part) -> int:
    """Return where a part begins behind its colour: not in a name such as "Night Veil serum"."""
    start = part.start
    while start < part.end - 1 and (hue := page.span_at(start, "col")) and hue.end < part.end:
        if page.tokens[start].is_name and page.tokens[hue.end].is_name:
            break
        start = hue.end
    return start


def _before_colour(page: Page, start: int, end: int) -> int:
    """Return where the colours and cloths of a part begin behind its noun and name."""
    for place in range(start, end):
        if page.first(place, "col", "m") and not page.tokens[place].is_name:
            return trim(page, start - 1, place)[1]
    return end


def _named(page: Page, start: int, end: int, noun: Span | None) -> str:
    """Return a name with its noun as English has them: "Duse frame" for "montatura Duse"."""
    german = page.languages[0] == "de"
    names = [
        p
        for p in range(start, end)
        if page.tokens[p].is_name
        and not page.first(p, *KINDS, "m")
        and (p > start or noun is None)
        and not (german and page.at[p])
    ]
    if page.tokens[end - 1].text.isdecimal() and page.tokens[start].is_name and noun is None:
        return page.words(start, end)  # "Pendler 36"
    if not names or (len(names) == 1 and names[0] == start and end - start > 1):
        return in_english(page, start, end)
    if end - start == len(names) or (not german and names[0] == start):
        return page.words(start, end)
    own = " ".join(page.tokens[p].text for p in names)
    rest = [p for p in range(start, end) if p not in names]
    things = " ".join(in_english(page, p, p + 1) for p in rest) if noun is None else ""
    return f"{own} {things or in_english(page, rest[0], rest[-1] + 1).replace(own, '').strip()}"


def _tells_of_parts(page: Page, part: _Part) -> bool:
    """Whether a bracket gives each part of a thing its colour: "(cream dial, cognac strap)"."""
    inner = [p for p in range(part.end, part.stop) if page.tokens[p].is_word]
    hues = page.spans(part.end, part.stop, "col")
    return len(inner) > sum(span.end - span.start for span in hues) + len(hues) - 1


def _plain_colour(page: Page, part: _Part) -> list[str]:
    """Return the one or two plain words of a bracket: what stands there is a colour."""
    inner = [p for p in range(part.end + 1, part.stop) if page.tokens[p].is_word]
    if not 0 < len(inner) <= _FEWEST or page.has(part.end, part.stop, *KINDS, "n"):
        return []
    english = page.languages[0] == "en"
    start, end = inner[0], inner[-1] + 1
    return [(page.words(start, end) if english else in_english(page, start, end)).lower()]
