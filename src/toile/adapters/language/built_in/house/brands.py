"""The brand: every name of the text is weighed by what stands around it; the heaviest wins."""

from collections.abc import Iterator
from dataclasses import dataclass

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.days.seasons import SEASONS, Named, season_at
from toile.adapters.language.built_in.goods.variants import listed_names
from toile.adapters.language.built_in.house.brand_signs import (
    are_channels,
    asks_for_files,
    counts,
    is_author,
    is_bracketed,
    is_called,
    is_greeted,
    is_heading,
    is_house,
    is_in_a_place,
    is_in_a_row,
    is_inner,
    is_known,
    is_legal,
    is_named_good,
    is_run,
    is_signed,
    is_somebody,
    is_thing,
    is_titled,
    is_writer,
    ordinariness,
)
from toile.adapters.language.built_in.house.name_stretches import (
    begins_else,
    behind_a_label,
    is_hometown,
    is_named_for_a_month,
    is_style,
    is_style_of,
    is_subject,
    own_name,
    spelt_out,
    stretch,
    without_goods,
)
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.people.wearers import wearers
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.thread import subjects

_GOODS = ("g", "h", "b", "j", "c")
_KNOWN = (*_GOODS, "m", "s", "set", "col", "media", "chan", "light", "mood", "p", "people", "role",
          "hmu", "look", "framing", "pose", "head", "cue", "group", "each", "unit", "twin", "must",
          "claim", "third",
          "young", "copy", "photo", "aspect", "neg", "when", "part", "n", "ord")  # fmt: skip
_MAY_NAME = ("s", "col", "m", "mood", "light")
_NEVER = ("month", "weekday", "feast", "group", "season")
_BESIDE = ("twin", "who", "copy", "photo")
_ENOUGH, _NEAR = 3.0, 4
_QUOTES = ('"', "“", "„", "«", "'")


@dataclass(frozen=True, slots=True)
class _Name:
    """A stretch of names with its segment and the place of that segment in its mail."""

    start: int
    end: int
    segment: Segment
    order: int


def read_brand(page: Page) -> Named | None:
    """Return the brand: what is labelled as such, else the name with the best reasons."""
    if labelled := _labelled(page):
        return labelled
    listed = listed_names(page)
    listed |= {place for one in page.live() for _, place in wearers(page, one)}
    names = [name for name in _names(page) if name.start not in listed]
    weighed = [(_weight(page, name), -name.start, name) for name in names]
    best = max(weighed, default=None, key=lambda one: one[:2])
    if best is None or best[0] < _ENOUGH:
        return None
    name = best[2]
    first = without_goods(page, name.start, name.end, {(n.start, n.end) for n in names})
    start, end = own_name(page, *spelt_out(page, first, name.end, name.segment.end))
    return page.words(start, end), start, end


def _labelled(page: Page) -> Named | None:
    for segment, start in page.labelled("brand"):
        place = start
        while place < segment.end and (
            page.form(place) in word_set("brands.articles") or not page.tokens[place].is_word
        ):
            place += 1
        end = stretch(page, place, segment.end)
        if end == place:
            while end < segment.end and page.tokens[end].text not in ",(;:" and end - place < 4:
                end += 1
        if end > place:
            return page.words(place, end), place, end
    return None


def _names(page: Page) -> Iterator[_Name]:
    order, depth = -1, -1
    for segment in sorted((*page.live(), *subjects(page)), key=lambda s: s.start):
        order, depth = (0 if segment.depth != depth else order + 1), segment.depth
        place = segment.start
        while place < segment.end:
            end = stretch(page, place, segment.end)
            start = _without_lead(page, place, end)
            if start < end and len(page.words(start, end)) > 2:
                yield _Name(start, end, segment, order)
            place = max(end, place + 1)


_SMALL = (function_words() - word_set("brands.may_lead")) | word_set("names.common")


def _without_lead(page: Page, start: int, end: int) -> int:
    """Drop small words, and nouns that say what the house makes, in front of a name."""
    while start < end:
        form = page.form(start)
        goods = page.span_at(start, "head") or page.first(start, *_GOODS)
        compound = form.endswith(("marke", "kedjan", "market", "label", "briefing"))
        inner = start > page.segment_of(start).start  # At the head of a line it may only tell.
        house = form in word_set("names.houses") or (inner and form in word_set("names.trades"))
        small = (form in _SMALL or counts(page, start)) and not is_inner(page, start, end)
        more = end - start > 1 and page.tokens[start + 1].text != "&"
        then, head = page.form(start + 1), page.span_at(start, "head")
        led = head is not None and then in word_set("brands.for.2")
        capitals = page.languages[0] == "de" or not inner
        noun = goods and more and not house and (led or (capitals and page.languages[0] != "en"))
        cue = page.span_at(start, "cue")
        says = bool(cue and cue.name == "brand" and cue.end < end and not house)
        person = more and form in first_names() and then in word_set("brands.at")
        inner_cue = behind_a_label(page, start, end)
        if inner_cue:
            return inner_cue
        if says or person or small or compound or noun or not page.tokens[start].is_name:
            start += 1
        else:
            return start
    return start


def _weight(page: Page, name: _Name) -> float:
    """Return how much speaks for a name being the brand."""
    seasoned = any(season_at(page, p) for p in range(name.start, min(name.start + 2, name.end)))
    if (
        seasoned
        or (page.first(name.start, *_NEVER) and not is_named_for_a_month(page, name.start))
        or begins_else(page, name.start)
        or is_author(page, name.start, name.end, name.segment)
        or is_known(page, name.start, name.end)
        or is_titled(page, name.start)
    ):
        return -9.0
    return (
        _before(page, name)
        + _behind(page, name)
        + _itself(page, name)
        + _against(page, name)
        - min(name.order * 0.15, 1.5)
    )


def _before(page: Page, name: _Name) -> float:
    if is_run(page, name.start, name.end):
        return 9.0
    if is_called(page, name.segment, name.start):
        return 6.0
    if is_signed(page, name.start):
        return 4.0
    return _introduced(page, name)


def _introduced(page: Page, name: _Name) -> float:
    first = name.segment.start
    place = name.start - 1
    introduced = False
    while place >= first and page.form(place) in word_set("brands.articles"):
        introduced |= page.form(place) in word_set("names.introduced")
        place -= 1
    cues = page.spans(max(first, name.start - 6), name.start, "cue")
    brand = [c for c in cues if c.name == "brand" and name.start - c.end <= 2]
    placed = page.form(name.start - 1) in word_set("markets.place_words")
    if brand and not (placed and name.start - 1 >= brand[-1].end):
        return 6.0
    if name.start > first and page.form(name.start - 1).endswith(_COMPOUNDS):
        return 6.0
    if introduced or (place >= first and page.form(place) in word_set("names.introduced")):
        return 3.5
    lead = [page.form(p) for p in range(max(first, place - 3), place + 1)]
    if any(form in word_set("brands.for") for form in lead):
        return 3.0
    if is_subject(page, first, name.start):
        return 5.0
    goods = [g for p in range(max(first, place - 2), place + 1) if (g := page.first(p, *_GOODS))]
    if page.languages[0] != "en" and any(g.end >= place for g in goods):
        return 3.5
    if _opens(page, name):
        near = range(name.end, min(name.end + _NEAR, name.segment.end))
        beside = any(season_at(page, p) for p in near) and not page.first(name.start, *_GOODS)
        seasoned = beside or (name.order < 2 and page.has(name.end, name.segment.end, "season"))
        return (3.0 if name.order < 2 else 1.5) + 2.0 * seasoned
    return 0.0


def _opens(page: Page, name: _Name) -> bool:
    """Whether nothing but a greeting, bullets and small words stands before the name."""
    greeting = word_set("names.common") | word_set("brands.articles")
    greeting |= word_set("brands.heads")
    return all(
        not page.tokens[p].is_word or page.form(p) in greeting
        for p in range(name.segment.start, name.start)
    )


_COMPOUNDS = ("marke", "marchio", "kedjan", "market", "label", "varumarket", "foretaget")


def _behind(page: Page, name: _Name) -> float:
    after = page.form(name.end) if name.end < name.segment.end else "."
    weight = 0.0
    if after in word_set("names.introduced.2") | word_set("brands.launches"):
        weight += 4.0
    if after in SEASONS or after == "pre" or page.first(name.end, *_GOODS, "m"):
        weight += 2.5
    if after in word_set("brands.campaign"):
        weight += 2.0
    if after in word_set("names.at_start"):
        weight += 1.0
    if after in ",-–(" and is_house(page, name.end + 1):
        weight += 3.0
    return weight


def _itself(page: Page, name: _Name) -> float:
    words = [page.tokens[p] for p in range(name.start, name.end) if page.tokens[p].is_word]
    text = page.words(name.start, name.end)
    weight = (
        0.5 * (len(words) > 1)
        + 1.5 * ("&" in text)
        + 5.0 * (is_legal(words[-1]) or page.tokens[name.end - 1].text == ".")
    )
    weight += 1.0 * (page.text.count(text) > 1)
    known = page.first(name.start, *_KNOWN)
    if known and len(words) == 1 and known.end >= name.end:
        inner = name.start > name.segment.start and page.languages[0] != "de"
        weight -= 1.0 if inner and known.kind in _MAY_NAME else 6.0 if known.kind in _GOODS else 4.0
    heading = "&" not in text and is_heading(page, name.start, name.end, words)
    weight -= 4.0 * (heading or (name.order > 0 and is_somebody(page, name.start, name.end)))
    weight -= 5.0 * is_greeted(page, name.start, name.end, name.segment)
    weight -= 6.0 * are_channels(page, name.start, name.end)
    houses = word_set("names.houses") | word_set("names.trades")
    weight += 2.0 * (len(words) > 1 and words[0].form in houses)
    return weight - ordinariness(page, name.start, name.segment, words)


def _against(page: Page, name: _Name) -> float:
    weight = -6.0 * (page.label(name.segment) in ("products", "location", "talent"))
    weight -= 4.0 * is_named_good(page, name.start, name.end, name.segment)
    weight -= 6.0 * (
        is_style(page, name.end)
        or (name.order > 0 and is_style_of(page, name.start, name.end))
        or (is_thing(page, name.start, name.end) and not is_called(page, name.segment, name.start))
    )
    first, text = name.segment.start, page.text
    before = page.form(name.start - 1) if name.start > first else ""
    weight -= 9.0 * any(c.start == name.start for c in countries(page, name.start, name.end))
    near = {before, page.form(name.start - 2)} - {"a", "en", "i", "in"}
    called = [s for s in page.spans(first, name.start, "cue") if s.end == name.start]
    placed = near & word_set("markets.place_words") or before == "in"
    weight -= 5.0 * is_writer(page, name.start, name.end)
    weight -= 4.0 * is_hometown(page, name.start, name.end, name.segment)
    weight -= 5.0 * is_in_a_place(page, name.start, name.segment)
    weight -= 3.0 * (before in word_set("people.the") and name.end - name.start == 1)
    if placed and not is_signed(page, name.start) and not any(s.name == "brand" for s in called):
        weight -= 4.0
    told = before in word_set("brands.for") or any(s.name == "brand" for s in called)
    others = _BESIDE if told else (*_BESIDE, "people")
    if page.has(max(first, name.start - 4), name.start, *others):
        weight -= 6.0
    spot = page.first(name.start - 1, "s", "set") and before not in word_set("names.houses")
    weight -= 3.0 * bool(spot or page.first(name.end, "s"))
    quoted = text[: page.tokens[name.start].start].endswith(_QUOTES)
    weight -= 4.0 * (quoted and not before.isalpha()) + 4.0 * is_bracketed(
        page, name.start, name.segment
    )
    weight -= 5.0 * is_in_a_row(page, name.start)
    after = page.form(name.end) if name.end < len(page.tokens) else ""
    opens = name.start <= first or before in word_set("people.the")
    spoken = after == ":" and opens and name.end - name.start == 1
    person = after in word_set("brands.person") and not asks_for_files(page, name.start, name.end)
    return weight - 5.0 * (person or spoken)
